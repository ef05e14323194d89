#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EstradaIndexOptions {
  /// Whether walks count with the product of their weights; if not, each tie counts as 1.
  bool weighted = false;
  /// Which way walks go: with the flows (out), against them (in, the same index), or either way
  /// (all).
  Mode mode = Mode::all;
};

/// The Estrada index of a network: its closed walks, long ones counting less.
///
///     EE = Σ_i (exp A)_ii = Σ_i exp(λ_i),
///
/// the sum of `subgraph` over all nodes, where A and its eigenvalues λ_i are explained. It is the
/// number of nodes for a network without ties, or, with mode = out, without cycles, and grows with
/// how densely knit the network is. It is no average: larger networks have larger ones.
///
/// Weights, direction, self-loops, zeros, isolated nodes and disconnected parts as in `subgraph`;
/// the index of two networks side by side is the sum of theirs.
///
/// Returns a number ≥ the number of nodes; 0 for the empty graph. Complexity as `subgraph`.
///
/// Throws ValidationError for a negative weight, or where the index exceeds a double; Cancelled.
///
/// E. Estrada (2000): Characterization of 3D molecular structure. Chemical Physics Letters 319,
/// 713–718, doi:10.1016/S0009-2614(00)00158-5. J. A. de la Peña, I. Gutman, J. Rada (2007):
/// Estimating the Estrada index. Linear Algebra and its Applications 427, 70–76,
/// doi:10.1016/j.laa.2007.06.020.
[[nodiscard]] double estrada_index(const Graph& graph, const EstradaIndexOptions& options = {},
                                   const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
