#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CommunicabilityBetweennessOptions {
  /// Whether walks count with the product of their weights; if not, each tie counts as 1.
  bool weighted = false;
  /// Which way walks go: with the flows (out), against them (in, the same scores), or either way
  /// (all).
  Mode mode = Mode::all;
};

/// Communicability betweenness: what share of the walks between others a party is on.
///
///     ω_r = 1 / ((n − 1)(n − 2)) Σ_{p ≠ q, both ≠ r} (G_pq − G⁽ʳ⁾_pq) / G_pq,
///
/// where G is the `communicability` and G⁽ʳ⁾ that of the network without r. Unlike betweenness it
/// takes all walks into account, the shorter the more: without a party of high score, much of what
/// could pass between others could not. Pairs without a walk have no share and add 0.
///
/// A is 1 for a tie in either direction and 0 else; with `weighted`, w_ij + w_ji (loops once). With
/// mode = out walks follow the flows. Weights must be ≥ 0; `weighted` scores depend on the unit,
/// and walks exceed a double where weights add up to a few hundred: scale them to about 1. Zero
/// weights are no ties. A self-loop is a tie as any other. An isolated node has 0. Pairs further
/// apart than some 170 steps, whose 1/k! vanishes, add 0.
///
/// Returns one score a node, in [0, 1]; zeros for less than three nodes, empty for the empty graph.
/// O(nodes² · entries · ρ), for the spectral radius ρ of A (and some 20 more where it is small):
/// meant for networks of at most a few hundred nodes. Each share is exact to about 1e-15.
///
/// Throws ValidationError for a negative weight, or where a value exceeds a double; Cancelled.
///
/// E. Estrada, D. J. Higham, N. Hatano (2009): Communicability betweenness in complex networks.
/// Physica A 388, 764–774, doi:10.1016/j.physa.2008.11.011.
[[nodiscard]] std::vector<double> communicability_betweenness(
    const Graph& graph, const CommunicabilityBetweennessOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
