#pragma once

#include <limits>

#include "sample.hpp"

namespace verify {

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

}  // namespace verify
