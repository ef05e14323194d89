#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The nodes of a cycle along the ties of a graph, the smallest first; empty where there is none.
/// In an undirected graph a tie is not its own way back. `ties` has no zeros.
[[nodiscard]] std::vector<index_t> some_cycle(const Graph& ties, const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
