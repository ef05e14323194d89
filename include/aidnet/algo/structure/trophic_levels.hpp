#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/algo/structure/trophic_method.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct TrophicLevelsOptions {
  TrophicMethod method = TrophicMethod::mackay;
  /// For weakly connected parts of more than 1 000 nodes, which are solved by iteration: bound on
  /// the residual of the levels' equations, relative to their right side, in the norm in which a
  /// node counts with its weight (mackay); as for `katz` (levine).
  double tolerance = 1e-12;
  int max_iterations = 10'000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
};

struct TrophicLevelsResult {
  std::vector<double> level{};
  Convergence convergence{};
};

/// Trophic levels: how far down the stream of giving a party stands.
///
/// By MacKay, Johnson and Sansom (mackay), the levels h for which ties lead up one level as nearly
/// as can be, that is, which minimise Σ_ij w_ij (h_j − h_i − 1)²:
///
///     Σ_j (w_ij + w_ji) (h_i − h_j) = Σ_j w_ji − Σ_j w_ij,
///
/// the lowest node of each weakly connected part being at 0. They exist for every network. By
/// Levine (levine), the ecologists' older definition, a party that receives nothing is at 1, any
/// other one above the average of those it receives from:
///
///     h_j = 1 + Σ_i w_ij h_i / Σ_i w_ij,
///
/// which needs a chain of ties to every node from one that receives nothing. Low are sources of
/// aid, high are its final recipients, and intermediaries are between them.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Zero weights are no ties. Self-loops change nothing for mackay; for levine a node with one
/// receives from itself. Isolated nodes are at 0, or 1. In an undirected graph mackay puts all at
/// 0, and levine is undefined where there is a tie.
///
/// Returns one level a node; empty for the empty graph. Parts of up to 1 000 nodes (levine: graphs)
/// are solved by an elimination that subtracts nothing, O(nodes³) at most and 16 bytes a pair,
/// which is exact to about 1e-14 of the largest level however uneven the weights are; larger ones
/// by conjugate gradients, O(entries) a step, which very uneven weights can keep from converging.
///
/// Throws ValidationError for a negative weight, or where weights at a node exceed a double;
/// UndefinedError (levine) where a node is not reached from one that receives nothing;
/// ConvergenceError; Cancelled.
///
/// R. S. MacKay, S. Johnson, B. Sansom (2020): How directed is a directed network? Royal Society
/// Open Science 7, 201138, doi:10.1098/rsos.201138. S. Levine (1980): Several measures of trophic
/// structure applicable to complex food webs. Journal of Theoretical Biology 83, 195–207,
/// doi:10.1016/0022-5193(80)90288-X.
[[nodiscard]] TrophicLevelsResult trophic_levels(const Graph& graph,
                                                 const TrophicLevelsOptions& options = {},
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
