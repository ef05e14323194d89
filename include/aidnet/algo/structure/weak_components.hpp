#pragma once

#include "aidnet/algo/structure/components.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Weak components: groups of parties that help connects, whichever way it flows.
///
/// Two nodes are in the same component if a chain of ties leads from one to the other, each tie
/// taken in either direction. No aid and no dependence crosses from one component to another, so
/// measures that need a connected network are applied to them one by one.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too; a zero
/// weight makes none. Self-loops change nothing. An isolated node is a component of its own. In an
/// undirected graph these are the connected components.
///
/// Returns the component of each node, numbered in order of their smallest node, and how many there
/// are; none for the empty graph. O(nodes + entries · log nodes) at worst, linear in practice, one
/// index a node besides the result; no recursion.
///
/// Throws Cancelled.
///
/// Disjoint sets with path halving: R. E. Tarjan, J. van Leeuwen (1984): Worst-case analysis of set
/// union algorithms. Journal of the ACM 31, 245–281, doi:10.1145/62.2160.
[[nodiscard]] Components weak_components(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
