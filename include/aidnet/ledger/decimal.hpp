#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// An exact decimal number: digits · 10^-scale, with scale in [0, 18] and no trailing zeros behind
/// the point. Numbers that need more digits than 64 bits hold do not exist; making one is refused.
class Decimal {
 public:
  constexpr Decimal() = default;
  /// Throws SizeError where it does not fit.
  explicit Decimal(std::int64_t digits, int scale = 0);

  [[nodiscard]] constexpr std::int64_t digits() const noexcept { return digits_; }
  [[nodiscard]] constexpr int scale() const noexcept { return scale_; }

  /// Reads plain ASCII decimals such as 12, -0.5 or 14978.06; nothing for any other text, and for
  /// numbers that do not fit. Exponents, separators and signs like + are not plain.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text) noexcept;

  /// The number in units of 10^-decimals; nothing where it has finer digits or does not fit.
  [[nodiscard]] std::optional<std::int64_t> in_units(int decimals) const noexcept;
  /// The nearest double.
  [[nodiscard]] double to_double() const noexcept;
  /// Plain decimal text that `parse` reads back.
  [[nodiscard]] std::string to_string() const;

  /// Exact sum and product; nothing where they do not fit.
  [[nodiscard]] static std::optional<Decimal> sum(const Decimal& a, const Decimal& b) noexcept;
  [[nodiscard]] static std::optional<Decimal> product(const Decimal& a, const Decimal& b) noexcept;

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;
  friend bool operator==(const Decimal& a, const Decimal& b) noexcept = default;

 private:
  std::int64_t digits_ = 0;
  int scale_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
