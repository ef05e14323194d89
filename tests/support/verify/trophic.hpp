#pragma once

#include <Eigen/Dense>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <optional>
#include <vector>

#include "verify/eigenvector.hpp"

namespace testing_support::verify {

/// The component of each node, ties taken either way, as the number of its first node.
inline std::vector<Eigen::Index> parts(const Eigen::MatrixXd& weights) {
  const Eigen::MatrixXi reached = closure(weights + weights.transpose());
  std::vector<Eigen::Index> part;
  for (Eigen::Index i = 0; i < weights.rows(); ++i)
    for (Eigen::Index j = 0; j <= i; ++j)
      if (reached(j, i) != 0) {
        part.push_back(j);
        break;
      }
  return part;
}

/// MacKay's levels as a least-squares problem of one row a tie, by pivoted rotations of 80 bits, in
/// which weights over twelve decades lose up to twelve of nineteen digits.
inline std::vector<double> mackay_levels(const Eigen::MatrixXd& weights) {
  const Eigen::Index n = weights.rows();
  const std::vector<Eigen::Index> part = parts(weights);
  std::vector<Eigen::Index> column(static_cast<std::size_t>(n), -1);
  Eigen::Index columns = 0;
  for (Eigen::Index i = 0; i < n; ++i)
    if (part[static_cast<std::size_t>(i)] != i) column[static_cast<std::size_t>(i)] = columns++;
  RealMatrix rows = RealMatrix::Zero((weights.array() > 0.0).count(), columns);
  RealVector right = RealVector::Zero(rows.rows());
  Eigen::Index row = 0;
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j) {
      if (!(weights(i, j) > 0.0)) continue;
      const Real root = std::sqrt(static_cast<Real>(weights(i, j)));
      if (const auto c = column[static_cast<std::size_t>(j)]; c >= 0) rows(row, c) += root;
      if (const auto c = column[static_cast<std::size_t>(i)]; c >= 0) rows(row, c) -= root;
      right(row++) = i == j ? 0 : root;
    }
  RealVector x = RealVector::Zero(columns);
  if (columns > 0) x = rows.colPivHouseholderQr().solve(right);
  std::vector<Real> level(static_cast<std::size_t>(n), 0);
  std::vector<Real> least(static_cast<std::size_t>(n), 0);
  for (std::size_t i = 0; i < level.size(); ++i) {
    if (column[i] >= 0) level[i] = x(column[i]);
    Real& lowest = least[static_cast<std::size_t>(part[i])];
    lowest = std::min(lowest, level[i]);
  }
  std::vector<double> result;
  for (std::size_t i = 0; i < level.size(); ++i)
    result.push_back(static_cast<double>(level[i] - least[static_cast<std::size_t>(part[i])]));
  return result;
}

/// Levels can be 10^18 and more, where what comes from outside is little: as many digits are lost.
using Wide = boost::multiprecision::cpp_bin_float_100;

/// Levine's levels as a linear system, by elimination; none where a node is not reached.
inline std::optional<std::vector<double>> levine_levels(const Eigen::MatrixXd& weights) {
  const Eigen::Index n = weights.rows();
  const Eigen::MatrixXi reached = closure(weights);
  std::vector<std::vector<Wide>> rows;  // the last column is the right side
  for (Eigen::Index j = 0; j < n; ++j) {
    Wide received = 0;
    for (const double w : weights.col(j)) received += w;
    bool grounded = received == 0;
    for (Eigen::Index i = 0; i < n; ++i)
      if (weights.col(i).sum() == 0.0 && reached(i, j) != 0) grounded = true;
    if (!grounded) return std::nullopt;
    std::vector<Wide> row;
    for (Eigen::Index i = 0; i < n; ++i)
      row.push_back((i == j ? 1 : 0) - (received > 0 ? Wide(weights(i, j) / received) : Wide(0)));
    row.emplace_back(1);
    rows.push_back(row);
  }
  for (std::size_t k = 0; k < rows.size(); ++k)
    for (std::size_t j = 0; j < rows.size(); ++j) {
      if (j == k || rows[j][k] == 0) continue;
      const Wide share = rows[j][k] / rows[k][k];
      for (std::size_t i = k; i < rows[j].size(); ++i) rows[j][i] -= share * rows[k][i];
    }
  std::vector<double> level;
  for (std::size_t k = 0; k < rows.size(); ++k)
    level.push_back(static_cast<double>(rows[k].back() / rows[k][k]));
  return level;
}

}  // namespace testing_support::verify
