#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Triangles: how many pairs of a party's partners are partners of each other.
///
///     T_i = |{ {j, h} : i ~ j, i ~ h, j ~ h }|,  i ~ j where w_ij ≠ 0 or w_ji ≠ 0.
///
/// A donor in many triangles helps parties that also help each other; one in none holds together
/// what would else be apart.
///
/// Only whether there is a tie counts, not which way it goes or whether it goes both ways: any
/// weight but zero makes one, a negative one too. Self-loops are left out. Isolated nodes, and
/// those with one partner, have 0.
///
/// Returns one number a node; their sum is three times the number of triangles. Empty for the empty
/// graph. O(entries^1.5) at most, whatever the hubs; in parallel.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// T. Schank, D. Wagner (2005): Finding, counting and listing all triangles in large graphs, an
/// experimental study. WEA 2005, LNCS 3503, 606–609, doi:10.1007/11427186_54.
[[nodiscard]] std::vector<std::int64_t> triangles(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
