#pragma once

#include <span>

#include "aidnet/core/control.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// The graph between groups of nodes: weights between the members of two groups are added up.
///
/// groups[i] is the group of node i, in [0, group_count). What stays inside a group becomes its
/// self-loop, so the total weight is conserved (up to the rounding of compensated sums); groups
/// without members become isolated nodes. In an undirected graph each edge counts once.
///
/// Throws ValidationError if `groups` has not one element a node or an element is out of range.
/// O(nodes + entries).
[[nodiscard]] Graph quotient(const Graph& graph, std::span<const index_t> groups,
                             index_t group_count, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
