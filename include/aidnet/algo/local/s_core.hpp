#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SCoreOptions {
  /// Weights that count inside a core: those given (out), received (in), or both added up (all).
  Mode mode = Mode::all;
};

/// s-core, or strength core: how deep a party is in the part of the network where much is given.
///
/// The s-core is the largest set of nodes each of which has a strength of at least s by its ties
/// to others in the set; a node's value is the largest s whose core it is in. It is found by taking
/// away, again and again, the node with the least strength that is left to it. What `core_number`
/// is for the number of ties: a great donor to parties that get nothing else has a low value.
///
/// In a directed graph a node's ties are its arcs to the set, from it, or both as `mode` says.
/// Weights are strengths and must be ≥ 0; a common factor multiplies the values. Zero weights are
/// no ties. Self-loops are left out. Isolated nodes have 0.
///
/// Returns one number a node, in the unit of the weights, ≥ 0 and at most its strength; empty for
/// the empty graph. With all weights 1 these are the core numbers. What is left of a strength is
/// kept to twice the digits of a double, so that ties of amounts stay ties.
/// O(nodes + entries · log entries).
///
/// Throws ValidationError for a negative weight or if the weights at a node add up to more than a
/// double; Cancelled.
///
/// M. Eidsaa, E. Almaas (2013): s-core network decomposition: A generalization of k-core analysis
/// to weighted networks. Physical Review E 88, 062819, doi:10.1103/PhysRevE.88.062819.
[[nodiscard]] std::vector<double> s_core(const Graph& graph, const SCoreOptions& options = {},
                                         const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
