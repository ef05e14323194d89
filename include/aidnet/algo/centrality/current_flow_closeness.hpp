#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CurrentFlowClosenessOptions {
  /// Whether weights are conductances; if not, each tie has the conductance 1.
  bool weighted = true;
};

/// Current-flow closeness, or information centrality: how near a party is to the others by all ways
/// at once.
///
///     c_i = 1 / Σ_j R_ij,
///
/// where R_ij is the resistance between i and j if every tie is a wire that conducts the better the
/// larger its weight is: unlike the length of the shortest path, it falls with every further way
/// and with every strengthening of a tie. n · c_i is Stephenson and Zelen's information.
///
/// A tie's conductance is w_ij + w_ji, as current does not mind which way aid flows. Weights must
/// be ≥ 0; multiplying all of them by a constant multiplies the scores by it. Zero weights are no
/// ties, self-loops change nothing. Where the network is not connected, the sum is over a node's
/// own part, so that scores of parts of different size cannot be compared; an isolated node has 0.
///
/// Returns one score a node, ≥ 0; empty for the empty graph. O(n³) and n² doubles for the largest
/// connected part of n nodes; exact to about n · 1e-16, however uneven the weights are.
///
/// Throws ValidationError for a negative weight, or where weights at a node exceed a double;
/// SizeError for a connected part of more than 8 192 nodes; Cancelled.
///
/// U. Brandes, D. Fleischer (2005): Centrality measures based on current flow. STACS 2005, LNCS
/// 3404, 533–544, doi:10.1007/978-3-540-31856-9_44. K. Stephenson, M. Zelen (1989): Rethinking
/// centrality: methods and examples. Social Networks 11, 1–37, doi:10.1016/0378-8733(89)90016-6.
[[nodiscard]] std::vector<double> current_flow_closeness(
    const Graph& graph, const CurrentFlowClosenessOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
