#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Onion layers: how many layers of the network must be peeled off to reach a party.
///
/// Peeling takes away at once all nodes that have at most k partners left: that is one layer. It
/// begins with k = 1 and goes on with the fewest partners that any node has left where that is
/// more. Nodes without partners are the first layer by themselves if there are any. Layers order
/// the nodes of one core (see `core_number`) from its surface to its centre.
///
/// Only whether there is a tie counts, not which way it goes or whether it goes both ways: any
/// weight but zero makes one, a negative one too. Self-loops are left out.
///
/// Returns one number a node, ≥ 1; every number up to the largest is taken. Empty for the empty
/// graph. O(nodes + entries).
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// L. Hébert-Dufresne, J. A. Grochow, A. Allard (2016): Multi-scale structure and topological
/// anomaly detection via a new network statistic: The onion decomposition. Scientific Reports 6,
/// 31708, doi:10.1038/srep31708.
[[nodiscard]] std::vector<std::int64_t> onion_layers(const Graph& graph,
                                                     const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
