#pragma once

#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

struct Cheapest {
  std::vector<double> distance;  ///< infinite where there is no path
  std::vector<index_t> parent;  ///< the node before; none for the source and where there is no path
};

/// The cheapest paths from a node, as a tree: each distance is its parent's and the arc's cost.
/// Throws NegativeCycleError; ValidationError for costs of another graph, or that could overflow.
[[nodiscard]] Cheapest cheapest_from(const char* who, const Graph& graph, const Cost& cost,
                                     index_t source, const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
