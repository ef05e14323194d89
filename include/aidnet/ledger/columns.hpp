#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aidnet/core/types.hpp"
#include "aidnet/ledger/date.hpp"
#include "aidnet/ledger/enums.hpp"

// The kinds of columns that a ledger's tables are made of. All are plain arrays, one element a row;
// each kind has its own way of saying that a cell is empty.
namespace aidnet::inline AIDNET_ABI::ledger {

/// The tables of a ledger, in the order in which they are written.
enum class TableId : std::uint8_t {
  flows,
  parties,
  places,
  groups,
  relations,
  programmes,
  aliases,
  sources,
};
inline constexpr std::size_t table_count = 8;

/// Texts, one after the other in one buffer.
class Text {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
  [[nodiscard]] bool empty() const noexcept { return ends_.empty(); }
  [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return {bytes_.data() + begin, ends_[row] - begin};
  }
  void push_back(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(bytes_.size());
  }
  void reserve(std::size_t rows, std::size_t bytes) {
    ends_.reserve(rows);
    bytes_.reserve(bytes);
  }
  /// Whether every cell is empty.
  [[nodiscard]] bool blank() const noexcept { return bytes_.empty(); }

  friend bool operator==(const Text&, const Text&) = default;

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

/// The ids of a table's rows: not empty, each once.
struct Keys : Text {};

/// Words of an open vocabulary: the distinct ones once, and a code a row; no_index where empty.
class Labels {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return codes_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept {
    return codes_[row] == no_index ? std::string_view()
                                   : words_[static_cast<std::size_t>(codes_[row])];
  }
  [[nodiscard]] const Text& words() const noexcept { return words_; }
  [[nodiscard]] const std::vector<index_t>& codes() const noexcept { return codes_; }
  /// The code of a word; no_index where no row has it.
  [[nodiscard]] index_t code_of(std::string_view word) const {
    const auto found = known_.find(std::string(word));
    return found == known_.end() ? no_index : found->second;
  }
  void push_back(std::string_view word) {
    if (word.empty()) return codes_.push_back(no_index);
    // Neighbouring rows mostly repeat the word.
    if (!codes_.empty() && codes_.back() != no_index && (*this)[codes_.size() - 1] == word)
      return codes_.push_back(codes_.back());
    const auto [at, added] = known_.try_emplace(std::string(word), words_.size());
    if (added) words_.push_back(word);
    codes_.push_back(at->second);
  }

 private:
  Text words_;
  std::vector<index_t> codes_;
  std::unordered_map<std::string, index_t> known_;
};

/// What amounts are counted in, see unit.hpp.
struct Units : Labels {};

/// Rows of another table (or of the same one); no_index where empty.
template <TableId target>
struct References : std::vector<index_t> {
  using std::vector<index_t>::vector;
};

inline constexpr std::int64_t no_number = std::numeric_limits<std::int64_t>::min();

/// Amounts in units of 10^-decimals_of(the row's unit); no_number where empty.
struct Amounts : std::vector<std::int64_t> {
  using std::vector<std::int64_t>::vector;
};
/// Whole numbers; no_number where empty.
struct Integers : std::vector<std::int64_t> {
  using std::vector<std::int64_t>::vector;
};
/// Decimal fractions such as coordinates and shares; NaN where empty, and nowhere else.
struct Numbers : std::vector<double> {
  using std::vector<double>::vector;
};
using Dates = std::vector<Date>;
template <class Enum>
using Choices = std::vector<Enum>;

/// A column that the ledger does not know: kept and written back as it is.
struct ExtraColumn {
  std::string name;
  Text cells;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
