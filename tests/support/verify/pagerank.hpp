#pragma once

#include "sample.hpp"

namespace testing_support::verify {

/// PageRank straight from its definition: the linear system of the stationary distribution, with a
/// dense Google matrix. `teleport` and `landing` are distributions; without `landing`, walkers at
/// dangling nodes stay.
inline std::vector<double> pagerank(const Eigen::MatrixXd& weights, double damping,
                                    const Eigen::VectorXd& teleport,
                                    const Eigen::VectorXd* landing) {
  const Eigen::Index n = weights.rows();
  Eigen::MatrixXd step = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const double given = weights.row(i).sum();
    if (given > 0.0)
      step.row(i) = weights.row(i) / given;
    else if (landing != nullptr)
      step.row(i) = landing->transpose();
    else
      step(i, i) = 1.0;
  }
  const Eigen::MatrixXd system = Eigen::MatrixXd::Identity(n, n) - damping * step.transpose();
  const Eigen::VectorXd x = system.fullPivLu().solve((1.0 - damping) * teleport);
  return {x.begin(), x.end()};
}

}  // namespace testing_support::verify
