#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aidnet/core/config.hpp"
#include "aidnet/ledger/enums.hpp"

// The vocabulary around a numeral: qualifiers, units, and the nouns that may follow a unit. All
// functions look at the beginning of a folded text and answer with the longest word there.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// A word that says how a figure is meant; `unstated` for words that only introduce it (共).
struct QualifierWord {
  std::string_view word;
  Qualifier qualifier;
};

[[nodiscard]] const QualifierWord* qualifier_before(std::string_view text) noexcept;
[[nodiscard]] const QualifierWord* qualifier_behind(std::string_view text) noexcept;
/// 余 多 来: a little more.
[[nodiscard]] std::size_t over_word(std::string_view text) noexcept;
/// 至 - ~ to: the bytes of the word between the two ends of a range; 0 where there is none.
[[nodiscard]] std::size_t range_word(std::string_view text) noexcept;

enum class UnitKind : std::uint8_t {
  plain,
  money,   ///< stands behind the numeral only: 元
  symbol,  ///< money that may also stand in front: US$, RMB, EUR
  time,    ///< may be followed by 多: 3年多
  more,    ///< has 多 inside: 两个多月
  opener,  ///< 个, 家, 项, 种: any noun may follow
};

struct Unit {
  std::string_view word;
  std::string_view code;
  UnitKind kind = UnitKind::plain;
};

/// Nothing is found where `word` of the answer is empty. The code of a currency named by its
/// ISO 4217 code lies in a table, as all others do.
[[nodiscard]] Unit unit_at(std::string_view text) noexcept;

/// The bytes of the nouns that may follow a unit and tell nothing new: 名教师, 个国家.
[[nodiscard]] std::size_t noun_behind(std::string_view text, const Unit& unit) noexcept;

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
