#include "algo/local_matrix_detail.hpp"

#include <algorithm>
#include <cmath>

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

/// entry(j, i, w) for the entries off the diagonal.
template <class Entry>
void for_entries(const Csr& rows, const Control& control, const Entry& entry) {
  Poller poll(control);
  for (std::size_t j = 0; j + 1 < rows.offsets.size(); ++j) {
    poll(1 + rows.offsets[j + 1] - rows.offsets[j]);
    for (std::size_t k = at(rows.offsets[j]); k < at(rows.offsets[j + 1]); ++k)
      if (at(rows.indices[k]) != j) entry(j, at(rows.indices[k]), k);
  }
}

}  // namespace

double power_of_two(double x) { return std::ldexp(1.0, std::clamp(std::ilogb(x), -200, 200)); }

void rescale(LocalMatrix& matrix, const Vector& diagonal, const Control& control) {
  for_entries(matrix.rows, control, [&](std::size_t j, std::size_t i, std::size_t k) {
    matrix.rows.weights[k] *= diagonal[i] / diagonal[j];
  });
}

Vector balance(LocalMatrix& matrix, const Control& control) {
  constexpr int most_rounds = 12;
  constexpr double even_enough = 16.0;  // for the square of row sum / column sum
  constexpr double widest = 0x1p200;    // keeps products of balanced entries finite
  const std::size_t n = matrix.size();
  Csr& rows = matrix.rows;
  Vector d(n, 1.0);
  Vector row_sum(n);
  Vector column_sum(n);
  for (int round = 0; round < most_rounds; ++round) {
    std::fill(row_sum.begin(), row_sum.end(), 0.0);
    std::fill(column_sum.begin(), column_sum.end(), 0.0);
    for_entries(rows, control, [&](std::size_t j, std::size_t i, std::size_t k) {
      row_sum[j] += rows.weights[k] * d[i];
      column_sum[i] += rows.weights[k] / d[j];
    });
    double most_uneven = 1.0;
    for (std::size_t j = 0; j < n; ++j) {
      // All nodes at once, so each goes half the way: a pair that pulls at both ends would
      // overshoot for ever.
      const double uneven = (row_sum[j] / d[j]) / (column_sum[j] * d[j]);
      if (!(uneven > 0.0) || !std::isfinite(uneven)) continue;  // beyond the range of a double
      most_uneven = std::fmax(most_uneven, std::fmax(uneven, 1.0 / uneven));
      d[j] = std::clamp(d[j] * std::sqrt(std::sqrt(uneven)), 1.0 / widest, widest);
    }
    if (most_uneven < even_enough) break;
  }
  for (double& x : d) x = power_of_two(x);
  rescale(matrix, d, control);
  return d;
}

void multiply(const Csr& rows, std::size_t begin, std::size_t end, const Vector& x, Vector& y) {
  for (std::size_t j = begin; j < end; ++j) {
    const auto sources = rows.row(static_cast<index_t>(j));
    const auto weights = rows.row_weights(static_cast<index_t>(j));
    double sum = 0.0;
    for (std::size_t k = 0; k < sources.size(); ++k)
      sum += weights[k] * x[static_cast<std::size_t>(sources[k])];
    y[j] = sum;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
