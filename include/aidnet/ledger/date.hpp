#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// A date of the precision that the source has: a year, a month, a day, or nothing at all.
///
/// It stands for the interval of its days, so that 2018 stays a year: `first_day()` to
/// `last_day()`, in days since 1970-01-01 of the proleptic Gregorian calendar.
struct Date {
  std::int16_t year = blank_year;
  std::uint8_t month = 0;  ///< 0: only the year is known
  std::uint8_t day = 0;    ///< 0: only the month is known

  static constexpr std::int16_t blank_year = std::numeric_limits<std::int16_t>::min();

  [[nodiscard]] constexpr bool blank() const noexcept { return year == blank_year; }
  /// Earliest and latest day it can mean; without bound (the extremes of the type) where blank.
  [[nodiscard]] std::int32_t first_day() const noexcept;
  [[nodiscard]] std::int32_t last_day() const noexcept;

  /// Reads 2018, 2018-06 or 2018-06-30 (ISO 8601 of reduced precision, years 0001 to 9999); nothing
  /// for other text, impossible dates included.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text) noexcept;
  /// As `parse` reads it; "" where blank.
  [[nodiscard]] std::string to_string() const;

  friend bool operator==(const Date&, const Date&) = default;
};

/// No bound, as first or last day.
inline constexpr std::int32_t no_first_day = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int32_t no_last_day = std::numeric_limits<std::int32_t>::max();

}  // namespace aidnet::inline AIDNET_ABI::ledger
