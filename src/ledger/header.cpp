#include "header_detail.hpp"

#include <algorithm>

#include "core/text_detail.hpp"
#include "utf8_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

using aidnet::detail::text;

bool is_required(TableId table, std::string_view column) {
  switch (table) {
    case TableId::flows:
    case TableId::relations:
      return column == "donor" || column == "recipient";
    case TableId::groups:
      return column == "group" || column == "member";
    case TableId::aliases:
      return column == "entity" || column == "alias";
    default:
      return false;
  }
}

ColumnNames::ColumnNames(std::span<const std::string_view> names, const TableInput& input)
    : names_(names) {
  for (std::size_t k = 0; k < names.size(); ++k) {
    sorted_.emplace_back(names[k], k);
    if (find_bad_utf8(names[k]) != std::string_view::npos)
      input.report_column(names[k], "the name of the column must be UTF-8");
  }
  std::sort(sorted_.begin(), sorted_.end());
  for (std::size_t k = 0; k < names.size(); ++k)
    if (find(names[k]) != k) input.report_column(names[k], "the column is given twice");
}

std::size_t ColumnNames::find(std::string_view name) const {
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), std::pair(name, std::size_t{0}));
  return at == sorted_.end() || at->first != name ? absent : at->second;
}

std::size_t ColumnNames::find_in_flows(std::string_view name, const TableInput& input) const {
  const std::size_t own = find(name);
  const std::string_view other = name == "value"                    ? "amount"
                                 : name == "start" || name == "end" ? "year"
                                                                    : "";
  const std::size_t at = other.empty() ? absent : find(other);
  if (own != absent && at != absent)
    input.report_column(other, text("is another name of ", name, "; give one of them"));
  return at != absent ? at : own;
}

void ColumnNames::report_missing(std::string_view name, const TableInput& input) const {
  constexpr std::size_t most = 40;
  std::string all;
  for (std::size_t k = 0; k < std::min(names_.size(), most); ++k)
    all.append(k == 0 ? "" : ", ").append(shown(names_[k]));
  if (names_.size() > most) all += text(" and ", names_.size() - most, " more");
  input.report_column(name, text("the column is missing; there are ", all.empty() ? "none" : all));
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
