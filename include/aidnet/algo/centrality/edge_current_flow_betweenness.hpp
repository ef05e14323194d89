#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EdgeCurrentFlowBetweennessOptions {
  /// Whether weights are conductances; if not, each tie has the conductance 1.
  bool weighted = true;
  /// Whether it is divided by (n − 1)(n − 2), if that is not 0.
  bool normalized = true;
};

/// Current-flow betweenness of ties: how much passes through a tie if it takes all ways at once.
///
///     b_ij = Σ_{s<t} c_ij |p_st(i) − p_st(j)|,
///
/// where p_st are the potentials if a unit of current enters at s and leaves at t, and every tie is
/// a wire of the conductance c: see `current_flow_betweenness`. A tie whose end has no other one
/// carries all of that end's currents; one beside many equal ones carries little.
///
/// A tie's conductance is w_ij + w_ji, as current does not mind which way aid flows: where both
/// give to each other, they are joined by one wire, whose value stands at both arcs. Weights must
/// be ≥ 0; multiplying all of them by a constant changes nothing. Entries of weight zero and
/// self-loops have 0. No current flows between parts that are not connected: their pairs add 0.
///
/// Returns one value an entry, ≥ 0; empty for a graph without entries. The divisor of
/// `normalized` is NetworkX's; for nodes it is half of that. Complexity, memory and exactness as
/// `current_flow_betweenness`.
///
/// Throws as `current_flow_betweenness`.
///
/// U. Brandes, D. Fleischer (2005): Centrality measures based on current flow. STACS 2005, LNCS
/// 3404, 533–544, doi:10.1007/978-3-540-31856-9_44.
[[nodiscard]] std::vector<double> edge_current_flow_betweenness(
    const Graph& graph, const EdgeCurrentFlowBetweennessOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
