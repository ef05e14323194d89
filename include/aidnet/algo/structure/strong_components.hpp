#pragma once

#include "aidnet/algo/structure/components.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Strong components: largest groups of parties that help each other in a circle.
///
/// Two nodes are in the same component if ties lead from each to the other. Aid that enters a
/// component can return to where it came from; between components it flows one way only, so that
/// the network of components has no cycles. In a ledger of donors that only give and recipients
/// that only receive, every party is a component of its own.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too; a zero
/// weight makes none. Self-loops change nothing. An isolated node is a component of its own. In an
/// undirected graph these are the connected components.
///
/// Returns the component of each node, numbered in order of their smallest node, and how many there
/// are; none for the empty graph. O(nodes + entries); no recursion, so that long chains need no
/// deep stack.
///
/// Throws Cancelled.
///
/// R. Tarjan (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
/// 146–160, doi:10.1137/0201010. Computed as in H. N. Gabow (2000): Path-based depth-first search
/// for strong and biconnected components. Information Processing Letters 74, 107–114,
/// doi:10.1016/S0020-0190(00)00051-X.
[[nodiscard]] Components strong_components(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
