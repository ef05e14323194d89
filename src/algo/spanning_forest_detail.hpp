#pragma once

#include <vector>

#include "aidnet/algo/structure/spanning_tree.hpp"
#include "aidnet/core/control.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

struct WeightedTie {
  double cost;
  index_t low;  ///< the smaller end
  index_t high;
};

/// Kruskal's algorithm: the cheapest forest that connects what `ties` connect, in ascending order
/// of (cost, low, high). `value` of the result is each tie's cost.
[[nodiscard]] SpanningTree spanning_forest(index_t nodes, std::vector<WeightedTie> ties,
                                           const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
