#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "header_detail.hpp"

// What the policies on amounts below zero do. A flow is below zero by its value; without one, by
// its upper bound, or by its lower one if that is all there is.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Negative::drop: the cells of the rows that stay, as `kept`; the batch's lines and `left_out` of
/// the input follow.
void drop_negative(std::span<const std::string_view> cells, const Header& header, TableInput& input,
                   std::vector<std::string_view>& kept);

/// Negative::reverse, for rows from `first` on, whose references are known: the amount becomes
/// positive, and donor and recipient change places. Reports bounds on the other side of zero than
/// their amount.
void turn_negative(Flows& flows, std::size_t first, const TableInput& input);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
