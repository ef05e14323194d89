#pragma once

#include <cmath>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI {

/// A running sum whose rounding error does not grow with the number of terms.
///
/// Neumaier's variant of Kahan summation (doi:10.1002/zamm.19740540106): a million times 0.1 is
/// 100 000 to the last digit. Used wherever amounts are added.
class Sum {
 public:
  Sum& operator+=(double term) noexcept {
    const double next = total_ + term;
    carry_ += std::abs(total_) >= std::abs(term) ? (total_ - next) + term : (term - next) + total_;
    total_ = next;
    return *this;
  }
  /// The sum rounded to a double; infinite where it overflows.
  [[nodiscard]] double value() const noexcept {
    return std::isfinite(total_) ? total_ + carry_ : total_;
  }

 private:
  double total_ = 0.0;
  double carry_ = 0.0;
};

}  // namespace aidnet::inline AIDNET_ABI
