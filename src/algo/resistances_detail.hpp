#pragma once

#include "algo/circuits_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// What a node's effective resistances to the others of its circuit add up to, one a local node.
[[nodiscard]] std::vector<double> resistance_sums(const char* who, const Circuit& circuit,
                                                  const Control& control);

/// Parts larger than this take more than half a gigabyte.
inline constexpr index_t largest_circuit = 8192;

}  // namespace aidnet::inline AIDNET_ABI::detail
