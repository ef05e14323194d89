#pragma once

#include <limits>

#include "sample.hpp"

namespace testing_support::verify {

/// Squartini's formula on the dense matrix.
inline double reciprocity(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  const double total = weights.sum();
  if (total == 0.0) return std::numeric_limits<double>::quiet_NaN();
  return weights.cwiseMin(weights.transpose()).sum() / total;
}

/// The correlation of the matrix of ties with its transpose, over all pairs of different nodes.
inline double rho(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  const auto n = static_cast<double>(weights.rows());
  const Eigen::MatrixXd ties = (weights.array() != 0.0).cast<double>().matrix();
  const double mean = ties.sum() / (n * (n - 1.0));
  if (!(ties.sum() > 0.0) || ties.sum() == n * (n - 1.0))
    return std::numeric_limits<double>::quiet_NaN();
  Eigen::MatrixXd off = (ties.array() - mean).matrix();
  off.diagonal().setZero();
  return off.cwiseProduct(off.transpose()).sum() / off.squaredNorm();
}

/// Compared with two numbers from the geometric distribution of the mean weight of a pair: their
/// minimum, term by term, Σ_k P(both ≥ k) for k ≥ 1.
inline double weighted_rho(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  const auto n = static_cast<double>(weights.rows());
  const double mean = weights.sum() / (n * (n - 1.0));
  if (!(mean > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  const double more = mean / (1.0 + mean);  // of one unit more
  double common = 0.0;
  for (double both = more * more; both > 1e-18 * common; both *= more * more) common += both;
  return (reciprocity(weights) - common / mean) / (1.0 - common / mean);
}

inline std::vector<double> node_reciprocity(Eigen::MatrixXd weights, aidnet::Mode mode) {
  weights.diagonal().setZero();
  const Eigen::VectorXd both = weights.cwiseMin(weights.transpose()).rowwise().sum();
  const Eigen::VectorXd out = weights.rowwise().sum();
  const Eigen::VectorXd in = weights.transpose().rowwise().sum();
  std::vector<double> shares;
  for (Eigen::Index i = 0; i < weights.rows(); ++i) {
    const double whole = mode == aidnet::Mode::out  ? out(i)
                         : mode == aidnet::Mode::in ? in(i)
                                                    : (out(i) + in(i)) / 2.0;
    shares.push_back(whole > 0.0 ? both(i) / whole : std::numeric_limits<double>::quiet_NaN());
  }
  return shares;
}

}  // namespace testing_support::verify
