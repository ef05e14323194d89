#pragma once

#include <limits>
#include <map>

#include "sample.hpp"

namespace testing_support::verify {

/// Rounds in which every node counts the labels of its partners of the round before, in and out.
inline std::vector<aidnet::index_t> labels_at_once(const Eigen::MatrixXd& weights, bool directed,
                                                   int rounds) {
  const auto n = static_cast<std::size_t>(weights.rows());
  std::vector<aidnet::index_t> label(n);
  std::iota(label.begin(), label.end(), aidnet::index_t{0});
  for (int round = 0; round < rounds; ++round) {
    const std::vector<aidnet::index_t> before = label;
    for (Eigen::Index v = 0; v < weights.rows(); ++v) {
      std::map<aidnet::index_t, int> count;  // ascending, so the smallest of the best comes first
      for (Eigen::Index u = 0; u < weights.rows(); ++u) {
        if (u == v) continue;
        const auto there = before[static_cast<std::size_t>(u)];
        if (weights(v, u) != 0.0) ++count[there];
        if (directed && weights(u, v) != 0.0) ++count[there];
      }
      int most = 0;
      for (const auto& [name, times] : count)
        if (times > most) {
          most = times;
          label[static_cast<std::size_t>(v)] = name;
        }
    }
  }
  return label;
}

/// The least, over the nodes with partners, of what ties it to its label over what ties it to the
/// best one.
inline double least_agreement(const Eigen::MatrixXd& weights,
                              const std::vector<aidnet::index_t>& label) {
  double least = std::numeric_limits<double>::infinity();
  for (Eigen::Index v = 0; v < weights.rows(); ++v) {
    std::map<aidnet::index_t, double> sum;
    double most = 0.0;
    for (Eigen::Index u = 0; u < weights.rows(); ++u)
      if (u != v)
        most = std::max(most,
                        sum[label[static_cast<std::size_t>(u)]] += weights(v, u) + weights(u, v));
    if (most > 0.0) least = std::min(least, sum[label[static_cast<std::size_t>(v)]] / most);
  }
  return least;
}

}  // namespace testing_support::verify
