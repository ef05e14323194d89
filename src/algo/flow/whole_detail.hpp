#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

__extension__ typedef __int128 wide_int;  // not ISO C++, but gcc and clang have it

/// How amounts ≥ 0, some of them infinite, are counted as whole multiples of 2^exponent, so that
/// they can be added and subtracted without rounding.
///
/// An infinite amount stands for one more than all finite ones together.
struct Grid {
  int exponent = 0;
  /// Bits that hold the sum of all amounts.
  int bits = 1;

  static constexpr int narrow_bits = 62;
  static constexpr int wide_bits = 125;
  [[nodiscard]] bool is_narrow() const { return bits <= narrow_bits; }
};

/// The grid on which all amounts are whole; with more than `wide_bits` if they are too uneven.
[[nodiscard]] Grid exact_grid(std::span<const double> amounts);

/// The finest grid of `wide_bits`, on which amounts are rounded down.
[[nodiscard]] Grid coarse_grid(std::span<const double> amounts);

/// `amount` ≥ 0, finite, on the grid; rounded down.
template <class Whole>
[[nodiscard]] Whole whole_of(double amount, const Grid& grid) {
  if (amount == 0.0) return 0;
  constexpr int digits = std::numeric_limits<double>::digits;
  int power = 0;
  const auto mantissa = static_cast<std::int64_t>(std::ldexp(std::frexp(amount, &power), digits));
  const int shift = power - digits - grid.exponent;
  if (shift >= 0) return static_cast<Whole>(mantissa) << shift;
  return shift > -digits ? static_cast<Whole>(mantissa >> -shift) : Whole{0};
}

template <class Whole>
[[nodiscard]] double amount_of(Whole whole, const Grid& grid) {
  return std::ldexp(static_cast<double>(whole), grid.exponent);
}

/// All amounts on the grid.
template <class Whole>
struct Wholes {
  std::vector<Whole> values;
  /// What an infinite one is; the sum of the finite ones is less.
  Whole unlimited = 1;
};

template <class Whole>
[[nodiscard]] Wholes<Whole> wholes_of(std::span<const double> amounts, const Grid& grid) {
  Wholes<Whole> wholes;
  wholes.values.resize(amounts.size());
  for (std::size_t a = 0; a < amounts.size(); ++a)
    if (std::isfinite(amounts[a]))
      wholes.unlimited += wholes.values[a] = whole_of<Whole>(amounts[a], grid);
  for (std::size_t a = 0; a < amounts.size(); ++a)
    if (!std::isfinite(amounts[a])) wholes.values[a] = wholes.unlimited;
  return wholes;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
