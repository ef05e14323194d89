#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct HitsOptions {
  /// Whether hubs and authorities sum to 1 each; else authorities have length 1 (the root of the
  /// sum of squares) and hubs are W a, of length σ.
  bool normalized = true;
  /// Bound on ‖W Wᵀ h − σ² h‖ / σ², where ‖h‖ = 1. Not scaled by the number of nodes.
  double tolerance = 1e-12;
  /// Most restarts of the Arnoldi method, each of usually up to 26 products with W and Wᵀ.
  int max_iterations = 1000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
};

struct HitsResult {
  std::vector<double> hub{};
  std::vector<double> authority{};
  /// The largest singular value σ of the weights, in their unit; 0 for the empty graph.
  double singular_value = 0.0;
  Convergence convergence{};
};

/// HITS: hubs give to good authorities, authorities receive from good hubs.
///
///     σ h_i = Σ_j w_ij a_j,  σ a_j = Σ_i w_ij h_i,  h ≥ 0, a ≥ 0,
///
/// with the largest singular value σ of W: h and a are its leading singular vectors. In an aid
/// network the hubs are the main donors and the authorities the main recipients of its strongest
/// common pattern of giving; a network that only leads from donors to recipients is no exception.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant multiplies σ and
/// nothing else. Self-loops are ties as any other, zero weights are none. Nodes that give nothing
/// have hub 0, nodes that receive nothing authority 0.
///
/// Donors that share recipients, directly or through others, form a group with these; different
/// groups know nothing of each other. The one with the largest singular value has all the scores,
/// all other nodes have 0. Where it is not unique within a relative 1e-9, neither are the vectors:
/// an error, as for a graph without any tie. Where every gift is returned, as in an undirected
/// graph, W is symmetric, and hubs and authorities are the same: the eigenvector of the component
/// with the largest eigenvalue. If that is bipartite, as a star is, W has other leading singular
/// vectors too (the centre the only hub, the leaves the authorities; or the other way round), and
/// this is the one in which nothing but the weights decides. igraph does the same for undirected
/// graphs; elsewhere it and NetworkX (3.6) answer with whichever vector their iteration comes to.
///
/// Returns one hub and one authority score a node; empty for the empty graph. O(entries) a product
/// and O(nodes) beside it, about 26 doubles of memory a node.
///
/// Throws ValidationError for a negative weight, or where weights exceed a double; UndefinedError
/// where no tie has a positive weight, or the leading group is not unique; SizeError where twice
/// the nodes or entries do not fit index_t; ConvergenceError; Cancelled.
///
/// J. M. Kleinberg (1999): Authoritative sources in a hyperlinked environment. Journal of the ACM
/// 46, 604–632, doi:10.1145/324133.324140.
[[nodiscard]] HitsResult hits(const Graph& graph, const HitsOptions& options = {},
                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
