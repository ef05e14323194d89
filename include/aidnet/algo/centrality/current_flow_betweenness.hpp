#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CurrentFlowBetweennessOptions {
  /// Whether weights are conductances; if not, each tie has the conductance 1.
  bool weighted = true;
  /// Whether it is divided by the number of pairs of other nodes, (n − 1)(n − 2)/2.
  bool normalized = true;
};

/// Current-flow betweenness, or random-walk betweenness: how much passes through a party if it
/// takes all ways at once.
///
///     b_v = Σ_{s<t, both ≠ v} ½ Σ_j c_vj |p_st(v) − p_st(j)|,
///
/// where p_st are the potentials if a unit of current enters at s and leaves at t, and every tie is
/// a wire of the conductance c. It takes every way in proportion to how well it conducts, and a
/// party beside the shortest paths counts too. The same is the net number of times that a random
/// walker from s to t passes v (Newman).
///
/// A tie's conductance is w_ij + w_ji, as current does not mind which way aid flows. Weights must
/// be ≥ 0; multiplying all of them by a constant changes nothing. Zero weights are no ties,
/// self-loops change nothing. No current flows between parts that are not connected: their pairs
/// add 0. An isolated node has 0.
///
/// Returns one score a node, ≥ 0, with `normalized` at most 1; zeros for less than three nodes,
/// empty for the empty graph. O(n³ + m n log n) and 2 n² doubles for the largest connected part of
/// n nodes and m ties. Currents are refined until none is wrong by more than about 1e-13 or, where
/// weights spread over more than some twelve decades, 1e-10 of a unit.
///
/// Throws ValidationError for a negative weight, or where weights at a node exceed a double;
/// SizeError for a connected part of more than 8 192 nodes; ConvergenceError where weights are so
/// uneven that currents are not known to 1e-10; Cancelled.
///
/// M. E. J. Newman (2005): A measure of betweenness centrality based on random walks. Social
/// Networks 27, 39–54, doi:10.1016/j.socnet.2004.11.009. U. Brandes, D. Fleischer (2005):
/// Centrality measures based on current flow. STACS 2005, LNCS 3404, 533–544,
/// doi:10.1007/978-3-540-31856-9_44.
[[nodiscard]] std::vector<double> current_flow_betweenness(
    const Graph& graph, const CurrentFlowBetweennessOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
