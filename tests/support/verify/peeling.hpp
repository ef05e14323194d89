#pragma once

#include "verify/mixing.hpp"

namespace testing_support::verify {

/// s-core values without peeling: the largest s such that a node's ties to others whose value is
/// at least s add up to s, iterated from the strengths down until nothing changes (as h-indices
/// lead to core numbers: Lü et al. 2016, doi:10.1038/ncomms10168).
inline std::vector<double> s_core(Eigen::MatrixXd weights, bool directed, aidnet::Mode mode) {
  weights.diagonal().setZero();
  if (directed && mode == aidnet::Mode::in) weights.transposeInPlace();
  if (directed && mode == aidnet::Mode::all) weights += weights.transpose().eval();
  const Eigen::Index n = weights.rows();
  Eigen::VectorXd value = weights.rowwise().sum();
  for (bool changed = true; changed;) {
    changed = false;
    for (Eigen::Index i = 0; i < n; ++i) {
      std::vector<std::pair<double, double>> others;
      for (Eigen::Index j = 0; j < n; ++j)
        if (weights(i, j) > 0.0) others.emplace_back(value(j), weights(i, j));
      std::sort(others.rbegin(), others.rend());
      double best = 0.0;
      long double sum = 0.0L;
      for (const auto& [theirs, weight] : others) {
        sum += weight;
        best = std::max(best, std::min(theirs, static_cast<double>(sum)));
      }
      if (best < value(i)) {
        value(i) = best;
        changed = true;
      }
    }
  }
  return {value.begin(), value.end()};
}

/// Layer by layer with all degrees counted anew.
inline std::vector<double> onion_layers(const Eigen::MatrixXd& weights) {
  Eigen::MatrixXd tied = weights;
  tied.diagonal().setZero();
  tied = ties(ties(tied) + ties(tied).transpose());
  const Eigen::Index n = tied.rows();
  std::vector<double> layers(static_cast<std::size_t>(n), 0.0);
  Eigen::VectorXd there = Eigen::VectorXd::Ones(n);
  double core = 1.0;
  double layer = 0.0;
  while (there.sum() > 0.0) {
    const Eigen::VectorXd left = tied * there;
    double fewest = std::numeric_limits<double>::infinity();
    for (Eigen::Index i = 0; i < n; ++i)
      if (there(i) > 0.0) fewest = std::min(fewest, left(i));
    ++layer;
    const double most = layer == 1.0 && fewest == 0.0 ? 0.0 : core = std::max(core, fewest);
    for (Eigen::Index i = 0; i < n; ++i)
      if (there(i) > 0.0 && left(i) <= most) {
        there(i) = 0.0;
        layers[static_cast<std::size_t>(i)] = layer;
      }
  }
  return layers;
}

/// Matrix of truss numbers by definition: for k = 3, 4, … strike out ties in fewer than k − 2
/// triangles until none is left to strike.
inline Eigen::MatrixXd truss(Eigen::MatrixXd weights) {
  weights.diagonal().setZero();
  Eigen::MatrixXd tied = ties(ties(weights) + ties(weights).transpose());
  Eigen::MatrixXd numbers = 2.0 * tied;
  for (double k = 3.0; tied.sum() > 0.0; ++k) {
    for (bool struck = true; struck;) {
      const Eigen::MatrixXd triangles = (tied * tied).cwiseProduct(tied);
      const Eigen::MatrixXd kept =
          ((triangles.array() >= k - 2.0) && (tied.array() > 0.0)).cast<double>().matrix();
      struck = kept.sum() < tied.sum();
      tied = kept;
    }
    numbers = (tied.array() > 0.0).select(k, numbers);
  }
  return numbers;
}

}  // namespace testing_support::verify
