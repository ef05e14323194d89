#include <cmath>

#include "aidnet/core/parallel.hpp"
#include "algo/krylov_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr std::int64_t grain = 4096;  // rows a chunk
constexpr std::int64_t piece = 256;   // rows whose values stay in the cache between two uses

/// Below this share of its length before, what orthogonalisation left of a vector is rounding.
constexpr double negligible_rest = 4e-15;

Eigen::Map<Eigen::VectorXd> rows_of(Vector& x, std::int64_t begin, std::int64_t end) {
  return {x.data() + begin, end - begin};
}
Eigen::Map<const Eigen::VectorXd> rows_of(const Vector& x, std::int64_t begin, std::int64_t end) {
  return {x.data() + begin, end - begin};
}

}  // namespace

double dot(const Vector& x, const Vector& y, const Control& control) {
  const auto n = static_cast<std::int64_t>(x.size());
  return parallel_sum<double>(n, grain, control, [&](std::int64_t begin, std::int64_t end) {
    return rows_of(x, begin, end).dot(rows_of(y, begin, end));
  });
}

double norm(const Vector& x, const Control& control) { return std::sqrt(dot(x, x, control)); }

Basis::Basis(std::size_t rows, int capacity)
    : rows_(static_cast<std::int64_t>(rows)), values_(rows * static_cast<std::size_t>(capacity)) {}

Basis::ConstBlock Basis::block(std::int64_t begin, std::int64_t end, Eigen::Index columns) const {
  return {values_.data() + begin, end - begin, columns, Eigen::OuterStride<>(rows_)};
}

Basis::Block Basis::block(std::int64_t begin, std::int64_t end, Eigen::Index columns) {
  return {values_.data() + begin, end - begin, columns, Eigen::OuterStride<>(rows_)};
}

template <class Body>
Eigen::VectorXd Basis::reduce(Eigen::Index terms, const Control& control, const Body& body) const {
  const std::int64_t chunks = (rows_ + grain - 1) / grain;
  Eigen::MatrixXd part = Eigen::MatrixXd::Zero(terms, chunks);
  for_chunks(chunks, control, [&](std::int64_t chunk, int) {
    const std::int64_t last = std::min(rows_, (chunk + 1) * grain);
    for (std::int64_t begin = chunk * grain; begin < last; begin += piece)
      body(begin, std::min(last, begin + piece), part.col(chunk));
  });
  Eigen::VectorXd total = Eigen::VectorXd::Zero(terms);
  for (std::int64_t chunk = 0; chunk < chunks; ++chunk) total += part.col(chunk);
  return total;
}

void Basis::restart(const Vector& v, const Control& control) {
  const double length = norm(v, control);
  size_ = 1;
  parallel_for(rows_, grain, control, [&](std::int64_t begin, std::int64_t end) {
    block(begin, end, 1).col(0) = rows_of(v, begin, end) / length;
  });
}

void Basis::column(int k, Vector& out) const {
  const auto first = values_.begin() + k * rows_;
  std::copy(first, first + rows_, out.begin());
}

Eigen::VectorXd Basis::append(Vector& w, const Control& control) {
  const Eigen::Index k = size_;
  using Sums = Eigen::MatrixXd::ColXpr;
  const Eigen::VectorXd first =
      reduce(k + 1, control, [&](std::int64_t begin, std::int64_t end, Sums sums) {
        const auto rows = rows_of(w, begin, end);
        sums.head(k).noalias() += block(begin, end, k).transpose() * rows;
        sums(k) += rows.squaredNorm();
      });
  const Eigen::VectorXd second =
      reduce(k, control, [&](std::int64_t begin, std::int64_t end, Sums sums) {
        auto rows = rows_of(w, begin, end);
        const auto columns = block(begin, end, k);
        rows.noalias() -= columns * first.head(k);
        sums.noalias() += columns.transpose() * rows;
      });
  const double rest =
      std::sqrt(reduce(1, control, [&](std::int64_t begin, std::int64_t end, Sums sums) {
        auto rows = rows_of(w, begin, end);
        rows.noalias() -= block(begin, end, k) * second;
        sums(0) += rows.squaredNorm();
      })(0));

  Eigen::VectorXd coefficients(k + 1);
  coefficients.head(k) = first.head(k) + second;
  coefficients(k) = rest > negligible_rest * std::sqrt(first(k)) ? rest : 0.0;
  if (coefficients(k) > 0.0) {
    ++size_;
    parallel_for(rows_, grain, control, [&](std::int64_t begin, std::int64_t end) {
      block(begin, end, k + 1).col(k) = rows_of(w, begin, end) / rest;
    });
  }
  return coefficients;
}

void Basis::combine(const Eigen::VectorXd& c, Vector& out, const Control& control) const {
  parallel_for(rows_, grain, control, [&](std::int64_t begin, std::int64_t end) {
    rows_of(out, begin, end).noalias() = block(begin, end, c.size()) * c;
  });
}

void Basis::compress(const Eigen::MatrixXd& q, const Control& control) {
  const Eigen::Index kept = q.cols();
  const Eigen::Index last = size_ - 1;
  parallel_for(rows_, grain, control, [&](std::int64_t first, std::int64_t end) {
    for (std::int64_t begin = first; begin < end; begin += piece) {
      auto columns = block(begin, std::min(end, begin + piece), size_);
      const Eigen::MatrixXd turned = columns.leftCols(last) * q;
      columns.leftCols(kept) = turned;
      columns.col(kept) = columns.col(last).eval();
    }
  });
  size_ = static_cast<int>(kept) + 1;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
