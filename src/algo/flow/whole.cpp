#include <algorithm>
#include <bit>

#include "algo/flow/whole_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// The power of two that is at least x ≥ 1, as its exponent.
int bits_for(double x) {
  int power = 0;
  std::frexp(x, &power);
  return power;
}

/// The exponent of the last binary digit of `amount` > 0.
int last_digit(double amount) {
  constexpr int digits = std::numeric_limits<double>::digits;
  int power = 0;
  const auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(amount, &power), digits));
  return power - digits + std::countr_zero(mantissa);
}

/// The largest finite amount, and how many are infinite.
struct Extent {
  double largest = 0.0;
  double infinite = 0.0;
};
Extent extent_of(std::span<const double> amounts) {
  Extent extent;
  for (const double amount : amounts)
    if (std::isinf(amount))
      extent.infinite += 1.0;
    else
      extent.largest = std::max(extent.largest, amount);
  return extent;
}

}  // namespace

Grid exact_grid(std::span<const double> amounts) {
  const auto [largest, infinite] = extent_of(amounts);
  if (largest == 0.0) return {.exponent = 0, .bits = bits_for(infinite + 1.0)};
  int power = 0;
  std::frexp(largest, &power);
  int lowest = power;
  double sum = 0.0;  // in units of 2^power
  for (const double amount : amounts) {
    if (amount == 0.0 || std::isinf(amount)) continue;
    lowest = std::min(lowest, last_digit(amount));
    sum += std::ldexp(amount, -power);
  }
  // One bit more than it needs covers the rounding.
  return {.exponent = lowest,
          .bits = power - lowest + bits_for((sum + 1.0) * (infinite + 1.0)) + 1};
}

Grid coarse_grid(std::span<const double> amounts) {
  const auto [largest, infinite] = extent_of(amounts);
  int power = 0;
  std::frexp(largest, &power);
  const double terms = (static_cast<double>(amounts.size()) + 1.0) * (infinite + 1.0);
  return {.exponent = power + bits_for(terms) + 1 - Grid::wide_bits, .bits = Grid::wide_bits};
}

}  // namespace aidnet::inline AIDNET_ABI::detail
