#pragma once

#include <array>
#include <span>

#include "aidnet/ledger/match.hpp"
#include "hierarchy_detail.hpp"
#include "key_index_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// One thing by which a row is known.
struct NameEntry {
  index_t row;
  How how;
  index_t alias;          // row of aliases; no_index for other names
  std::string_view name;  // as it stands in the ledger, which must live on
};

/// From folded names to the rows that bear them; the order is that in which names were added.
class NameIndex {
 public:
  /// Blank names are no names.
  void add(std::string_view folded, const NameEntry& entry);
  /// Must follow the last `add`.
  void finish();

  [[nodiscard]] std::span<const NameEntry> find(std::string_view folded) const noexcept;

  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }
  [[nodiscard]] std::string_view key(std::size_t k) const noexcept { return keys_[k]; }
  [[nodiscard]] std::span<const NameEntry> of(std::size_t k) const noexcept {
    return std::span(entries_).subspan(offsets_[k], offsets_[k + 1] - offsets_[k]);
  }

 private:
  Text keys_;  // distinct
  KeyIndex known_;
  std::vector<index_t> key_of_;  // of each entry, until finish()
  std::vector<NameEntry> entries_;
  std::vector<std::size_t> offsets_;
};

/// Which places have become which, whatever the length of the chains. A cycle has no last place:
/// links within one are left out.
class Succession {
 public:
  explicit Succession(const std::vector<index_t>& successor);

  /// Takes out the places that became another one of them. Each place at most once. O(n log n).
  void drop_earlier(std::vector<NameEntry>& entries) const;
  /// The last place that it has become; itself where there is none.
  [[nodiscard]] index_t last(index_t place) const noexcept { return last_[at(place)]; }

 private:
  // The places that became one lie in [begin, end) of it, and no others.
  std::vector<index_t> begin_, end_, last_;
};

/// The tables that have names, in the order in which candidates are listed.
inline constexpr std::array<TableId, 3> named_tables{TableId::parties, TableId::places,
                                                     TableId::programmes};
/// Where a table stands among them; 3 for others.
[[nodiscard]] std::size_t named(TableId table) noexcept;

/// The columns that tables with names have in common.
struct NamedTable {
  std::string_view one, many;
  const Keys* keys;
  const Text *name_zh, *name_en;
  const std::vector<index_t>* parent;
  // Null for programmes: they have neither codes nor a validity.
  const Labels* scheme = nullptr;
  const Text* code = nullptr;
  const Dates *valid_from = nullptr, *valid_to = nullptr;

  [[nodiscard]] bool valid(index_t row, const Date& on) const noexcept;
};
/// A view; the ledger must live on.
[[nodiscard]] NamedTable named_table(const Ledger& ledger, TableId table);

/// Whether what holds from one date to another holds at some time within `on`.
[[nodiscard]] bool valid(const Date& from, const Date& to, const Date& on) noexcept;

/// Names and aliases of all the named tables, one index each; `ids`: their ids as well, as folded.
[[nodiscard]] std::array<NameIndex, 3> indices_of_names(const Ledger& ledger, const Fold& fold,
                                                        bool ids = false);

/// What a search in one table comes to: entries by strength, each row once.
struct Hits {
  std::vector<NameEntry> valid;
  std::vector<NameEntry> outdated;  // asked for by a date at which they do not hold
};

/// Whether a row is called so at some time within `on`.
[[nodiscard]] bool valid(const Ledger& ledger, const NamedTable& view, const NameEntry& entry,
                         const Date& on) noexcept;

/// The names and ids most like one that is not there, of rows that are valid on the date.
[[nodiscard]] std::vector<Suggestion> suggestions(const Ledger& ledger, TableId table,
                                                  const NameIndex& names, std::string_view folded,
                                                  const Date& on, const Fold& fold);

[[nodiscard]] std::string ambiguous_message(const Ledger& ledger, std::string_view name,
                                            std::span<const Candidate> candidates);
[[nodiscard]] std::string unknown_message(const Ledger& ledger, TableId table,
                                          std::string_view name, const MatchOptions& options,
                                          std::span<const NameEntry> outdated,
                                          const Succession& succession,
                                          std::span<const Suggestion> suggestions);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
