#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Each node twice, as donor (i) and as recipient (n + j), with an undirected edge for each tie
/// i → j. Its components are groups of donors with common recipients; its eigenvectors are pairs of
/// singular vectors. Throws SizeError where twice the nodes or entries do not fit index_t.
[[nodiscard]] Graph double_cover(const char* who, const Graph& graph);

/// Each node twice, with arcs i → n + j and n + i → j for each tie i → j: walks of even length lead
/// to the copy that they started from, walks of odd length to the other one. Undirected if the
/// graph is. Throws SizeError likewise.
[[nodiscard]] Graph parity_cover(const char* who, const Graph& graph);

}  // namespace aidnet::inline AIDNET_ABI::detail
