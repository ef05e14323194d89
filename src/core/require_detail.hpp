#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Throws ValidationError that names up to five arcs if a weight is negative.
void require_nonnegative(const Graph& graph, const char* who);

}  // namespace aidnet::inline AIDNET_ABI::detail
