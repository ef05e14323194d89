#pragma once

#include <limits>

#include "sample.hpp"

namespace testing_support::verify {

/// Row (out), column (in) or both sums of a dense matrix without its diagonal.
inline Eigen::VectorXd sums(Eigen::MatrixXd weights, bool directed, aidnet::Mode mode) {
  weights.diagonal().setZero();
  const Eigen::VectorXd out = weights.rowwise().sum();
  const Eigen::VectorXd in = weights.colwise().sum();
  if (!directed || mode == aidnet::Mode::out) return out;
  return mode == aidnet::Mode::in ? in : Eigen::VectorXd(out + in);
}

inline Eigen::MatrixXd ties(const Eigen::MatrixXd& weights) {
  return (weights.array() != 0.0).cast<double>().matrix();
}

/// As the product of a matrix with the vector of degrees.
inline std::vector<double> average_neighbor_degree(Eigen::MatrixXd weights, bool directed,
                                                   aidnet::Mode source, aidnet::Mode target,
                                                   bool weighted) {
  weights.diagonal().setZero();
  const Eigen::VectorXd degrees = sums(ties(weights), directed, target);
  Eigen::MatrixXd rows = weighted ? weights : ties(weights);
  if (directed && source == aidnet::Mode::in) rows.transposeInPlace();
  if (directed && source == aidnet::Mode::all) rows += rows.transpose().eval();
  std::vector<double> values;
  for (Eigen::Index i = 0; i < rows.rows(); ++i)
    values.push_back(rows.row(i).sum() > 0.0 ? rows.row(i).dot(degrees) / rows.row(i).sum()
                                             : std::numeric_limits<double>::quiet_NaN());
  return values;
}

/// Pearson's r of two lists, one element a tie, in long double.
inline double assortativity(Eigen::MatrixXd weights, bool directed, aidnet::Mode source,
                            aidnet::Mode target, bool weighted) {
  weights.diagonal().setZero();
  const Eigen::MatrixXd amounts = weighted ? weights : ties(weights);
  const Eigen::VectorXd x = sums(amounts, directed, source);
  const Eigen::VectorXd y = sums(amounts, directed, target);
  std::vector<long double> a;
  std::vector<long double> b;
  for (Eigen::Index i = 0; i < weights.rows(); ++i)
    for (Eigen::Index j = 0; j < weights.rows(); ++j)
      if (weights(i, j) != 0.0) {
        a.push_back(x(i));
        b.push_back(y(j));
      }
  const auto mean = [](const std::vector<long double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0L) / static_cast<long double>(v.size());
  };
  long double aa = 0.0L;
  long double bb = 0.0L;
  long double ab = 0.0L;
  const long double mean_a = mean(a);
  const long double mean_b = mean(b);
  for (std::size_t k = 0; k < a.size(); ++k) {
    aa += (a[k] - mean_a) * (a[k] - mean_a);
    bb += (b[k] - mean_b) * (b[k] - mean_b);
    ab += (a[k] - mean_a) * (b[k] - mean_b);
  }
  const auto constant = [](const std::vector<long double>& v) {
    const auto [least, most] = std::minmax_element(v.begin(), v.end());
    return v.empty() || *most - *least <= 1e-13L * *most;
  };
  if (constant(a) || constant(b)) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(ab / std::sqrt(aa) / std::sqrt(bb));
}

/// Newman's formula on the mixing matrix of the groups, in long double.
inline double nominal_assortativity(Eigen::MatrixXd weights,
                                    const std::vector<aidnet::index_t>& groups, bool weighted) {
  using Matrix = Eigen::Matrix<long double, Eigen::Dynamic, Eigen::Dynamic>;
  weights.diagonal().setZero();
  if (!weighted) weights = ties(weights);
  constexpr Eigen::Index most_groups = 100;
  Matrix mixing = Matrix::Zero(most_groups, most_groups);
  for (Eigen::Index i = 0; i < weights.rows(); ++i)
    for (Eigen::Index j = 0; j < weights.rows(); ++j)
      mixing(groups[static_cast<std::size_t>(i)], groups[static_cast<std::size_t>(j)]) +=
          weights(i, j);
  const long double total = mixing.sum();
  const Matrix outer = mixing.rowwise().sum() * mixing.colwise().sum();
  const long double expected = total * total - outer.trace();
  if (total == 0.0L || (outer.array() > 0.0L).count() == 0 ||
      (outer.array() > 0.0L).count() == (outer.diagonal().array() > 0.0L).count())
    return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>((mixing.trace() * total - outer.trace()) / expected);
}

/// Row by row: who has more than k partners, and which pairs of them are tied.
inline std::vector<double> rich_club(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  const Eigen::MatrixXd tied = ties(weights + weights.transpose());
  std::vector<double> values;
  for (double k = 0.0;; ++k) {
    const Eigen::VectorXd rich = (tied.rowwise().sum().array() > k).cast<double>().matrix();
    const double nodes = rich.sum();
    if (nodes < 2.0) return values;
    const double twice = rich.dot(tied * rich);
    values.insert(values.end(), {k, nodes, twice / 2.0, twice / (nodes * (nodes - 1.0))});
  }
}

}  // namespace testing_support::verify
