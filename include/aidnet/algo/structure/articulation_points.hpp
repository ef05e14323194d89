#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Articulation points: parties without which a connected part of the network falls apart.
///
/// A node is one if two of its partners are connected, whichever way ties go, by chains through it
/// alone: if taking it away leaves more components than there were. In an aid network it is the
/// only link of those behind it to all others.
///
/// Only whether there is a tie counts, not which way it goes or whether it goes both ways: any
/// weight but zero makes one, a negative one too. Self-loops change nothing. Isolated nodes and
/// those with one partner are none. Disconnected parts are looked at one by one.
///
/// Returns the nodes in ascending order; none for the empty graph. O(nodes + entries); no
/// recursion, so that long chains need no deep stack.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// J. Hopcroft, R. Tarjan (1973): Algorithm 447: efficient algorithms for graph manipulation.
/// Communications of the ACM 16, 372–378, doi:10.1145/362248.362272.
[[nodiscard]] std::vector<index_t> articulation_points(const Graph& graph,
                                                       const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
