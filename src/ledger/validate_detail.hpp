#pragma once

#include <string_view>

#include "problems_detail.hpp"

// What must hold between the cells of a row, and between flows.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Within rows from `first` on: lower ≤ value ≤ upper.
void check_bounds(const Flows& flows, std::size_t first, const TableInput& input);

/// Within rows from `first` on: no `to` (a column of that name) before its `from`.
void check_dates(const Dates& from, std::string_view from_name, const Dates& to,
                 std::string_view to_name, std::size_t first, const TableInput& input);

/// Between rows: `part_of` and `fulfils` lead to an end, also where they pass from one report of
/// the same help to another, and `same_as` to a flow that has none. The input's batch is the whole
/// table.
void check_links(const Flows& flows, const TableInput& input);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
