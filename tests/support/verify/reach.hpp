#pragma once

#include <cmath>

#include "verify/paths.hpp"

/// Measures of all distances, from the matrix of lengths by Floyd and Warshall.
namespace testing_support::verify {

/// The largest entry of each row: give lengths as paths *from* a node see them.
inline std::vector<double> eccentricity(const Eigen::MatrixXd& lengths, bool reached_only) {
  const Eigen::MatrixXd d = distances(lengths);
  std::vector<double> values;
  for (Eigen::Index v = 0; v < d.rows(); ++v) {
    double farthest = 0.0;
    for (Eigen::Index u = 0; u < d.rows(); ++u)
      if (!reached_only || d(v, u) < no_path) farthest = std::max(farthest, d(v, u));
    values.push_back(farthest);
  }
  return values;
}

inline double global_efficiency(const Eigen::MatrixXd& lengths) {
  const Eigen::MatrixXd d = distances(lengths);
  const auto n = static_cast<double>(d.rows());
  double sum = 0.0;
  for (Eigen::Index s = 0; s < d.rows(); ++s)
    for (Eigen::Index t = 0; t < d.rows(); ++t)
      if (s != t) sum += 1.0 / d(s, t);
  return d.rows() < 2 ? std::nan("") : sum / (n * (n - 1.0));
}

/// The mean over all nodes, of the matrix among the rows and columns of each one's partners.
inline double local_efficiency(const Eigen::MatrixXd& lengths) {
  const Eigen::Index n = lengths.rows();
  double sum = 0.0;
  for (Eigen::Index v = 0; v < n; ++v) {
    std::vector<Eigen::Index> partners;
    for (Eigen::Index u = 0; u < n; ++u)
      if (u != v && (lengths(u, v) < no_path || lengths(v, u) < no_path)) partners.push_back(u);
    if (partners.size() > 1) sum += global_efficiency(lengths(partners, partners));
  }
  return n == 0 ? std::nan("") : sum / static_cast<double>(n);
}

/// Sums of delta^d(u, v) over the other nodes u.
inline std::vector<double> decay(const Eigen::MatrixXd& lengths, double delta) {
  const Eigen::MatrixXd d = distances(lengths);
  std::vector<double> values;
  for (Eigen::Index v = 0; v < d.rows(); ++v) {
    values.push_back(0.0);
    for (Eigen::Index u = 0; u < d.rows(); ++u)
      if (u != v) values.back() += std::pow(delta, d(u, v));
  }
  return values;
}

inline std::vector<double> lin(const Eigen::MatrixXd& lengths) {
  const Eigen::MatrixXd d = distances(lengths);
  std::vector<double> values;
  for (Eigen::Index v = 0; v < d.rows(); ++v) {
    const Eigen::ArrayXd column = d.col(v).array();
    const auto reached = static_cast<double>((column < no_path).count());
    const double sum = (column < no_path).select(column, 0.0).sum();
    values.push_back(reached == 1.0 ? 1.0 : sum > 0.0 ? reached * reached / sum : no_path);
  }
  return values;
}

inline std::vector<double> local_reaching(const Eigen::MatrixXd& lengths, bool directed) {
  const Eigen::MatrixXd d = distances(lengths);
  const auto n = static_cast<double>(d.rows());
  std::vector<double> values;
  for (Eigen::Index v = 0; v < d.rows(); ++v) {
    double sum = 0.0;
    for (Eigen::Index u = 0; u < d.rows(); ++u)
      if (u != v && d(v, u) < no_path) sum += directed ? 1.0 : 1.0 / d(v, u);
    values.push_back(n > 1.0 ? sum / (n - 1.0) : std::nan(""));
  }
  return values;
}

/// The widest path between all pairs, as distances but with the largest of smallest weights.
inline Eigen::MatrixXd widths(const Eigen::MatrixXd& weights) {
  Eigen::MatrixXd w = weights;
  w.diagonal().setConstant(no_path);
  for (Eigen::Index k = 0; k < w.rows(); ++k)
    for (Eigen::Index i = 0; i < w.rows(); ++i)
      for (Eigen::Index j = 0; j < w.cols(); ++j)
        w(i, j) = std::max(w(i, j), std::min(w(i, k), w(k, j)));
  return w;
}

}  // namespace testing_support::verify
