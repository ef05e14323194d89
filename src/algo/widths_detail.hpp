#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// For each node, the largest width of a path from `source` by `mode`: infinite for itself, 0 where
/// there is none. REQUIRES weights ≥ 0.
[[nodiscard]] std::vector<double> widths_from(const Graph& graph, index_t source, Mode mode,
                                              const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
