#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/cycle_error.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Bipartition: the two sides of a network whose ties all lead from one to the other.
///
/// Where donors help recipients, and neither their own kind, these are the two modes. A connected
/// network has one such partition at most, and one exactly where it has no cycle of odd length.
///
/// Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a
/// negative one too. A self-loop is a cycle of length 1, which is odd. An isolated node is on side
/// 0. Which side of one component belongs to which of another, ties do not say.
///
/// Returns the side of each node, 0 or 1: in each component its smallest node is on side 0. None
/// for the empty graph. O(nodes + entries).
///
/// Throws CycleError, which has the nodes of an odd cycle, the smallest first, where there is one;
/// SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// D. Kőnig (1916): Über Graphen und ihre Anwendung auf Determinantentheorie und Mengenlehre.
/// Mathematische Annalen 77, 453–465, doi:10.1007/BF01456961.
[[nodiscard]] std::vector<std::int8_t> bipartition(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
