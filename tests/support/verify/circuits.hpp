#pragma once

#include <Eigen/Dense>
#include <cmath>
#include <vector>

#include "verify/trophic.hpp"

/// Networks of resistors from Ohm's and Kirchhoff's laws, pair by pair.
namespace testing_support::verify {

/// The conductances of a network: either way, by weight or 1 a tie, without loops.
inline Eigen::MatrixXd conductances(const Eigen::MatrixXd& weights, bool directed, bool weighted) {
  Eigen::MatrixXd c = weights;
  if (directed) c += weights.transpose();
  if (!weighted) c = (c.array() > 0.0).cast<double>();
  c.diagonal().setZero();
  return c;
}

/// How far potentials of a unit current from s to t are from one another over each pair of nodes:
/// by least squares of one row a wire, which needs no difference of sums of conductances: the
/// potentials are those that minimise ½ Σ c (p_i − p_j)² − (p_s − p_t), that is, the currents are
/// the shortest vector, by resistance, that Kirchhoff's law admits. 80 bits. `nodes` are connected.
inline RealMatrix currents(const Eigen::MatrixXd& c, const std::vector<Eigen::Index>& nodes,
                           std::size_t s, std::size_t t) {
  const auto n = static_cast<Eigen::Index>(nodes.size());
  // x = √r · current; minimise ‖x‖ where the divergence is given: x = Aᵀ (A Aᵀ)⁻¹ b by rotations.
  std::vector<std::pair<Eigen::Index, Eigen::Index>> wires;
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = i + 1; j < n; ++j)
      if (c(nodes[static_cast<std::size_t>(i)], nodes[static_cast<std::size_t>(j)]) > 0.0)
        wires.emplace_back(i, j);
  const auto m = static_cast<Eigen::Index>(wires.size());
  RealMatrix divergence = RealMatrix::Zero(n - 1, m);
  RealVector root(m);
  for (Eigen::Index e = 0; e < m; ++e) {
    const auto [i, j] = wires[static_cast<std::size_t>(e)];
    root(e) = std::sqrt(static_cast<Real>(
        c(nodes[static_cast<std::size_t>(i)], nodes[static_cast<std::size_t>(j)])));
    if (i > 0) divergence(i - 1, e) += root(e);
    divergence(j - 1, e) -= root(e);
  }
  RealVector given = RealVector::Zero(n - 1);
  if (s > 0) given(static_cast<Eigen::Index>(s) - 1) += 1;
  if (t > 0) given(static_cast<Eigen::Index>(t) - 1) -= 1;
  const RealVector x = divergence.completeOrthogonalDecomposition().solve(given);
  RealMatrix current = RealMatrix::Zero(n, n);
  for (Eigen::Index e = 0; e < m; ++e) {
    const auto [i, j] = wires[static_cast<std::size_t>(e)];
    current(i, j) = current(j, i) = std::abs(root(e) * x(e));
  }
  return current;
}

struct CurrentFlow {
  std::vector<double> node;  ///< not normalised
  Eigen::MatrixXd tie;
};

inline CurrentFlow current_flow(const Eigen::MatrixXd& c) {
  const Eigen::Index count = c.rows();
  const std::vector<Eigen::Index> part = parts(c);
  RealVector through = RealVector::Zero(count);
  RealMatrix over = RealMatrix::Zero(count, count);
  for (Eigen::Index first = 0; first < count; ++first) {
    std::vector<Eigen::Index> nodes;
    for (Eigen::Index i = first; i < count; ++i)
      if (part[static_cast<std::size_t>(i)] == first) nodes.push_back(i);
    for (std::size_t s = 0; s < nodes.size(); ++s)
      for (std::size_t t = s + 1; t < nodes.size(); ++t) {
        const RealMatrix current = currents(c, nodes, s, t);
        for (std::size_t i = 0; i < nodes.size(); ++i)
          for (std::size_t j = 0; j < nodes.size(); ++j) {
            const Real one = current(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
            over(nodes[i], nodes[j]) += one;
            if (i != s && i != t) through(nodes[i]) += one / 2;
          }
      }
  }
  CurrentFlow flow;
  flow.tie = over.cast<double>();
  for (const Real value : through) flow.node.push_back(static_cast<double>(value));
  return flow;
}

/// Effective resistances within each part, from the energy of a unit current; 0 between parts.
inline Eigen::MatrixXd resistances(const Eigen::MatrixXd& c) {
  const Eigen::Index count = c.rows();
  const std::vector<Eigen::Index> part = parts(c);
  Eigen::MatrixXd r = Eigen::MatrixXd::Zero(count, count);
  for (Eigen::Index first = 0; first < count; ++first) {
    std::vector<Eigen::Index> nodes;
    for (Eigen::Index i = first; i < count; ++i)
      if (part[static_cast<std::size_t>(i)] == first) nodes.push_back(i);
    for (std::size_t s = 0; s < nodes.size(); ++s)
      for (std::size_t t = s + 1; t < nodes.size(); ++t) {
        const RealMatrix current = currents(c, nodes, s, t);
        Real energy = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i)
          for (std::size_t j = i + 1; j < nodes.size(); ++j)
            if (c(nodes[i], nodes[j]) > 0.0) {
              const Real one = current(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
              energy += one * one / static_cast<Real>(c(nodes[i], nodes[j]));
            }
        r(nodes[s], nodes[t]) = r(nodes[t], nodes[s]) = static_cast<double>(energy);
      }
  }
  return r;
}

}  // namespace testing_support::verify
