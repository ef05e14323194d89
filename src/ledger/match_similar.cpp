#include <algorithm>

#include "match_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

using detail::NameEntry;

namespace {

constexpr auto same_row = [](const auto& a, const auto& b) { return a.row == b.row; };

bool same_rows(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
  return a.front().table == b.front().table &&
         std::equal(a.begin(), a.end(), b.begin(), b.end(), same_row);
}

/// By rows, and of the same rows that which is known by the stronger kind of name.
bool before(const std::vector<Candidate>& a, const std::vector<Candidate>& b) {
  const auto less = [&](auto field) {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(),
        [&](const Candidate& x, const Candidate& y) { return x.*field < y.*field; });
  };
  return same_rows(a, b) ? less(&Candidate::how) : less(&Candidate::row);
}

/// The rows that bear one name, each once, if they are several.
std::vector<Candidate> rows_of(std::span<const NameEntry> entries, TableId table,
                               const detail::Succession& succession) {
  std::vector<NameEntry> rows(entries.begin(), entries.end());
  std::sort(rows.begin(), rows.end(), [](const NameEntry& a, const NameEntry& b) {
    return a.row != b.row ? a.row < b.row : a.how < b.how;
  });
  rows.erase(std::unique(rows.begin(), rows.end(), same_row), rows.end());
  if (table == TableId::places) succession.drop_earlier(rows);
  std::vector<Candidate> set;
  for (const NameEntry& one : rows) set.push_back({table, one.row, one.how});
  return set;
}

}  // namespace

std::vector<std::vector<Candidate>> similar_names(const Ledger& ledger, const Fold& fold) {
  const auto indices = detail::indices_of_names(ledger, fold, /*ids=*/true);
  const detail::Succession succession(ledger.places().successor);
  std::vector<std::vector<Candidate>> all;
  for (std::size_t t = 0; t < indices.size(); ++t) {
    const auto first = static_cast<std::ptrdiff_t>(all.size());
    for (std::size_t k = 0; k < indices[t].size(); ++k) {
      if (indices[t].of(k).size() < 2) continue;
      auto set = rows_of(indices[t].of(k), detail::named_tables[t], succession);
      if (set.size() > 1) all.push_back(std::move(set));
    }
    std::sort(all.begin() + first, all.end(), before);
  }
  all.erase(std::unique(all.begin(), all.end(), same_rows), all.end());
  return all;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
