#pragma once

#include "verify/eigenvector.hpp"

namespace testing_support::verify {

/// Katz centrality from its definition, without normalisation: the dense linear system.
inline std::vector<double> katz(const Eigen::MatrixXd& weights, double alpha,
                                const Eigen::VectorXd& beta) {
  const Eigen::Index n = weights.rows();
  const RealMatrix system =
      RealMatrix::Identity(n, n) - static_cast<Real>(alpha) * weights.transpose().cast<Real>();
  const RealVector x = eliminate(system, beta.cast<Real>()).solution;
  std::vector<double> score;
  for (const Real value : x) score.push_back(static_cast<double>(value));
  return score;
}

}  // namespace testing_support::verify
