#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Local reaching centralities (see algo/centrality/local_reaching.hpp).
[[nodiscard]] std::vector<double> reaching(const Graph& graph, const Length& length,
                                           const char* who, const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
