#pragma once

#include <Eigen/Dense>
#include <vector>

#include "verify/trophic.hpp"

namespace testing_support::verify {

/// Random-walk closeness from the mean times of the walk: one pivoted linear system a node, 80
/// bits. Loops of `weights` count once.
inline std::vector<double> random_walk_closeness(const Eigen::MatrixXd& weights) {
  const Eigen::Index n = weights.rows();
  const std::vector<Eigen::Index> part = parts(weights);
  std::vector<double> score(static_cast<std::size_t>(n), 0.0);
  for (Eigen::Index first = 0; first < n; ++first) {
    std::vector<Eigen::Index> nodes;
    for (Eigen::Index i = first; i < n; ++i)
      if (part[static_cast<std::size_t>(i)] == first) nodes.push_back(i);
    if (nodes.size() < 2) continue;
    RealMatrix walk = weights(nodes, nodes).cast<Real>();
    const RealVector sums = walk.rowwise().sum();
    walk.array().colwise() /= sums.array();
    const auto count = static_cast<Eigen::Index>(nodes.size());
    for (Eigen::Index j = 0; j < count; ++j) {
      RealMatrix system = RealMatrix::Identity(count, count) - walk;
      system.col(j).setZero();  // no way on from j, and no time there
      system.row(j).setZero();
      system(j, j) = 1;
      RealVector one = RealVector::Ones(count);
      one(j) = 0;
      const RealVector times = system.fullPivLu().solve(one);
      score[static_cast<std::size_t>(nodes[static_cast<std::size_t>(j)])] =
          static_cast<double>(static_cast<Real>(count - 1) / times.sum());
    }
  }
  return score;
}

/// The same of a tree, by its definition there: to cross a tie takes as long as the weights on the
/// near side of it, itself among them, are larger than it; and a way takes as long as its ties. No
/// digit is lost, however uneven the weights are. Ties (i, parent[i]) of `weight[i]`, for i > 0.
inline std::vector<double> random_walk_closeness_of_tree(const std::vector<std::size_t>& parent,
                                                         const std::vector<double>& weight) {
  const std::size_t n = parent.size();
  // What lies below each node, all ties counted from both ends, and the one upwards from below.
  const auto below = [&](std::size_t node, std::size_t other) {
    for (; other != 0 && other != node;) other = parent[other];
    return other == node;
  };
  std::vector<double> score;
  for (std::size_t j = 0; j < n; ++j) {
    Real all = 0;
    for (std::size_t i = 0; i < n; ++i) {
      if (i == j) continue;
      // The ties on the way: of those that are above i or above j, but not above both.
      for (std::size_t tie = 1; tie < n; ++tie) {
        const bool up = below(tie, i);
        if (up == below(tie, j)) continue;
        Real near = 0;  // weights at nodes on the side of i
        for (std::size_t other = 1; other < n; ++other) {
          const Real w = weight[other];
          if (below(tie, other) == up) near += w;
          if (below(tie, parent[other]) == up) near += w;
        }
        all += near / static_cast<Real>(weight[tie]);
      }
    }
    score.push_back(static_cast<double>(static_cast<Real>(n - 1) / all));
  }
  return score;
}

}  // namespace testing_support::verify
