#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct NodeReciprocityOptions {
  /// The share of what the node gives, of what it receives, or of both together.
  Mode mode = Mode::all;
  /// Whether ties count by their weights, and not alike.
  bool weighted = true;
};

/// Reciprocity of each node: the share of its aid, or of its ties, that is returned in kind.
///
/// With s↔_i = Σ_{j≠i} min(w_ij, w_ji), what node i and its partners give each other alike,
///
///     out   s↔_i / s_i^out,  the share of what it gives that comes back
///     in    s↔_i / s_i^in,   the share of what it receives that it returns
///     all   2 s↔_i / (s_i^out + s_i^in).
///
/// Without weights each tie counts 1, and s↔ is the number of partners on both sides. The mean over
/// all nodes, each weighted by its strength, is `reciprocity`.
///
/// Weights are strengths and must be ≥ 0 if they are read; a common factor changes nothing. Zero
/// weights are no ties; without weights any other makes one, a negative one too. Self-loops are
/// left out. In an undirected graph what is given is received: 1 for nodes with partners.
///
/// Returns one value a node, in [0, 1]; NaN where there is nothing to take a share of. O(nodes +
/// entries).
///
/// Throws ValidationError, if weighted, for a negative weight or if the weights at a node add up to
/// more than a double; Cancelled.
///
/// T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli (2013): Reciprocity of weighted
/// networks. Scientific Reports 3, 2729, doi:10.1038/srep02729.
[[nodiscard]] std::vector<double> node_reciprocity(const Graph& graph,
                                                   const NodeReciprocityOptions& options = {},
                                                   const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
