#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The diagonal of the exponential of a graph's weights, which must be ≥ 0. Reports progress.
[[nodiscard]] std::vector<double> closed_walks(const char* who, const Graph& walks,
                                               const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
