#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A number ≥ 0 with the precision of a double and room for any exponent: counts of shortest paths
/// double with every diamond on the way, and a chain of 1 100 diamonds is too much for a double.
class Wide {
 public:
  Wide() = default;
  explicit Wide(double x) : fraction_(x) { normalize(); }

  Wide& operator+=(const Wide& other) {
    if (other.fraction_ == 0.0) return *this;
    if (fraction_ == 0.0) return *this = other;
    // Terms that differ by more than 2^±1000 are lost in rounding anyway.
    const std::int64_t shift = std::clamp<std::int64_t>(other.exponent_ - exponent_, -1000, 1000);
    if (shift == 1000) return *this = other;
    fraction_ += std::ldexp(other.fraction_, static_cast<int>(shift));
    normalize();
    return *this;
  }
  friend Wide operator*(Wide a, const Wide& b) {
    a.fraction_ *= b.fraction_;
    a.exponent_ += b.exponent_;
    a.normalize();
    return a;
  }
  friend Wide operator/(Wide a, const Wide& b) {
    a.fraction_ /= b.fraction_;
    a.exponent_ -= b.exponent_;
    a.normalize();
    return a;
  }
  explicit operator double() const {
    constexpr std::int64_t limit = 5000;  // more than any double's exponent
    return std::ldexp(fraction_, static_cast<int>(std::clamp(exponent_, -limit, limit)));
  }

 private:
  void normalize() {
    int shift = 0;
    fraction_ = std::frexp(fraction_, &shift);
    exponent_ = fraction_ == 0.0 ? 0 : exponent_ + shift;
  }

  double fraction_ = 0.0;  // 0, or in [1/2, 1)
  std::int64_t exponent_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
