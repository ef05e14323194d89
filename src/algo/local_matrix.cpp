#include "algo/local_matrix_detail.hpp"
#include "core/at_detail.hpp"

#include <algorithm>
#include <cmath>

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

// Exponents of two that D stays within: products of a matrix element and two of them are finite.
constexpr int widest = 450;

double power_of_two(double x) {
  return std::ldexp(1.0, std::clamp(std::ilogb(x), -widest, widest));
}

/// entry(j, i, k) for the entries k off the diagonal.
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

ScaledMatrix::ScaledMatrix(LocalMatrix matrix, bool symmetric, const Control& control)
    : matrix_(std::move(matrix)),
      symmetric_(symmetric),
      diagonal_(matrix_.size(), 1.0),
      weights_(matrix_.rows.weights),
      chunks_(matrix_.rows) {
  if (!symmetric_) balance(control);
}

void ScaledMatrix::balance(const Control& control) {
  constexpr int most_rounds = 12;
  constexpr double even_enough = 16.0;  // for the square of row sum / column sum
  constexpr double limit = 0x1p200;     // what a few rounds can reach without making sense
  const Csr& rows = matrix_.rows;
  Vector& d = diagonal_;
  Vector row_sum(size());
  Vector column_sum(size());
  for (int round = 0; round < most_rounds; ++round) {
    std::fill(row_sum.begin(), row_sum.end(), 0.0);
    std::fill(column_sum.begin(), column_sum.end(), 0.0);
    for_entries(rows, control, [&](std::size_t j, std::size_t i, std::size_t k) {
      row_sum[j] += rows.weights[k] * d[i];
      column_sum[i] += rows.weights[k] / d[j];
    });
    double most_uneven = 1.0;
    for (std::size_t j = 0; j < size(); ++j) {
      // All nodes at once, so each goes half the way: a pair that pulls at both ends would
      // overshoot for ever.
      const double uneven = (row_sum[j] / d[j]) / (column_sum[j] * d[j]);
      if (!(uneven > 0.0) || !std::isfinite(uneven)) continue;  // beyond the range of a double
      most_uneven = std::fmax(most_uneven, std::fmax(uneven, 1.0 / uneven));
      d[j] = std::clamp(d[j] * std::sqrt(std::sqrt(uneven)), 1.0 / limit, limit);
    }
    if (most_uneven < even_enough) break;
  }
  for (double& x : d) x = power_of_two(x);
  apply_diagonal(control);
}

void ScaledMatrix::rescale(const Vector& x, const Control& control) {
  const double largest = *std::max_element(x.begin(), x.end());
  for (std::size_t i = 0; i < x.size(); ++i)
    diagonal_[i] = power_of_two(std::ldexp(x[i] / largest, widest));
  apply_diagonal(control);
}

void ScaledMatrix::apply_diagonal(const Control& control) {
  for_entries(matrix_.rows, control, [&](std::size_t j, std::size_t i, std::size_t k) {
    weights_[k] = matrix_.rows.weights[k] * (diagonal_[i] / diagonal_[j]);
  });
}

void ScaledMatrix::multiply(const Vector& x, Vector& y, const Control& control) const {
  chunks_.for_each(control, [&](std::size_t begin, std::size_t end) {
    detail::multiply(matrix_.rows, weights_, begin, end, x, y);
  });
}

void multiply(const Csr& rows, const Vector& weights, std::size_t begin, std::size_t end,
              const Vector& x, Vector& y) {
  for (std::size_t j = begin; j < end; ++j) {
    double sum = 0.0;
    for (std::size_t k = at(rows.offsets[j]); k < at(rows.offsets[j + 1]); ++k)
      sum += weights[k] * x[at(rows.indices[k])];
    y[j] = sum;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
