#pragma once

#include <array>

#include "verify/mixing.hpp"

namespace testing_support::verify {

/// What stands between each two nodes: arcs both ways added up, without loops.
inline Eigen::MatrixXd mutual(Eigen::MatrixXd weights, bool weighted) {
  weights.diagonal().setZero();
  if (!weighted) weights = ties(weights);
  return weights + weights.transpose();
}

/// Burt's formula by the product of dense matrices.
inline std::vector<double> constraint(const Eigen::MatrixXd& weights, bool weighted) {
  const Eigen::MatrixXd m = mutual(weights, weighted);
  const Eigen::VectorXd totals = m.rowwise().sum();
  Eigen::MatrixXd p = m;
  for (Eigen::Index i = 0; i < m.rows(); ++i)
    if (totals(i) > 0.0) p.row(i) /= totals(i);
  const Eigen::MatrixXd invested = (p + p * p).cwiseProduct(ties(m));
  std::vector<double> values;
  for (Eigen::Index i = 0; i < m.rows(); ++i)
    values.push_back(totals(i) > 0.0 ? invested.row(i).squaredNorm()
                                     : std::numeric_limits<double>::quiet_NaN());
  return values;
}

inline std::vector<double> effective_size(const Eigen::MatrixXd& weights, bool weighted) {
  const Eigen::MatrixXd m = mutual(weights, weighted);
  std::vector<double> values;
  for (Eigen::Index i = 0; i < m.rows(); ++i) {
    const double total = m.row(i).sum();
    double size = 0.0;
    for (Eigen::Index j = 0; j < m.rows(); ++j) {
      if (m(i, j) == 0.0) continue;
      size += 1.0;
      for (Eigen::Index q = 0; q < m.rows(); ++q)
        size -= m(i, q) / total * m(j, q) / m.row(j).maxCoeff();
    }
    values.push_back(total > 0.0 ? size : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

/// Triple by triple; six numbers a node.
inline std::vector<double> brokerage(Eigen::MatrixXd weights,
                                     const std::vector<aidnet::index_t>& groups) {
  const auto n = static_cast<std::size_t>(weights.rows());
  const auto gives = [&](std::size_t i, std::size_t j) {
    return i != j && weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) != 0.0;
  };
  std::vector<double> values;
  for (std::size_t b = 0; b < n; ++b) {
    std::array<double, 6> roles{};
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t c = 0; c < n; ++c) {
        if (a == c || !gives(a, b) || !gives(b, c) || gives(a, c)) continue;
        const bool ab = groups[a] == groups[b];
        const bool bc = groups[b] == groups[c];
        const bool ac = groups[a] == groups[c];
        ++roles[5];
        ++roles[ab && bc ? 0 : ac ? 1 : bc ? 2 : ab ? 3 : 4];
      }
    values.insert(values.end(), roles.begin(), roles.end());
  }
  return values;
}

}  // namespace testing_support::verify
