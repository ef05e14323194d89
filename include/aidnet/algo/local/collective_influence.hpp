#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CollectiveInfluenceOptions {
  /// How many steps away the rim of a node's surroundings lies, at least 1.
  int radius = 2;
};

/// Collective influence: whose loss would break the network apart.
///
///     CI_i = (k_i − 1) Σ_{j at distance r from i} (k_j − 1),
///
/// k being the number of partners and r the `radius`. Nodes of few partners that hold together
/// regions full of hubs have high values, which their degree does not show. (The paper takes away
/// the first node and computes all anew; this is one such round.)
///
/// Only whether there is a tie counts, not which way it goes or whether it goes both ways: any
/// weight but zero makes one, a negative one too. Self-loops are left out. Distances are in steps.
///
/// Returns one number a node, ≥ 0; 0 for isolated nodes, those with one partner, and those with
/// nothing at that distance. Empty for the empty graph. O(Σ_i of the ties within r − 1 steps of i),
/// which with hubs is up to O(nodes · entries); in parallel.
///
/// Throws ValidationError if the radius is less than 1; SizeError if the ties both ways are more
/// than the index type numbers; Cancelled.
///
/// F. Morone, H. A. Makse (2015): Influence maximization in complex networks through optimal
/// percolation. Nature 524, 65–68, doi:10.1038/nature14604.
[[nodiscard]] std::vector<std::int64_t> collective_influence(
    const Graph& graph, const CollectiveInfluenceOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
