#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A whole number of 64 · `limbs` bits, in two's complement: what flows need of arithmetic, where
/// amounts are so uneven that no built-in type holds them all.
template <std::size_t limbs>
class LongInt {
 public:
  constexpr LongInt(std::int64_t value = 0) {  // NOLINT(google-explicit-constructor): as built in
    limbs_.fill(value < 0 ? ~std::uint64_t{0} : 0);
    limbs_[0] = static_cast<std::uint64_t>(value);
  }

  constexpr LongInt& operator+=(const LongInt& other) {
    std::uint64_t carry = 0;
    for (std::size_t k = 0; k < limbs; ++k) {
      const std::uint64_t sum = limbs_[k] + other.limbs_[k];
      limbs_[k] = sum + carry;
      carry = static_cast<std::uint64_t>(sum < other.limbs_[k] || limbs_[k] < sum);
    }
    return *this;
  }
  constexpr LongInt& operator-=(const LongInt& other) {
    std::uint64_t borrow = 0;
    for (std::size_t k = 0; k < limbs; ++k) {
      const std::uint64_t before = limbs_[k];
      const std::uint64_t less = before - other.limbs_[k];
      limbs_[k] = less - borrow;
      borrow = static_cast<std::uint64_t>(before < other.limbs_[k] || less < borrow);
    }
    return *this;
  }
  friend constexpr LongInt operator+(LongInt a, const LongInt& b) { return a += b; }
  friend constexpr LongInt operator-(LongInt a, const LongInt& b) { return a -= b; }
  friend constexpr LongInt operator-(const LongInt& a) { return LongInt() -= a; }

  /// By 0 ≤ bits < 64 · limbs.
  friend constexpr LongInt operator<<(const LongInt& a, int bits) {
    const auto whole = static_cast<std::size_t>(bits) / 64;
    const int part = bits % 64;
    LongInt shifted;
    for (std::size_t k = whole; k < limbs; ++k) {
      shifted.limbs_[k] = a.limbs_[k - whole] << part;
      if (part > 0 && k > whole) shifted.limbs_[k] |= a.limbs_[k - whole - 1] >> (64 - part);
    }
    return shifted;
  }

  friend constexpr bool operator==(const LongInt& a, const LongInt& b) = default;
  friend constexpr std::strong_ordering operator<=>(const LongInt& a, const LongInt& b) {
    std::size_t k = limbs - 1;
    if (a.limbs_[k] != b.limbs_[k])
      return static_cast<std::int64_t>(a.limbs_[k]) <=> static_cast<std::int64_t>(b.limbs_[k]);
    while (k > 0 && a.limbs_[k] == b.limbs_[k]) --k;
    return a.limbs_[k] <=> b.limbs_[k];
  }

  /// Times 2^exponent; rounded once, if that is no less than the least double for 1.
  [[nodiscard]] double times_power(int exponent) const {
    if (*this < LongInt()) return -(-*this).times_power(exponent);
    std::size_t k = limbs - 1;
    while (k > 0 && limbs_[k] == 0) --k;
    const int empty = k > 0 ? std::countl_zero(limbs_[k]) : 0;
    std::uint64_t top = limbs_[k] << empty;
    if (empty > 0) top |= limbs_[k - 1] >> (64 - empty);
    // What is below these 64 digits only tells a half from more than that.
    std::uint64_t rest = k > 0 ? limbs_[k - 1] << empty : 0;
    for (std::size_t below = 0; below + 1 < k; ++below) rest |= limbs_[below];
    if (rest != 0) top |= 1;
    return std::ldexp(static_cast<double>(top), static_cast<int>(64 * k) - empty + exponent);
  }

 private:
  std::array<std::uint64_t, limbs> limbs_{};  // the last digits first
};

}  // namespace aidnet::inline AIDNET_ABI::detail
