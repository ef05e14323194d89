#include "aidnet/ledger/match.hpp"

#include <algorithm>

#include "match_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

using detail::at;
using detail::named_tables;
using detail::NameEntry;

struct Matcher::Data {
  Ledger ledger;
  Fold fold;
  std::array<detail::NameIndex, 3> names, codes;
  detail::Succession succession;

  Data(const Ledger& from, Fold with)
      : ledger(from),
        fold(std::move(with)),
        names(detail::indices_of_names(ledger, fold)),
        succession(ledger.places().successor) {
    for (std::size_t k = 0; k < codes.size(); ++k) {
      const detail::NamedTable view = detail::named_table(ledger, named_tables[k]);
      for (std::size_t i = 0; view.code != nullptr && i < view.code->size(); ++i)
        if (const std::string_view code = (*view.code)[i]; !code.empty())
          codes[k].add(fold(code), {static_cast<index_t>(i), How::code, no_index, code});
      codes[k].finish();
    }
  }

  /// Adds the entries of one strength, each row once and only if it is not yet there.
  void add(detail::Hits& hits, TableId table, std::span<const NameEntry> entries,
           const MatchOptions& options) const {
    const detail::NamedTable view = detail::named_table(ledger, table);
    std::vector<NameEntry> found;
    for (const NameEntry& entry : entries) {
      if (entry.how == How::code && options.scheme &&
          (*view.scheme)[at(entry.row)] != *options.scheme)
        continue;
      (detail::valid(ledger, view, entry, options.on) ? found : hits.outdated).push_back(entry);
    }
    const auto by_row = [](const NameEntry& a, const NameEntry& b) {
      return a.row != b.row ? a.row < b.row : a.how < b.how;
    };
    const auto same_row = [](const NameEntry& a, const NameEntry& b) { return a.row == b.row; };
    std::stable_sort(found.begin(), found.end(), by_row);
    found.erase(std::unique(found.begin(), found.end(), same_row), found.end());
    if (table == TableId::places) succession.drop_earlier(found);
    const std::vector<NameEntry> stronger = hits.valid;  // ascending: there is but one strength
    for (const NameEntry& entry : found)
      if (!std::binary_search(stronger.begin(), stronger.end(), entry,
                              [](const NameEntry& a, const NameEntry& b) { return a.row < b.row; }))
        hits.valid.push_back(entry);
  }

  [[nodiscard]] detail::Hits search(TableId table, std::string_view text, std::string_view folded,
                                    const MatchOptions& options) const {
    detail::Hits hits;
    const std::size_t k = detail::named(table);
    if (k == named_tables.size()) return hits;
    if (const index_t row = ledger.find(table, text); row != no_index) {
      hits.valid.push_back({row, How::id, no_index, text});
      return hits;
    }
    add(hits, table, codes[k].find(folded), options);
    add(hits, table, names[k].find(folded), options);
    return hits;
  }
};

namespace {

constexpr int strength(How how) noexcept { return how == How::alias ? 2 : static_cast<int>(how); }

std::vector<Candidate> candidates_of(TableId table, const std::vector<NameEntry>& entries) {
  std::vector<Candidate> candidates;
  candidates.reserve(entries.size());
  for (const NameEntry& entry : entries) candidates.push_back({table, entry.row, entry.how});
  return candidates;
}

}  // namespace

AmbiguousNameError::AmbiguousNameError(const std::string& message,
                                       std::vector<Candidate> candidates)
    : ValidationError(message),
      candidates_(std::make_shared<const std::vector<Candidate>>(std::move(candidates))) {}

UnknownNameError::UnknownNameError(const std::string& message, std::vector<Suggestion> suggestions)
    : ValidationError(message),
      suggestions_(std::make_shared<const std::vector<Suggestion>>(std::move(suggestions))) {}

Matcher::Matcher(const Ledger& ledger, Fold fold)
    : data_(std::make_shared<const Data>(ledger, std::move(fold))) {}

std::vector<Candidate> Matcher::candidates(std::string_view text,
                                           const MatchOptions& options) const {
  const std::string folded = data_->fold(text);
  std::vector<Candidate> all;
  for (const TableId table : named_tables) {
    const auto some = candidates_of(table, data_->search(table, text, folded, options).valid);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return strength(a.how) < strength(b.how);
  });
  return all;
}

std::vector<Candidate> Matcher::candidates(TableId table, std::string_view text,
                                           const MatchOptions& options) const {
  return candidates_of(table, data_->search(table, text, data_->fold(text), options).valid);
}

index_t Matcher::find(TableId table, std::string_view text, const MatchOptions& options) const {
  if (detail::named(table) == named_tables.size())
    throw ValidationError("only parties, places and programmes are found by name");
  const std::string folded = data_->fold(text);
  const detail::Hits hits = data_->search(table, text, folded, options);
  if (hits.valid.empty()) {
    auto like = detail::suggestions(data_->ledger, table, data_->names[detail::named(table)],
                                    folded, options.on, data_->fold);
    const std::string message = detail::unknown_message(data_->ledger, table, text, options,
                                                        hits.outdated, data_->succession, like);
    throw UnknownNameError(message, std::move(like));
  }
  std::vector<Candidate> best = candidates_of(table, hits.valid);
  const auto weaker = [&](const Candidate& one) {
    return strength(one.how) != strength(best.front().how);
  };
  best.erase(std::find_if(best.begin(), best.end(), weaker), best.end());
  if (best.size() == 1) return best.front().row;
  const std::string message = detail::ambiguous_message(data_->ledger, text, best);
  throw AmbiguousNameError(message, std::move(best));
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
