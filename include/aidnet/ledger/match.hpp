#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/ledger.hpp"

// Which row of a ledger a text means: by id, by code or by name, and never by guessing.
namespace aidnet::inline AIDNET_ABI::ledger {

/// Brings names to the form in which they are compared. A Matcher calls it from the caller's
/// thread.
using Fold = std::function<std::string(std::string_view)>;

/// What the library folds by itself: full-width forms (U+FF01 to FF5E, U+3000), ASCII and Latin-1
/// case, outer and repeated spaces, middle dots, typographic quotes and dashes; nothing else, so
/// that half-width katakana, for instance, stay as they are.
///
/// Python passes a stronger one: NFKC, case folding, and traditional to simplified characters. In
/// C++ a name is found in both scripts where the ledger has aliases in both.
[[nodiscard]] std::string fold(std::string_view name);

/// By what a row is meant; names and aliases are equally strong, otherwise the first is stronger.
enum class How : std::uint8_t { id, code, name, alias };
template <>
struct Names<How> {
  static constexpr const char* what = "how";
  static constexpr std::array<std::string_view, 4> values{"id", "code", "name", "alias"};
};

/// A row that a text may mean.
struct Candidate {
  TableId table = TableId::parties;
  index_t row = no_index;
  How how = How::id;

  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct MatchOptions {
  /// Only rows, and aliases, that are valid at some time within this date; blank: at any time.
  Date on;
  /// Only codes of this scheme, such as gb2260; names are not affected.
  std::optional<std::string> scheme;
};

/// A name in the ledger that is like the one that is not.
struct Suggestion {
  index_t row = no_index;
  std::string name;  ///< as it stands in the ledger

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// Several rows bear the name; the message lists them.
class AmbiguousNameError : public ValidationError {
 public:
  AmbiguousNameError(const std::string& message, std::vector<Candidate> candidates);
  [[nodiscard]] const std::vector<Candidate>& candidates() const noexcept { return *candidates_; }

 private:
  std::shared_ptr<const std::vector<Candidate>> candidates_;
};

/// No row bears the name, or none at the time that is asked for.
class UnknownNameError : public ValidationError {
 public:
  UnknownNameError(const std::string& message, std::vector<Suggestion> suggestions);
  /// At most 3, the best first.
  [[nodiscard]] const std::vector<Suggestion>& suggestions() const noexcept {
    return *suggestions_;
  }

 private:
  std::shared_ptr<const std::vector<Suggestion>> suggestions_;
};

/// Finds parties, places and programmes by what they are called.
///
/// Ids compare exactly, and an id hides all else in its table, whatever the date. Next come codes,
/// then names and aliases, compared as folded. Nothing is inferred: a place's name is no name of
/// the parties in it. A place and its `successor` that both bear the name are one place, the last
/// that bears it, unless the date leaves only the earlier one. Programmes have no validity: their
/// start and end say when they run. Immutable; a cheap handle, safe from any thread if the fold is.
class Matcher {
 public:
  /// O(names) calls of the fold.
  explicit Matcher(const Ledger& ledger, Fold fold = ledger::fold);

  /// All that the text can mean, the strongest first; within one strength by table and row. O(1).
  [[nodiscard]] std::vector<Candidate> candidates(std::string_view text,
                                                  const MatchOptions& options = {}) const;
  /// Those of one table; none for tables without names.
  [[nodiscard]] std::vector<Candidate> candidates(TableId table, std::string_view text,
                                                  const MatchOptions& options = {}) const;

  /// The one row of parties, places or programmes that the text means. Throws AmbiguousNameError
  /// where several are equally strong, UnknownNameError where there is none. O(1); suggestions take
  /// O(names).
  [[nodiscard]] index_t find(TableId table, std::string_view text,
                             const MatchOptions& options = {}) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// Rows of one table that may be one and the same: an id or a name of each is folded alike. Each
/// set once, by table and rows; earlier places beside their successor are left out. O(names log
/// names).
[[nodiscard]] std::vector<std::vector<Candidate>> similar_names(const Ledger& ledger,
                                                                const Fold& fold = ledger::fold);

}  // namespace aidnet::inline AIDNET_ABI::ledger
