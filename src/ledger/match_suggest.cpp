// What somebody may have meant by a name that is not there.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "match_detail.hpp"
#include "utf8_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

constexpr std::size_t most_suggestions = 3;
constexpr std::size_t longest_name = 200;  // what is longer is no name, and would take long

void decode(std::string_view text, std::u32string& points) {
  points.clear();
  for (std::size_t i = 0; i < text.size();) points += next_code_point(text, i);
}

/// How far two names are from each other: fewer changes first, and of these what contains the
/// other.
struct Distance {
  std::size_t changes;
  bool apart;
  friend auto operator<=>(const Distance&, const Distance&) = default;
};

/// Measures names against one that is asked for.
class Likeness {
 public:
  explicit Likeness(std::string_view asked) : asked_(asked) {
    decode(asked, points_);
    // Two changes say nothing of a name of two characters: no more than half of it may change.
    const std::size_t length = points_.size();
    most_ = std::max(length / 3, std::min<std::size_t>(2, length / 2));
  }

  [[nodiscard]] bool usable() const noexcept {
    return !points_.empty() && points_.size() <= longest_name;
  }

  /// Nothing where they are not alike.
  [[nodiscard]] std::optional<Distance> to(std::string_view name) {
    decode(name, other_);
    const std::size_t shorter = std::min(points_.size(), other_.size());
    const std::size_t surplus = std::max(points_.size(), other_.size()) - shorter;
    // Any text contains names of one character.
    if (name.find(asked_) != std::string_view::npos ||
        (other_.size() > 1 && asked_.find(name) != std::string_view::npos))
      return Distance{surplus, false};
    if (surplus > most_) return std::nullopt;
    const std::size_t changes = edits();
    return changes > most_ ? std::nullopt : std::optional(Distance{changes, true});
  }

 private:
  /// Code points to insert, delete or replace; any number above most_ where they are too many.
  std::size_t edits() {
    row_.resize(other_.size() + 1);
    std::iota(row_.begin(), row_.end(), std::size_t{0});
    for (std::size_t i = 0; i < points_.size(); ++i) {
      std::size_t corner = row_[0];
      std::size_t least = row_[0] = i + 1;
      for (std::size_t j = 0; j < other_.size(); ++j) {
        const std::size_t replaced = corner + (points_[i] == other_[j] ? 0 : 1);
        corner = row_[j + 1];
        row_[j + 1] = std::min({corner + 1, row_[j] + 1, replaced});
        least = std::min(least, row_[j + 1]);
      }
      if (least > most_) return least;
    }
    return row_.back();
  }

  std::string_view asked_;
  std::u32string points_, other_;
  std::size_t most_;
  std::vector<std::size_t> row_;
};

/// The best few rows, each with the best of its names; of equally good names the first.
class Best {
 public:
  void add(const Distance& distance, index_t row, std::string_view name) {
    if (full() && !(std::tie(distance, row) < std::tie(rows_.back().distance, rows_.back().row)))
      return;
    const auto same =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& one) { return one.row == row; });
    if (same != rows_.end()) {
      if (!(distance < same->distance)) return;
      rows_.erase(same);
    }
    const auto behind = std::find_if(rows_.begin(), rows_.end(), [&](const Row& one) {
      return std::tie(distance, row) < std::tie(one.distance, one.row);
    });
    rows_.insert(behind, Row{distance, row, name});
    if (rows_.size() > most_suggestions) rows_.pop_back();
  }

  [[nodiscard]] std::vector<Suggestion> take() const {
    std::vector<Suggestion> all;
    for (const Row& one : rows_) all.push_back({one.row, std::string(one.name)});
    return all;
  }

 private:
  struct Row {
    Distance distance;
    index_t row;
    std::string_view name;
  };
  [[nodiscard]] bool full() const noexcept { return rows_.size() == most_suggestions; }
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Suggestion> suggestions(const Ledger& ledger, TableId table, const NameIndex& names,
                                    std::string_view folded, const Date& on, const Fold& fold) {
  Best best;
  Likeness likeness(folded);
  if (!likeness.usable()) return {};
  const NamedTable view = named_table(ledger, table);
  for (std::size_t k = 0; k < names.size(); ++k)
    if (const auto distance = likeness.to(names.key(k)))
      for (const NameEntry& entry : names.of(k))
        if (valid(ledger, view, entry, on)) best.add(*distance, entry.row, entry.name);
  // Ids are compared exactly; who writes one otherwise is told.
  for (std::size_t i = 0; i < view.keys->size(); ++i)
    if (const auto row = static_cast<index_t>(i); view.valid(row, on))
      if (const auto distance = likeness.to(fold((*view.keys)[i])))
        best.add(*distance, row, (*view.keys)[i]);
  return best.take();
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
