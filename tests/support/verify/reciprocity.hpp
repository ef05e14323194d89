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

}  // namespace verify
