#pragma once

#include <vector>

#include "aidnet/core/cycle_error.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Topological order: the parties in an order in which all help flows, donors before recipients.
///
/// Each arc leads from an earlier node to a later one. Of all such orders it is the first one by
/// the numbers of the nodes: at each place stands the smallest node all of whose donors stand
/// before it. There is one exactly where the graph has no cycle, self-loops among them.
///
/// Only whether there is an arc counts: any weight but zero makes one, a negative one too. Isolated
/// nodes stand where their numbers put them.
///
/// Returns all nodes in this order; none for the empty graph. O(entries + nodes · log nodes).
///
/// Throws CycleError, which has the nodes of a cycle, the one of `find_cycle`, where there is one;
/// ValidationError for an undirected graph, whose edges have no direction; Cancelled.
///
/// A. B. Kahn (1962): Topological sorting of large networks. Communications of the ACM 5, 558–562,
/// doi:10.1145/368996.369025.
[[nodiscard]] std::vector<index_t> topological_order(const Graph& graph,
                                                     const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
