#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// A partition of the ties into components, numbered 0, 1, … in order of their first entry.
struct TieComponents {
  std::vector<index_t> component{};  ///< of each entry; no_index where it is no tie
  index_t count = 0;
};

/// Biconnected components (blocks): parts of the network that no single party holds together.
///
/// Two ties are in the same component if some cycle has both, whichever way its ties go. Within a
/// component any two parties are connected in two ways that share no party between them; components
/// meet at articulation points. A tie on no cycle is a component of its own, a bridge.
///
/// Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a
/// negative one too. Arcs both ways between two nodes are one tie. Self-loops and entries of weight
/// zero are in no component. Isolated nodes have no ties and change nothing.
///
/// Returns the component of each entry, numbered in order of their first entry, no_index (−1) for
/// loops and zeros; and how many components there are. O(nodes + entries); no recursion, so that
/// long chains need no deep stack.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// J. Hopcroft, R. Tarjan (1973): Algorithm 447: efficient algorithms for graph manipulation.
/// Communications of the ACM 16, 372–378, doi:10.1145/362248.362272.
[[nodiscard]] TieComponents biconnected_components(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
