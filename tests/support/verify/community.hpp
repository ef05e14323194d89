#pragma once

#include <functional>
#include <limits>

#include "sample.hpp"

namespace testing_support::verify {

using Groups = std::vector<aidnet::index_t>;

/// The sum over all pairs of nodes, loops of undirected graphs counted from both ends.
inline double modularity(Eigen::MatrixXd weights, bool directed, const Groups& groups,
                         double resolution) {
  if (!directed) weights.diagonal() *= 2.0;
  const double total = weights.sum();
  if (!(total > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  const Eigen::VectorXd out = weights.rowwise().sum();
  const Eigen::VectorXd in = weights.colwise().sum();
  long double sum = 0.0L;
  for (Eigen::Index i = 0; i < weights.rows(); ++i)
    for (Eigen::Index j = 0; j < weights.rows(); ++j)
      if (groups[static_cast<std::size_t>(i)] == groups[static_cast<std::size_t>(j)])
        sum += static_cast<long double>(weights(i, j)) / total -
               static_cast<long double>(resolution) * (out(i) / total) * (in(j) / total);
  return static_cast<double>(sum);
}

/// The constant Potts model, pair by pair.
inline double potts(const Eigen::MatrixXd& weights, bool directed, const Groups& groups,
                    double resolution) {
  long double sum = 0.0L;
  for (Eigen::Index i = 0; i < weights.rows(); ++i)
    for (Eigen::Index j = directed ? 0 : i; j < weights.rows(); ++j)
      if (groups[static_cast<std::size_t>(i)] == groups[static_cast<std::size_t>(j)])
        sum += static_cast<long double>(weights(i, j)) -
               (i == j ? 0.0L : static_cast<long double>(resolution));
  return static_cast<double>(sum);
}

/// The largest value over all partitions of few nodes: each node in a group that an earlier one has
/// begun, or in a new one.
inline double best_of_all(std::size_t nodes, const std::function<double(const Groups&)>& quality) {
  Groups groups(nodes, 0);
  double best = -std::numeric_limits<double>::infinity();
  const std::function<void(std::size_t, aidnet::index_t)> place = [&](std::size_t k,
                                                                      aidnet::index_t begun) {
    if (k == nodes) {
      best = std::max(best, quality(groups));
      return;
    }
    for (aidnet::index_t g = 0; g <= begun; ++g) {
      groups[k] = g;
      place(k + 1, g == begun ? begun + 1 : begun);
    }
  };
  place(0, 0);
  return best;
}

/// Whether ties among the members hold each group together, directions aside.
inline bool connected(const Eigen::MatrixXd& weights, const Groups& groups) {
  const auto n = groups.size();
  Groups part(n);
  std::iota(part.begin(), part.end(), aidnet::index_t{0});
  for (std::size_t round = 0; round < n; ++round)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        if (groups[i] == groups[j] &&
            (weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) != 0.0))
          part[i] = part[j] = std::min(part[i], part[j]);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      if (groups[i] == groups[j] && part[i] != part[j]) return false;
  return true;
}

/// By how much the best merger of two groups changes the quality; −∞ where there is one group.
inline double best_merger(const Groups& groups,
                          const std::function<double(const Groups&)>& quality) {
  const double before = quality(groups);
  double best = -std::numeric_limits<double>::infinity();
  const aidnet::index_t count =
      groups.empty() ? 0 : 1 + *std::max_element(groups.begin(), groups.end());
  for (aidnet::index_t a = 0; a < count; ++a)
    for (aidnet::index_t b = a + 1; b < count; ++b) {
      Groups other = groups;
      std::replace(other.begin(), other.end(), b, a);
      best = std::max(best, quality(other) - before);
    }
  return best;
}

/// By how much the best move of one node, to another group or out of all, changes the quality.
inline double best_move(const Groups& groups, const std::function<double(const Groups&)>& quality) {
  const double before = quality(groups);
  double best = -std::numeric_limits<double>::infinity();
  const aidnet::index_t count =
      groups.empty() ? 0 : 1 + *std::max_element(groups.begin(), groups.end());
  for (std::size_t v = 0; v < groups.size(); ++v)
    for (aidnet::index_t to = 0; to <= count; ++to) {
      if (to == groups[v]) continue;
      Groups other = groups;
      other[v] = to;
      best = std::max(best, quality(other) - before);
    }
  return best;
}

/// Coverage, that of weight and performance over all ordered pairs of different nodes, and 1.
inline std::vector<double> partition_quality(const Eigen::MatrixXd& weights, const Groups& groups) {
  double ties = 0.0;
  double ties_inside = 0.0;
  double weight = 0.0;
  double weight_inside = 0.0;
  double right = 0.0;
  double pairs = 0.0;
  for (std::size_t i = 0; i < groups.size(); ++i)
    for (std::size_t j = 0; j < groups.size(); ++j) {
      if (i == j) continue;
      const double w = weights(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
      const bool same = groups[i] == groups[j];
      ++pairs;
      weight += w;
      ties += w != 0.0;
      right += same == (w != 0.0);
      if (same) {
        ties_inside += w != 0.0;
        weight_inside += w;
      }
    }
  return {ties_inside / ties, weight_inside / weight, right / pairs, 1.0};
}

}  // namespace testing_support::verify
