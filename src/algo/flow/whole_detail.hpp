#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "algo/flow/long_int_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

__extension__ typedef __int128 wide_int;  // not ISO C++, but gcc and clang have it

/// How amounts, some of them infinite, are counted as whole multiples of 2^exponent, whatever their
/// signs, so that they can be added and subtracted without rounding.
///
/// An infinite amount stands for one more than all finite ones together.
struct Grid {
  int exponent = 0;
  /// Bits that hold the sum of all amounts.
  int bits = 1;
  /// Bits that hold the sum of the finite ones.
  int finite_bits = 1;

  /// Whether doubles hold all sums of the finite amounts, so that no such sum is ever rounded.
  [[nodiscard]] bool is_of_doubles() const {
    return finite_bits <= std::numeric_limits<double>::digits;
  }
};

/// The coarsest grid on which all amounts are whole.
[[nodiscard]] Grid grid_of(std::span<const double> amounts);

/// Calls solve<Whole>() for the shortest whole numbers that hold `bits`: nobody's amounts are
/// rounded, though few have any that take more than the first two. The last ones hold all sums of
/// doubles, from 2^-1074 to 2^1024.
template <class Solve>
decltype(auto) in_wholes(int bits, const Solve& solve) {
  if (bits <= 62) return solve.template operator()<std::int64_t>();
  if (bits <= 125) return solve.template operator()<wide_int>();
  if (bits <= 8 * 64 - 3) return solve.template operator()<LongInt<8>>();
  return solve.template operator()<LongInt<36>>();
}

/// A finite amount on the grid.
template <class Whole>
[[nodiscard]] Whole whole_of(double amount, const Grid& grid) {
  if (amount == 0.0) return 0;
  constexpr int digits = std::numeric_limits<double>::digits;
  int power = 0;
  const auto mantissa =
      static_cast<std::int64_t>(std::ldexp(std::frexp(std::abs(amount), &power), digits));
  const int shift = power - digits - grid.exponent;
  const Whole size = shift >= 0 ? Whole(mantissa) << shift : Whole(mantissa >> -shift);
  return amount < 0.0 ? -size : size;
}

template <class Whole>
[[nodiscard]] double amount_of(const Whole& whole, const Grid& grid) {
  if constexpr (sizeof(Whole) <= sizeof(wide_int))
    return std::ldexp(static_cast<double>(whole), grid.exponent);
  else
    return whole.times_power(grid.exponent);
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
