#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "aidnet/ledger/tables.hpp"
#include "lacking_detail.hpp"
#include "problems_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

inline constexpr std::size_t absent = static_cast<std::size_t>(-1);

/// Columns that no row may leave empty.
[[nodiscard]] bool is_required(TableId table, std::string_view column);

/// The first line of an input: finds columns by name in O(log columns), as there may be many.
class ColumnNames {
 public:
  /// Reports names that stand twice or are no UTF-8.
  ColumnNames(std::span<const std::string_view> names, const TableInput& input);

  /// The first column of that name; `absent` where there is none.
  [[nodiscard]] std::size_t find(std::string_view name) const;
  /// Where the column `name` of the flows stands, under that name or another one.
  [[nodiscard]] std::size_t find_in_flows(std::string_view name, const TableInput& input) const;
  /// With the one of `extra` (columns that are not known) that is nearest, if one is near.
  void report_missing(std::string_view name, std::span<const std::size_t> extra,
                      const TableInput& input) const;
  /// Reports those of `extra` that are one of the `lacking` names but for case or outer spaces.
  void report_written_otherwise(std::span<const std::size_t> extra,
                                std::span<const std::string_view> lacking,
                                const TableInput& input) const;

 private:
  std::span<const std::string_view> names_;
  std::vector<std::pair<std::string_view, std::size_t>> sorted_;
};

/// Where the columns of a table stand in an input.
struct Header {
  std::size_t width = 0;
  std::vector<std::size_t> where;  ///< of each column of the table; `absent` where it is not there
  std::vector<std::size_t> extra;  ///< of each column that the table does not know
};

/// Reports a first line whose cells are not separated by commas; whether it is one.
[[nodiscard]] bool report_other_separator(std::span<const std::string_view> names,
                                          const TableInput& input);

/// Maps the columns of a table, and tells `input` which other names they have there.
template <class Table>
[[nodiscard]] Header read_header(Table& table, std::span<const std::string_view> names,
                                 TableInput& input) {
  Header header{.width = names.size(), .where = {}, .extra = {}};
  if (report_other_separator(names, input)) {
    Table::each_column(table, [&](std::string_view, auto&) { header.where.push_back(absent); });
    return header;
  }
  const ColumnNames columns(names, input);
  input.has_amount = Table::id == TableId::flows && columns.find("amount") != absent;
  input.has_year = Table::id == TableId::flows && columns.find("year") != absent;
  std::vector<bool> known(names.size(), false);
  std::vector<std::string_view> missing;
  Table::each_column(table, [&](std::string_view name, auto&) {
    const std::size_t number = header.where.size();
    const std::size_t at =
        Table::id == TableId::flows ? columns.find_in_flows(name, input) : columns.find(name);
    if (at != absent) {
      known[at] = true;
      table.stated |= std::uint64_t{1} << number;
    } else if (is_required(Table::id, name) || (number == 0 && Table::id != TableId::flows)) {
      missing.push_back(name);
    }
    header.where.push_back(at);
  });
  for (std::size_t k = 0; k < names.size(); ++k) {
    if (known[k]) continue;
    header.extra.push_back(k);
    table.extra.push_back({std::string(names[k]), {}});
  }
  for (const std::string_view name : missing) columns.report_missing(name, header.extra, input);
  std::vector<std::string_view> lacking = lacking_columns(table);
  std::erase_if(lacking, [&](std::string_view name) {
    return std::find(missing.begin(), missing.end(), name) != missing.end();  // told already
  });
  columns.report_written_otherwise(header.extra, lacking, input);
  return header;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
