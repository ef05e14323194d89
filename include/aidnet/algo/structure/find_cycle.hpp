#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// A cycle, if there is one: parties that pass help on in a circle.
///
/// In a directed graph each node of a cycle has an arc to the next one, and the last to the first;
/// two nodes with arcs both ways are one of length 2. In an undirected graph a cycle has three
/// nodes or more, since no edge is its own way back. A node with a self-loop is a cycle of length 1
/// in either. A network without cycles has an order in which all help flows (`topological_order`).
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too.
///
/// Returns the nodes of one cycle in its order, the smallest first; none where there is no cycle,
/// and so for the empty graph. Always the same one: the first that a depth-first search closes
/// which takes nodes and arcs in ascending order; not the shortest. O(nodes + entries), no
/// recursion.
///
/// Throws Cancelled.
///
/// R. Tarjan (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
/// 146–160, doi:10.1137/0201010.
[[nodiscard]] std::vector<index_t> find_cycle(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
