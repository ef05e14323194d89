#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "aidnet/ledger/tables.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// The names of columns that the input of a table did not have, other names (`amount`, `year`)
/// included where what they stand for was not there either.
template <class Table>
[[nodiscard]] std::vector<std::string_view> lacking_columns(const Table& table) {
  std::vector<std::string_view> names;
  bool value = true, dates = true;
  std::uint64_t bit = 1;
  Table::each_column(table, [&](std::string_view name, const auto&) {
    const bool there = (table.stated & bit) != 0;
    bit <<= 1;
    if (!there) return names.push_back(name);
    if (name == "value") value = false;
    if (name == "start" || name == "end") dates = false;
  });
  if constexpr (Table::id == TableId::flows) {
    if (value) names.push_back("amount");
    if (dates) names.push_back("year");
  }
  return names;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
