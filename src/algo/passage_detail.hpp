#pragma once

#include <span>
#include <vector>

#include "algo/circuits_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// For each local node j of a circuit, Σ_i H_ij: the mean steps until a walk from each other node
/// is at j, added up. `totals` are the weights at each local node, loops among them.
[[nodiscard]] std::vector<double> passage_sums(const Circuit& circuit,
                                               std::span<const double> totals,
                                               const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
