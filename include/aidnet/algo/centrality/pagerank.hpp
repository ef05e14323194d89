#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Where a walker goes from a node that gives nothing.
enum class Dangling {
  teleport,  ///< to a node drawn as a teleport would be (NetworkX's default)
  uniform,   ///< to any node, each as likely
  stay,      ///< nowhere: the node keeps what reached it (a self-loop)
};

struct PagerankOptions {
  /// Probability of following a tie rather than teleporting, in [0, 1].
  double damping = 0.85;
  /// Teleport target: weight of each node, ≥ 0 with a positive sum. Empty: every node alike.
  std::vector<double> personalization{};
  Dangling dangling = Dangling::teleport;
  /// Target of walkers at dangling nodes, as `personalization`; replaces `dangling` if not empty.
  std::vector<double> dangling_weights{};
  /// Where the iteration starts, as `personalization`; empty: at the teleport target. The scores
  /// are the same within the tolerance, from near them sooner.
  std::vector<double> start{};
  /// Which way the walker goes: with the flows (out), against them (in), or either way (all).
  Mode mode = Mode::out;
  /// Bound on the L1 change of the last iteration. Not scaled by the number of nodes, and tighter
  /// than NetworkX's, whose default leaves errors of 1e-6 a node.
  double tolerance = 1e-10;
  int max_iterations = 1000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
  /// If not 0, exactly so many iterations from the start, and no error where these do not
  /// reach the tolerance. With all weights alike this is PageRank as LDBC Graphalytics defines it.
  int iterations = 0;
};

struct PagerankResult {
  std::vector<double> score{};
  Convergence convergence{};
};

/// PageRank: where a unit of aid ends up when each party passes it on in proportion to its gifts.
///
/// A walker at node i follows the tie i → j with probability damping · w_ij / s_i (s_i = Σ_j w_ij)
/// and else teleports to j with probability t_j, the normalised personalization:
///
///     x_j = (1 − d) t_j + d ( Σ_i x_i w_ij / s_i + D_j ),
///
/// where D_j is what arrives from dangling nodes (s_i = 0). High scores are parties that much of
/// the network's giving leads to, directly or through intermediaries; with mode = in, parties that
/// much of the receiving leads back to.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Direction as `mode` says; an undirected edge can be walked both ways. Self-loops are ties as
/// any other. Zero weights are no ties. Disconnected parts share the mass by teleportation.
///
/// Returns one score a node, ≥ 0, summing to 1; empty for the empty graph.
/// O(entries) an iteration; about log(tolerance) / log(damping) iterations.
///
/// Throws ValidationError for a negative weight, a total below about 1e-308, a damping outside
/// [0, 1], a tolerance that is not positive, max_iterations below 1, negative iterations, or a
/// personalization, dangling or start vector of the wrong length, with negative or infinite
/// elements or without a positive one; ConvergenceError; Cancelled.
///
/// L. Page, S. Brin, R. Motwani, T. Winograd (1999): The PageRank citation ranking: bringing order
/// to the web. Stanford InfoLab 1999-66. A. N. Langville, C. D. Meyer (2004): Deeper inside
/// PageRank. Internet Mathematics 1, 335–380, doi:10.1080/15427951.2004.10129091. A. Iosup et al.
/// (2016): LDBC Graphalytics: a benchmark for large-scale graph analysis on parallel and
/// distributed platforms. Proceedings of the VLDB Endowment 9, 1317–1328,
/// doi:10.14778/3007263.3007270.
[[nodiscard]] PagerankResult pagerank(const Graph& graph, const PagerankOptions& options = {},
                                      const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
