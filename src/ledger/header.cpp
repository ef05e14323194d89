#include "header_detail.hpp"

#include <algorithm>

#include "core/text_detail.hpp"
#include "near_detail.hpp"
#include "utf8_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

using aidnet::detail::text;

namespace {

constexpr std::size_t most_readable = 200;  // a longer name is no slip of the pen

/// In small letters, without outer spaces.
std::string plain_name(std::string_view name) {
  constexpr std::string_view wide = "\u3000", hard = "\u00A0", mark = "\uFEFF";
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view space :
         {std::string_view(" "), std::string_view("\t"), wide, hard, mark}) {
      while (name.starts_with(space)) name.remove_prefix(space.size()), cut = true;
      while (name.ends_with(space)) name.remove_suffix(space.size()), cut = true;
    }
  }
  std::string small(name);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return small;
}

}  // namespace

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

void ColumnNames::report_missing(std::string_view name, std::span<const std::size_t> extra,
                                 const TableInput& input) const {
  constexpr std::size_t most = 40;
  std::string all;
  for (std::size_t k = 0; k < std::min(names_.size(), most); ++k)
    all.append(k == 0 ? "" : ", ").append(shown(names_[k]));
  if (names_.size() > most) all += text(" and ", names_.size() - most, " more");
  const std::u32string own = code_points(name);
  std::size_t least = edits_allowed(own.size()) + 1;
  std::string near;
  for (const std::size_t k : extra) {
    if (names_[k].size() > most_readable || find_bad_utf8(names_[k]) != names_[k].npos) continue;
    const std::size_t distance = edits(own, code_points(plain_name(names_[k])));
    if (distance < least) least = distance, near = shown(names_[k]);
  }
  input.report_column(name, text("the column is missing; there are ", all.empty() ? "none" : all,
                                 near.empty() ? "" : text("; is it '", near, "'?")));
}

void ColumnNames::report_written_otherwise(std::span<const std::size_t> extra,
                                           std::span<const std::string_view> lacking,
                                           const TableInput& input) const {
  for (const std::size_t k : extra) {
    if (names_[k].size() > most_readable) continue;
    const std::string own = plain_name(names_[k]);
    for (const std::string_view name : lacking)
      if (own == name)
        input.report_column(names_[k], text("no column has this name; did you mean ", name, "?"));
  }
}

bool report_other_separator(std::span<const std::string_view> names, const TableInput& input) {
  if (names.size() != 1) return false;
  const bool tabs = names[0].find('\t') != std::string_view::npos;
  if (!tabs && names[0].find(';') == std::string_view::npos) return false;
  input.problems->add({input.file, 0, 0, "", std::string(names[0]),
                       text("the cells are separated by ", tabs ? "tabs" : "semicolons",
                            " here; commas were expected")});
  return true;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
