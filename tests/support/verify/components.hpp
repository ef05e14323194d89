#pragma once

#include "sample.hpp"

namespace testing_support::verify {

using Reach = std::vector<std::vector<bool>>;

/// Who can be reached from whom along entries that are not zero, everybody from themselves: the
/// transitive closure after Warshall.
inline Reach reach(const Eigen::MatrixXd& weights) {
  const auto n = static_cast<std::size_t>(weights.rows());
  Reach reached(n, std::vector<bool>(n));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      reached[i][j] =
          i == j || weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) != 0.0;
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        reached[i][j] = reached[i][j] || (reached[i][via] && reached[via][j]);
  return reached;
}

/// Classes of nodes that reach each other, numbered in order of their smallest node.
inline std::vector<aidnet::index_t> mutual_classes(const Reach& reached) {
  std::vector<aidnet::index_t> number(reached.size(), aidnet::no_index);
  aidnet::index_t next = 0;
  for (std::size_t i = 0; i < reached.size(); ++i) {
    if (number[i] != aidnet::no_index) continue;
    for (std::size_t j = i; j < reached.size(); ++j)
      if (reached[i][j] && reached[j][i]) number[j] = next;
    ++next;
  }
  return number;
}

inline std::vector<aidnet::index_t> strong_components(const Eigen::MatrixXd& weights) {
  return mutual_classes(reach(weights));
}

inline std::vector<aidnet::index_t> weak_components(const Eigen::MatrixXd& weights) {
  // Absolute values, so that opposite weights do not cancel.
  return mutual_classes(reach(weights.cwiseAbs() + weights.cwiseAbs().transpose()));
}

}  // namespace testing_support::verify
