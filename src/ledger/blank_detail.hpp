#pragma once

#include <cmath>
#include <type_traits>

#include "aidnet/ledger/columns.hpp"

// What an empty cell is in each kind of column.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

template <class Column>
inline constexpr bool is_reference = false;
template <TableId target>
inline constexpr bool is_reference<References<target>> = true;

template <class Column>
void push_blank(Column& column) {
  if constexpr (std::is_base_of_v<Text, Column> || std::is_base_of_v<Labels, Column>)
    column.push_back("");
  else if constexpr (is_reference<Column>)
    column.push_back(no_index);
  else if constexpr (std::is_same_v<Column, Amounts> || std::is_same_v<Column, Integers>)
    column.push_back(no_number);
  else if constexpr (std::is_same_v<Column, Numbers>)
    column.push_back(std::nan(""));
  else
    column.emplace_back();
}

template <class Column>
void pad(Column& column, std::size_t rows) {
  while (column.size() < rows) push_blank(column);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
