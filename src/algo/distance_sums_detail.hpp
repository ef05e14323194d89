#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

struct DistanceSums {
  std::vector<double> reached;  ///< how many other nodes there are paths from (or to)
  std::vector<double> sum;      ///< of term(distance) over those nodes
};

/// For each node v, adds up term(distance) over the other nodes that have a path to v (mode in),
/// that v has a path to (out), or either, following arcs both ways (all).
[[nodiscard]] DistanceSums distance_sums(const Graph& graph, const Length& length, Mode mode,
                                         double (*term)(double), const char* who,
                                         const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
