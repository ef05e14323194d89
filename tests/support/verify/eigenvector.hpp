#pragma once

#include <Eigen/Dense>
#include <vector>

namespace testing_support::verify {

using Real = long double;
using RealMatrix = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;
using RealVector = Eigen::Matrix<Real, Eigen::Dynamic, 1>;
using Indices = std::vector<Eigen::Index>;

/// Gaussian elimination without pivoting, which loses no digits of an M-matrix (non-negative
/// inverse, nothing positive off the diagonal): x with a x = b, and whether all pivots are
/// positive, which holds exactly for M-matrices.
struct Elimination {
  RealVector solution;
  bool positive = true;
};

inline Elimination eliminate(RealMatrix a, RealVector b) {
  const Eigen::Index n = a.rows();
  for (Eigen::Index k = 0; k < n; ++k) {
    if (!(a(k, k) > 0)) return {std::move(b), false};
    for (Eigen::Index i = k + 1; i < n; ++i) {
      if (a(i, k) == 0) continue;
      const Real factor = a(i, k) / a(k, k);
      a.row(i).tail(n - k - 1) -= factor * a.row(k).tail(n - k - 1);
      b(i) -= factor * b(k);
    }
  }
  for (Eigen::Index k = n; k-- > 0;) {
    for (Eigen::Index j = k + 1; j < n; ++j) b(k) -= a(k, j) * b(j);
    b(k) /= a(k, k);
  }
  return {std::move(b), true};
}

struct RealPair {
  Real value;
  RealVector vector;
};

/// The leading eigenpair of an irreducible non-negative matrix m: s I − m is an M-matrix for s
/// above the spectral radius only, so bisection finds that, and inverse iteration the vector.
inline RealPair perron(const RealMatrix& m) {
  const Eigen::Index n = m.rows();
  const RealMatrix one = RealMatrix::Identity(n, n);
  RealVector x = RealVector::Ones(n);
  Real upper = m.rowwise().sum().maxCoeff() * 1.01L;
  Real lower = 0;
  while (upper - lower > 1e-18L * upper) {
    const Real middle = lower > 0 ? (lower + upper) / 2 : upper / 1024;
    if (middle == lower || middle == upper) break;
    (eliminate(middle * one - m, x).positive ? upper : lower) = middle;
  }
  for (int round = 0; round < 5; ++round) {
    const Elimination step = eliminate(upper * (1 + 1e-15L) * one - m, x);
    x = step.solution / step.solution.maxCoeff();
  }
  return {upper, x};
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
  Indices nodes;
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
      const RealPair pair = perron(pulled(group.nodes, group.nodes));
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

  Indices after;  // what the leader reaches
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
    x(after) = eliminate(system, arriving).solution;
  }
  x /= x.stableNorm();
  for (const Real value : x) result.score.push_back(static_cast<double>(value));
  return result;
}

}  // namespace testing_support::verify
