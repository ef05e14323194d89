#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CohitsOptions {
  /// Weight of the recipients' scores in a donor's own, in [0, 1]; the rest is from `donor_prior`.
  double donor_damping = 0.85;
  /// Weight of the donors' scores in a recipient's own, in [0, 1]; the rest from `recipient_prior`.
  double recipient_damping = 0.85;
  /// What is known beforehand of each node as a donor, ≥ 0 with a positive sum, scaled to sum to 1.
  /// Empty: alike for all that give.
  std::vector<double> donor_prior{};
  /// The same of each node as a recipient. Empty: alike for all that receive.
  std::vector<double> recipient_prior{};
  /// Bound on the L1 change of both vectors in the last iteration. Not scaled by the number of
  /// nodes.
  double tolerance = 1e-12;
  int max_iterations = 1000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
};

struct CohitsResult {
  std::vector<double> donor{};
  std::vector<double> recipient{};
  Convergence convergence{};
};

/// Co-HITS: donors and recipients rank each other, each handing its score on in shares.
///
///     u_i = α Σ_j p_j w_ij / s_j + (1 − α) u⁰_i,   p_j = β Σ_i u_i w_ij / s_i + (1 − β) p⁰_j,
///     s_i = Σ_j w_ij,   s_j = Σ_i w_ij,
///
/// where u are the nodes as donors, p the nodes as recipients, α is `donor_damping`, β is
/// `recipient_damping` (λ_u and λ_v in the paper), and u⁰ and p⁰ are what is known beforehand. It
/// lies between HITS and personalised PageRank: a donor stands high that gives a large share of
/// what recipients that stand high receive, a recipient that is given a large share of what such
/// donors give.
///
/// A directed graph is read as a two-mode one: its rows are donors, its columns recipients, and a
/// party that gives and receives has both scores, which do not influence each other but through the
/// ties. Both dampings at 1 leave nothing of the priors, so their product must be below 1.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Self-loops are ties as any other, zero weights are none. A node that gives nothing has what is
/// left of its prior as a donor, which is 0 if none is given; so for recipients. Disconnected parts
/// do not influence each other. In an undirected graph every node with a tie is both.
///
/// Returns a donor's and a recipient's score a node, ≥ 0 and not normalised further; empty for the
/// empty graph. O(entries) an iteration; about log(tolerance) / log(αβ) iterations.
///
/// Throws ValidationError for a negative weight, a damping outside [0, 1], two of 1, a prior of the
/// wrong length, with negative or infinite elements or without a positive one, or weights at a node
/// that add up to more than a double or to less than about 1e-308; ConvergenceError; Cancelled.
///
/// H. Deng, M. R. Lyu, I. King (2009): A generalized Co-HITS algorithm and its application to
/// bipartite graphs. Proceedings of the 15th ACM SIGKDD Conference, 239–248,
/// doi:10.1145/1557019.1557051.
[[nodiscard]] CohitsResult cohits(const Graph& graph, const CohitsOptions& options = {},
                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
