#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Truss number: how densely the surroundings of a tie are woven.
///
/// The k-truss is the largest set of ties each of which is in at least k − 2 triangles of ties in
/// the set; a tie's truss number is the largest k whose truss it is in. A tie in no triangle has 2,
/// the ties of a clique of k nodes have k or more. It is to ties what `core_number` is to nodes.
///
/// Only whether two nodes are tied counts, not which way: i → j and j → i are one tie and have the
/// same number. Any weight but zero makes a tie, a negative one too. Self-loops are left out.
///
/// Returns one number an entry of the graph, ≥ 2; 0 for self-loops and entries of weight zero,
/// which are no ties. Empty for a graph without entries. O(entries^1.5 · log entries) at most,
/// whatever the hubs; counting triangles runs in parallel, peeling does not.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// J. Wang, J. Cheng (2012): Truss decomposition in massive networks. PVLDB 5, 812–823,
/// doi:10.14778/2311906.2311909.
[[nodiscard]] std::vector<std::int64_t> truss(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
