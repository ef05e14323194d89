#pragma once

#include <optional>
#include <string_view>

#include "aidnet/core/config.hpp"
#include "aidnet/ledger/decimal.hpp"
#include "quantity_text_detail.hpp"

// Numerals: 14978.06, 1.3万, 三千二百, 七八十, 270餘萬, twenty-five, 3.2 million.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

struct Numeral {
  /// They differ where the numeral itself is a range: 七八十, 数百.
  Decimal lower;
  Decimal upper;
  /// Where 余, 多, 几 or 来 stood in it.
  std::optional<std::size_t> over;
  /// What a range may share, as 3至5百万 does: 百 or 千 behind a single group, and 万, million, …
  /// behind a single part; 0 for numerals of several parts (2亿3000万).
  Decimal place = Decimal(1);
  Decimal large = Decimal(1);
  bool has_places = false;  ///< 百, 千 or hundred stands in it
  /// No digit in front of its 万 or 亿: a numeral only beside a qualifier (上万, 万余).
  bool bare = false;
};

/// Reads the numeral that stands here, or refuses. `and_joins`: whether an English "and" may stand
/// in it, as it may not in "between two hundred and three hundred".
[[nodiscard]] Numeral read_numeral(Reader& in, bool and_joins);

/// Whether a Chinese numeral begins here.
[[nodiscard]] bool begins_numeral(std::string_view text) noexcept;

/// The place value of the last digit that is not zero; nothing for 0.
[[nodiscard]] std::optional<Decimal> last_place(const Decimal& number);

/// Exact arithmetic; refuses what does not fit.
[[nodiscard]] Decimal times(const Reader& in, const Decimal& a, const Decimal& b);
[[nodiscard]] Decimal plus(const Reader& in, const Decimal& a, const Decimal& b);

/// Digits with separators and a point: 1,234.5.
[[nodiscard]] Decimal read_digits(Reader& in);
/// Number words: two hundred and fifty thousand. Nothing, and nothing read, where none stands here.
[[nodiscard]] std::optional<Numeral> read_english(Reader& in, bool and_joins);
/// thousand, million, mn, … behind digits.
[[nodiscard]] std::optional<Decimal> read_english_multiplier(Reader& in);
/// Numerals with Chinese digits or places, or with plain digits.
[[nodiscard]] Numeral read_han(Reader& in);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
