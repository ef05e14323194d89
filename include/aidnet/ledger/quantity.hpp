#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/enums.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// What a figure in a text says: a value, what it lies between, and of what.
struct Quantity {
  /// In base units (yuan, persons); blank for a range.
  std::optional<Decimal> value;
  /// Blank where the words give none: the lower one of 近4000, the upper one of 超过18亿.
  std::optional<Decimal> lower;
  std::optional<Decimal> upper;
  Qualifier qualifier = Qualifier::exact;
  /// ISO 4217, or one of the ledger's codes (person, m2, …); "" where the words do not tell.
  std::string unit;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Reads one figure as it is printed in Chinese (both scripts) or English texts, UTF-8: words that
/// qualify it, a numeral and a unit, as in 270餘萬元, 近4000名 or "more than 3.2 million yuan".
/// Exact, in linear time, deterministic; spaces between the pieces, upper case and full-width forms
/// make no difference.
///
/// Numerals: 14978.06; 1,234 with separators in groups of three only; 三千二百, 二〇一八, 廿五,
/// 叁拾 and 三点五; 1.3万, 5千, 3百万, 2亿3000万; thousand, million, billion, trillion, hundred,
/// and k, m, mn, bn behind digits; "two hundred and fifty thousand"; 半 only in 半年, 半天 and
/// 半个月. A 百 or 千 may stand alone (百名), a 万 or 亿 only beside a qualifier (上万名). A digit
/// that lacks its place is refused (三百五, 1万5), because it may mean two things.
///
/// With v the number, and u the place value of its last digit that is not zero, times its 万 or 亿
/// (10 for 270, 100 000 for 270万):
///
///   qualifier  value, lower, upper  words
///   exact      v, v, v              none; 共 累计 总计 合计 共计 达 达到 高达, total, a total of
///   over       v, v, v + u          余 多 来; 几 behind a place (十几); 3年多, 两个多月
///   at_least   v, v, -              超 超过 逾 突破 不少于 不低于 至少 以上; 上 before 百 千 万;
///                                   + > ≥; more than, over, at least, no(t) less than,
///                                   no(t) fewer than, exceeding, in excess of, or more
///   nearly     v, -, v              近 将近 接近 不足 不到 未满 几近; <; nearly, almost,
///                                   (just) under, less than, fewer than
///   at_most    v, -, v              至多 最多 不超过 不多于 以内 以下; ≤; up to, at most,
///                                   no(t) more than
///   about      v, -, -              约 大约 约为 左右 上下; ~; about, approximately, approx.,
///                                   around, roughly, circa, ca., some
///   range      -, A, B              A 至 B, also with 到 - – — ~ to; from A to B;
///                                   between A and B
///   range      -, 2, 10             数 or 几, times its place: 数十万, 几百, 几个
///   range      -, 7, 8              two neighbouring digits, or 三五: 七八十人, 三五百
///
/// about or at_least together with over is over; no other two go together. What stands behind B
/// alone belongs to both: the 万 of 3至5万, also 百, 千 and million. A > B is refused; only an A
/// that has its own 百 or 千 is then taken as it stands (5千至1万).
///
/// Units: ISO 4217 codes, and words and signs for yuan, dollars, euros, pounds and yen, also in
/// front; person, person_time, household, item, school, class, course, place, session, time,
/// batch, year, month, day, major, m2, mu, ha, km2, km, t, kg, percent (% and 百分之). Measure
/// words that fit many things (个 家 项 种 条 …) have the unit "". Behind 个 家 项 种 any noun is
/// passed over, and behind other units a noun of the same thing (名教师).
///
/// Throws ValidationError for any other text: blank, negative, beyond 64 bits, or not UTF-8. The
/// message quotes the text, and says at which code point, from 0, reading stopped and what was
/// expected there.
[[nodiscard]] Quantity parse_quantity(std::string_view text);

}  // namespace aidnet::inline AIDNET_ABI::ledger
