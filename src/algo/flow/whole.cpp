#include "algo/flow/whole_detail.hpp"

#include <algorithm>
#include <bit>

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

}  // namespace

Grid grid_of(std::span<const double> amounts) {
  double largest = 0.0;
  double infinite = 0.0;
  for (const double amount : amounts)
    if (std::isinf(amount))
      infinite += 1.0;
    else
      largest = std::max(largest, std::abs(amount));
  if (largest == 0.0) return {.exponent = 0, .bits = bits_for(infinite + 1.0), .finite_bits = 1};
  int power = 0;
  std::frexp(largest, &power);
  int lowest = power;
  double sum = 0.0;  // in units of 2^power
  for (const double amount : amounts) {
    if (amount == 0.0 || std::isinf(amount)) continue;
    lowest = std::min(lowest, last_digit(std::abs(amount)));
    sum += std::ldexp(std::abs(amount), -power);
  }
  // One bit more than it needs covers the rounding.
  const int digits = power - lowest + 1;
  return {.exponent = lowest,
          .bits = digits + bits_for((sum + 1.0) * (infinite + 1.0)),
          .finite_bits = digits + bits_for(sum + 1.0)};
}

}  // namespace aidnet::inline AIDNET_ABI::detail
