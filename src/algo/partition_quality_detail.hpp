#pragma once

#include <span>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Throws ValidationError unless the resolution is finite and ≥ 0.
void require_resolution(const char* who, double resolution);

/// The modularity of the groups of[i] < count on a graph without zero or negative weights; NaN
/// where it has none. Throws ValidationError if the weights add up to more than a double.
[[nodiscard]] double modularity_of(const char* who, const Graph& ties, std::span<const index_t> of,
                                   index_t count, double resolution, const Control& control);

/// What stays within the groups, less `resolution` for each pair of members (ordered pairs in a
/// directed graph): the constant Potts model.
[[nodiscard]] double potts_of(const Graph& ties, std::span<const index_t> of, index_t count,
                              double resolution, const Control& control);

/// Numbers the groups anew, 0, 1, … in order of their smallest node; returns how many there are.
index_t number_by_smallest(std::span<index_t> of, index_t bound);

}  // namespace aidnet::inline AIDNET_ABI::detail
