#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SubgraphOptions {
  /// Whether walks count with the product of their weights; if not, each tie counts as 1.
  bool weighted = false;
  /// Which way walks go: with the flows (out), against them (in, the same scores), or either way
  /// (all).
  Mode mode = Mode::all;
};

/// Subgraph centrality: how many closed walks begin and end at a party, long ones counting less.
///
///     SC_i = Σ_k (Aᵏ)_ii / k! = (exp A)_ii.
///
/// High scores are parties in the midst of dense groups, of which short closed walks (there and
/// back, triangles, …) are the signs. A is 1 for a tie in either direction and 0 else; with
/// `weighted`, w_ij + w_ji (loops once). With mode = out, only walks along the flows count, so that
/// 1 is the score of who gets nothing of its own back: every party of a network that only leads
/// from donors to recipients.
///
/// Weights must be ≥ 0. By default only whether there is a tie counts; `weighted` scores depend on
/// the unit, and exceed a double where weights add up to a few hundred: scale them to about 1.
/// Zero weights are no ties. A self-loop is a tie as any other. An isolated node has 1.
/// Disconnected parts do not touch each other.
///
/// Returns one score a node, ≥ 1, exact to about the last two digits; empty for the empty graph.
/// O(nodes · entries · ρ) at most, for the spectral radius ρ of A (and some 20 more where it is
/// small); 24 doubles a node and thread.
///
/// Throws ValidationError for a negative weight, or where a score exceeds a double; Cancelled.
///
/// E. Estrada, J. A. Rodríguez-Velázquez (2005): Subgraph centrality in complex networks. Physical
/// Review E 71, 056103, doi:10.1103/PhysRevE.71.056103.
[[nodiscard]] std::vector<double> subgraph(const Graph& graph, const SubgraphOptions& options = {},
                                           const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
