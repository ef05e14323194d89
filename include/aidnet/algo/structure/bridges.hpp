#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Ties by their ends, row by row.
struct Bridges {
  std::vector<index_t> source{};
  std::vector<index_t> target{};
};

/// Bridges: ties without which a connected part of the network falls apart.
///
/// A tie is one if no other chain of ties, whichever way they go, connects its ends: if it is on no
/// cycle. Where all help between two parts of an aid network rests on one partnership, that is a
/// bridge.
///
/// Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a
/// negative one too. Arcs both ways between two nodes are one tie, which may be a bridge.
/// Self-loops are none and change nothing. Disconnected parts are looked at one by one.
///
/// Returns each bridge once, as its arc goes, in the order of the entries; of arcs both ways, and
/// in an undirected graph, the one from the smaller node. O(nodes + entries · log(largest degree));
/// no recursion, so that long chains need no deep stack.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// J. Hopcroft, R. Tarjan (1973): Algorithm 447: efficient algorithms for graph manipulation.
/// Communications of the ACM 16, 372–378, doi:10.1145/362248.362272.
[[nodiscard]] Bridges bridges(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
