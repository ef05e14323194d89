#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SecondOrderOptions {
  /// Whether ties are walked in proportion to their weights; if not, each alike.
  bool weighted = true;
};

/// Second-order centrality: how irregularly a random walk comes back to a party. Low is central.
///
/// The walk is made fair first: from node i it follows the tie to j with probability a_ij / d,
/// where a_ij = w_ij + w_ji and d is the largest Σ_j a_ij, and stays for the rest of the time, so
/// that it is at every node equally often. The score is the standard deviation of the number of
/// steps until it is back,
///
///     σ_i = √(2 Σ_j H_ji − n (n + 1)),
///
/// where H_ji is the mean number of steps from j to i, and H_ii = n that of a return. In the midst
/// of a network it comes back about as regularly as it can; where it can be trapped elsewhere,
/// seldom but then often.
///
/// Weights must be ≥ 0; multiplying all of them by a constant changes nothing. Zero weights are no
/// ties. A self-loop keeps the walk for a step and counts once in Σ_j a_ij.
///
/// Returns one number of steps a node, 0 for a network of one node; empty for the empty graph.
/// O(n³) and n² doubles for n nodes; exact to about n² · 1e-16.
///
/// Throws ValidationError for a negative weight, or where weights at a node exceed a double;
/// UndefinedError for a network that is not connected, as the walk never gets from one part to
/// another; SizeError for more than 8 192 nodes; Cancelled.
///
/// A.-M. Kermarrec, E. Le Merrer, B. Sericola, G. Trédan (2011): Second order centrality:
/// distributed assessment of nodes criticity in complex networks. Computer Communications 34,
/// 619–628, doi:10.1016/j.comcom.2010.06.007.
[[nodiscard]] std::vector<double> second_order(const Graph& graph,
                                               const SecondOrderOptions& options = {},
                                               const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
