#pragma once

#include <Eigen/Dense>
#include <vector>

namespace verify {

using Real = long double;
using RealMatrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;
using RealVector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;
using Nodes = std::vector<Eigen::Index>;

struct RealPair {
  Real value;
  RealVector vector;
};

/// The leading eigenpair of an irreducible non-negative matrix by Noda's inverse iteration
/// (doi:10.1007/BF01436490) with dense factorisations: the shift is the upper bound of Collatz and
/// Wielandt, max_i (M x)_i / x_i, which sinks to the spectral radius.
inline RealPair noda(const RealMatrix& m) {
  const Eigen::Index n = m.rows();
  RealVector x = RealVector::Ones(n);
  for (int round = 0; round < 200; ++round) {
    const RealVector ratios = (m * x).cwiseQuotient(x);
    const Real upper = ratios.maxCoeff();
    if (upper - ratios.minCoeff() <= 1e-17L * upper) break;
    const RealMatrix shifted = upper * (1 + 1e-16L) * RealMatrix::Identity(n, n) - m;
    const RealVector next = shifted.partialPivLu().solve(x).cwiseAbs();
    if (!(next.minCoeff() > 0) || !next.allFinite()) break;  // singular in the last digit: done
    x = next / next.maxCoeff();
  }
  // The bound is late where tiny elements are all rounding; the quotient is not.
  return {x.dot(m * x) / x.squaredNorm(), x};
}

/// reached(i, j): whether arcs lead from i to j in none or more steps (Warshall).
inline Eigen::MatrixXi closure(const Eigen::MatrixXd& weights) {
  const Eigen::Index n = weights.rows();
  Eigen::MatrixXi reached = Eigen::MatrixXi::Identity(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      if (weights(i, j) > 0.0) reached(i, j) = 1;
  for (Eigen::Index k = 0; k < n; ++k)
    for (Eigen::Index i = 0; i < n; ++i)
      if (reached(i, k) != 0) reached.row(i) = reached.row(i).cwiseMax(reached.row(k));
  return reached;
}

struct Group {
  Nodes nodes;
  Real radius = 0;
  RealVector vector;  ///< of the group's Wᵀ
};

/// The strong components with their spectral radii.
inline std::vector<Group> groups(const Eigen::MatrixXd& weights, const Eigen::MatrixXi& reached) {
  const RealMatrix pulled = weights.transpose().cast<Real>();
  std::vector<Group> all;
  for (Eigen::Index i = 0; i < weights.rows(); ++i) {
    Group group;
    for (Eigen::Index j = 0; j < weights.rows(); ++j)
      if (reached(i, j) != 0 && reached(j, i) != 0) group.nodes.push_back(j);
    if (group.nodes.front() != i) continue;
    if (group.nodes.size() == 1) {
      group.radius = pulled(i, i);
      group.vector = RealVector::Ones(1);
    } else {
      const RealPair pair = noda(pulled(group.nodes, group.nodes));
      group.radius = pair.value;
      group.vector = pair.vector;
    }
    all.push_back(std::move(group));
  }
  return all;
}

inline double spectral_radius(const Eigen::MatrixXd& weights) {
  Real radius = 0;
  for (const Group& group : groups(weights, closure(weights)))
    radius = std::max(radius, group.radius);
  return static_cast<double>(radius);
}

struct Eigenvector {
  int leaders = 0;  ///< groups that tie and reach no other such; the score is unique if it is 1
  double radius = 0.0;
  std::vector<double> score;
};

/// Eigenvector centrality from the theory of reducible non-negative matrices, densely.
inline Eigenvector eigenvector(const Eigen::MatrixXd& weights) {
  const Eigen::Index n = weights.rows();
  const Eigen::MatrixXi reached = closure(weights);
  const std::vector<Group> all = groups(weights, reached);
  Eigenvector result;
  for (const Group& group : all)
    result.radius = std::max(result.radius, static_cast<double>(group.radius));
  if (result.radius == 0.0) return result;
  const auto is_tied = [&](const Group& g) { return g.radius > result.radius * (1 - 1e-9L); };
  const Group* leader = nullptr;
  for (const Group& group : all) {
    bool last = is_tied(group);
    for (const Group& other : all)
      if (&other != &group && is_tied(other) &&
          reached(group.nodes.front(), other.nodes.front()) != 0)
        last = false;
    if (!last) continue;
    ++result.leaders;
    leader = &group;
  }
  if (result.leaders != 1) return result;

  Nodes after;  // what the leader reaches
  for (Eigen::Index j = 0; j < n; ++j)
    if (reached(leader->nodes.front(), j) != 0 && reached(j, leader->nodes.front()) == 0)
      after.push_back(j);
  const RealMatrix pulled = weights.transpose().cast<Real>();
  RealVector x = RealVector::Zero(n);
  x(leader->nodes) = leader->vector;
  if (!after.empty()) {
    const auto k = static_cast<Eigen::Index>(after.size());
    const RealMatrix system = leader->radius * RealMatrix::Identity(k, k) - pulled(after, after);
    const RealVector arriving = pulled(after, leader->nodes) * leader->vector;
    const RealVector carried = system.partialPivLu().solve(arriving);
    x(after) = carried;
  }
  x /= x.stableNorm();
  for (const Real value : x) result.score.push_back(static_cast<double>(value));
  return result;
}

}  // namespace verify
