#pragma once

#include <cmath>

#include "verify/eigenvector.hpp"

namespace testing_support::verify {

/// Bonacich's power for alpha = 1 from its definition: the dense linear system, or for beta < 0
/// that of walks of even and of odd length, both M-matrices, which elimination without pivoting
/// keeps all digits of. 80 bits.
inline std::vector<double> bonacich_power(const Eigen::MatrixXd& weights, double beta) {
  const Eigen::Index n = weights.rows();
  const RealMatrix step = std::abs(static_cast<Real>(beta)) * weights.cast<Real>();
  const RealVector strength = weights.cast<Real>().rowwise().sum();
  RealVector x;
  if (beta >= 0.0) {
    x = eliminate(RealMatrix::Identity(n, n) - step, strength).solution;
  } else {
    RealMatrix system = RealMatrix::Identity(2 * n, 2 * n);
    system.topRightCorner(n, n) = -step;
    system.bottomLeftCorner(n, n) = -step;
    RealVector right = RealVector::Zero(2 * n);
    right.head(n) = strength;
    const RealVector walks = eliminate(system, right).solution;
    x = walks.head(n) - walks.tail(n);
  }
  std::vector<double> score;
  for (const Real value : x) score.push_back(static_cast<double>(value));
  return score;
}

}  // namespace testing_support::verify
