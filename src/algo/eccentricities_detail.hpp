#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// For each node v, the largest distance to another node that has a path to v (mode in), that v has
/// a path to (out), or either, following arcs both ways (all). Infinite where some other node has
/// none, unless `reached_only`: then it is left out.
[[nodiscard]] std::vector<double> eccentricities(const Graph& graph, const Length& length,
                                                 Mode mode, bool reached_only, const char* who,
                                                 const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
