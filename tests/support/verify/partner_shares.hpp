#pragma once

#include <limits>

#include "sample.hpp"

namespace testing_support::verify {

/// The dense matrix of amounts between a node (row) and each partner (column). Where loops count
/// twice (undirected, or both directions added up) the transpose sees to it.
inline Eigen::MatrixXd partner_amounts(const Eigen::MatrixXd& weights, bool directed,
                                       aidnet::Mode mode) {
  if (!directed) {
    const Eigen::MatrixXd loops = weights.diagonal().asDiagonal();
    return weights + loops;
  }
  if (mode == aidnet::Mode::out) return weights;
  if (mode == aidnet::Mode::in) return weights.transpose();
  return weights + weights.transpose();
}

/// Σ p² of each row's shares by the textbook; normalized (H − 1/k) / (1 − 1/k).
inline std::vector<double> hhi(const Eigen::MatrixXd& amounts, bool normalized) {
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> values;
  for (Eigen::Index i = 0; i < amounts.rows(); ++i) {
    const double total = amounts.row(i).sum();
    const auto k = static_cast<double>((amounts.row(i).array() > 0.0).count());
    const double index = (amounts.row(i) / total).squaredNorm();
    if (k == 0.0 || (normalized && k == 1.0))
      values.push_back(undefined);
    else
      values.push_back(normalized ? (index - 1.0 / k) / (1.0 - 1.0 / k) : index);
  }
  return values;
}

/// Entropy of each row without shares: ln s − Σ w ln w / s; normalized by ln k.
inline std::vector<double> entropy(const Eigen::MatrixXd& amounts, bool normalized) {
  constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> values;
  for (Eigen::Index i = 0; i < amounts.rows(); ++i) {
    const long double total = amounts.row(i).cast<long double>().sum();
    long double weighted = 0.0L;
    int k = 0;
    for (Eigen::Index j = 0; j < amounts.cols(); ++j) {
      const long double w = amounts(i, j);
      if (w <= 0.0L) continue;
      weighted += w * std::log(w);
      ++k;
    }
    const long double nats = k == 1 ? 0.0L : std::log(total) - weighted / total;
    if (k == 0 || (normalized && k == 1))
      values.push_back(undefined);
    else
      values.push_back(static_cast<double>(normalized ? nats / std::log(1.0L * k) : nats));
  }
  return values;
}

}  // namespace testing_support::verify
