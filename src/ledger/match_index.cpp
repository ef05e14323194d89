#include <numeric>

#include "match_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

void NameIndex::add(std::string_view folded, const NameEntry& entry) {
  if (folded.empty()) return;
  const auto fresh = static_cast<index_t>(keys_.size());
  const index_t key = known_.find_or_add(keys_, folded, fresh);
  if (key == fresh) keys_.push_back(folded);
  key_of_.push_back(key);
  entries_.push_back(entry);
}

void NameIndex::finish() {
  offsets_.assign(keys_.size() + 1, 0);
  for (const index_t key : key_of_) ++offsets_[at(key) + 1];
  std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
  std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
  std::vector<NameEntry> sorted(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) sorted[next[at(key_of_[i])]++] = entries_[i];
  entries_ = std::move(sorted);
  key_of_ = {};
}

std::span<const NameEntry> NameIndex::find(std::string_view folded) const noexcept {
  const index_t key = known_.find(keys_, folded);
  return key == no_index ? std::span<const NameEntry>() : of(at(key));
}

std::size_t named(TableId table) noexcept {
  std::size_t k = 0;
  while (k < named_tables.size() && named_tables[k] != table) ++k;
  return k;
}

NamedTable named_table(const Ledger& ledger, TableId table) {
  const auto base = [](const auto& t, const Keys& keys, std::string_view one,
                       std::string_view many) {
    return NamedTable{one, many, &keys, &t.name_zh, &t.name_en, &t.parent};
  };
  const auto dated = [](NamedTable view, const auto& t) {
    view.scheme = &t.scheme, view.code = &t.code;
    view.valid_from = &t.valid_from, view.valid_to = &t.valid_to;
    return view;
  };
  if (table == TableId::programmes)
    return base(ledger.programmes(), ledger.programmes().programme, "programme", "programmes");
  if (table == TableId::places)
    return dated(base(ledger.places(), ledger.places().place, "place", "places"), ledger.places());
  return dated(base(ledger.parties(), ledger.parties().party, "party", "parties"),
               ledger.parties());
}

bool valid(const Date& from, const Date& to, const Date& on) noexcept {
  return on.blank() || (from.first_day() <= on.last_day() && on.first_day() <= to.last_day());
}

bool NamedTable::valid(index_t row, const Date& on) const noexcept {
  return valid_from == nullptr || detail::valid((*valid_from)[at(row)], (*valid_to)[at(row)], on);
}

bool valid(const Ledger& ledger, const NamedTable& view, const NameEntry& entry,
           const Date& on) noexcept {
  const Aliases& aliases = ledger.aliases();
  return view.valid(entry.row, on) &&
         (entry.alias == no_index ||
          valid(aliases.valid_from[at(entry.alias)], aliases.valid_to[at(entry.alias)], on));
}

std::array<NameIndex, 3> indices_of_names(const Ledger& ledger, const Fold& fold, bool ids) {
  std::array<NameIndex, 3> indices;
  for (std::size_t k = 0; k < indices.size(); ++k) {
    const NamedTable view = named_table(ledger, named_tables[k]);
    for (std::size_t i = 0; i < view.keys->size(); ++i) {
      const auto add = [&](std::string_view name, How how) {
        if (!name.empty())
          indices[k].add(fold(name), {static_cast<index_t>(i), how, no_index, name});
      };
      if (ids) add((*view.keys)[i], How::id);
      add((*view.name_zh)[i], How::name);
      add((*view.name_en)[i], How::name);
    }
  }
  const Aliases& aliases = ledger.aliases();
  for (std::size_t i = 0; i < aliases.size(); ++i) {
    const std::string_view name = aliases.alias[i];
    const std::string folded = fold(name);
    for (std::size_t k = 0; k < indices.size(); ++k) {
      const index_t row = ledger.find(named_tables[k], aliases.entity[i]);
      if (row != no_index) indices[k].add(folded, {row, How::alias, static_cast<index_t>(i), name});
    }
  }
  for (NameIndex& index : indices) index.finish();
  return indices;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
