#include <algorithm>

#include "core/text_detail.hpp"
#include "match_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

/// A name as it was asked for: not endless, and on one line.
std::string shown_name(std::string_view name) {
  constexpr std::size_t most = 80;
  std::size_t end = std::min(most, name.size());
  while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
    --end;  // not in the middle of a character
  std::string piece(name.substr(0, end));
  for (char& c : piece)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return text("'", piece, end < name.size() ? "…'" : "'");
}

/// "from 2016 to 2020"; "" where it always holds.
std::string period(const Date& from, const Date& to) {
  if (from.blank()) return to.blank() ? "" : text("until ", to.to_string());
  return text("from ", from.to_string(), to.blank() ? "" : " to ", to.to_string());
}

std::string_view name_of_row(const NamedTable& view, index_t row) {
  const std::string_view zh = (*view.name_zh)[at(row)];
  return zh.empty() ? (*view.name_en)[at(row)] : zh;
}

/// "中山区 (cn_210202)", or the id alone.
std::string named_row(const NamedTable& view, index_t row, std::string_view name) {
  const std::string_view id = (*view.keys)[at(row)];
  return name.empty() || name == id ? std::string(id) : text(name, " (", id, ")");
}

/// What tells a row from others of its name, on one line.
std::string description(const Ledger& ledger, TableId table, index_t row) {
  const NamedTable view = named_table(ledger, table);
  const NamedTable places = named_table(ledger, TableId::places);
  std::string line(text((*view.keys)[at(row)], ":"));
  const auto add = [&](std::string_view before, std::string_view piece) {
    if (!piece.empty()) line += text(line.back() == ':' ? " " : "; ", before, piece);
  };
  add("", (*view.name_zh)[at(row)]);
  add("", (*view.name_en)[at(row)]);
  if (table == TableId::parties) add("", name_of(ledger.parties().kind[at(row)]));
  if (table == TableId::places) add("", name_of(ledger.places().level[at(row)]));
  if (table == TableId::programmes) add("", ledger.programmes().type[at(row)]);
  const bool by_place = table == TableId::parties;
  const index_t around = by_place ? ledger.parties().place[at(row)] : (*view.parent)[at(row)];
  if (around != no_index) {
    const NamedTable& where = by_place ? places : view;
    add("in ", named_row(where, around, name_of_row(where, around)));
  }
  if (view.code == nullptr) return line;
  if (const std::string_view code = (*view.code)[at(row)]; !code.empty()) {
    const std::string_view scheme = (*view.scheme)[at(row)];
    add("", text(scheme, scheme.empty() ? "code " : " ", code));
  }
  add("", period((*view.valid_from)[at(row)], (*view.valid_to)[at(row)]));
  return line;
}

/// What it is that an outdated name meant, and when.
std::string other_time(const Ledger& ledger, TableId table, const NameEntry& entry, const Date& on,
                       const Succession& succession) {
  const NamedTable view = named_table(ledger, table);
  std::string whole = named_row(view, entry.row, name_of_row(view, entry.row));
  if (!view.valid(entry.row, on))
    whole += text(" ", period((*view.valid_from)[at(entry.row)], (*view.valid_to)[at(entry.row)]));
  if (entry.alias != no_index) {
    const Aliases& aliases = ledger.aliases();
    const Date &from = aliases.valid_from[at(entry.alias)], &to = aliases.valid_to[at(entry.alias)];
    if (!valid(from, to, on)) whole += text(", called so ", period(from, to));
  }
  const index_t last = table == TableId::places ? succession.last(entry.row) : entry.row;
  if (last != entry.row) whole += text(", now ", named_row(view, last, name_of_row(view, last)));
  return whole;
}

/// "a, b or c"
std::string one_of(const std::vector<std::string>& pieces) {
  std::string list;
  for (std::size_t k = 0; k < pieces.size(); ++k)
    list += text(k == 0 ? "" : k + 1 < pieces.size() ? ", " : " or ", pieces[k]);
  return list;
}

}  // namespace

std::string ambiguous_message(const Ledger& ledger, std::string_view name,
                              std::span<const Candidate> candidates) {
  constexpr std::size_t most = 20;
  const TableId table = candidates.front().table;
  const bool code = candidates.front().how == How::code;
  std::string whole = text(shown_name(name), code ? " is the code of " : " can be ",
                           candidates.size(), " ", named_table(ledger, table).many,
                           code ? "; say the scheme, or the id:" : "; say which by its id:");
  for (std::size_t k = 0; k < std::min(most, candidates.size()); ++k)
    whole += text("\n  ", description(ledger, table, candidates[k].row));
  if (candidates.size() > most) whole += text("\n  … and ", candidates.size() - most, " more");
  return whole;
}

std::string unknown_message(const Ledger& ledger, TableId table, std::string_view name,
                            const MatchOptions& options, std::span<const NameEntry> outdated,
                            const Succession& succession, std::span<const Suggestion> suggestions) {
  constexpr std::size_t most = 5;
  const NamedTable view = named_table(ledger, table);
  std::string whole = text("no ", view.one, " is called ", shown_name(name));
  if (!options.on.blank())
    whole += text(options.on.day == 0 ? " in " : " on ", options.on.to_string());
  if (options.scheme) whole += text(", nor has it as its code in ", *options.scheme);

  std::vector<std::string> others;
  for (const NameEntry& entry : outdated) {
    std::string other = other_time(ledger, table, entry, options.on, succession);
    if (std::find(others.begin(), others.end(), other) == others.end())
      others.push_back(std::move(other));
    if (others.size() == most) break;
  }
  if (!others.empty()) whole += text("; at other times it is ", one_of(others));

  std::vector<std::string> names;
  for (const Suggestion& like : suggestions) names.push_back(named_row(view, like.row, like.name));
  if (!names.empty()) whole += text("; did you mean ", one_of(names), "?");
  return whole;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
