#include "aidnet/ledger/bounds.hpp"

#include <algorithm>
#include <cmath>

#include "int128_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

using detail::int128;

constexpr std::int64_t fine = 1'000'000'000'000;  // tolerances are fractions of this

/// |amount| · share, rounded up; at most |amount|, because a share is at most 1.
std::int64_t part_of(std::int64_t amount, double share) noexcept {
  const int128 size = amount < 0 ? -static_cast<int128>(amount) : static_cast<int128>(amount);
  const int128 whole = size * std::llround(share * static_cast<double>(fine));
  return static_cast<std::int64_t>((whole + fine - 1) / fine);
}

std::int64_t minus(std::int64_t a, std::int64_t b) noexcept {
  const int128 difference = static_cast<int128>(a) - b;
  return detail::fits_64(difference) ? static_cast<std::int64_t>(difference) : no_number + 1;
}

/// A bound that does not fit is no bound.
std::int64_t plus(std::int64_t a, std::int64_t b) noexcept {
  const int128 sum = static_cast<int128>(a) + b;
  return detail::fits_64(sum) ? static_cast<std::int64_t>(sum) : no_number;
}

std::int64_t blank_lower(std::int64_t value, Qualifier qualifier,
                         const Tolerance& tolerance) noexcept {
  switch (qualifier) {
    case Qualifier::about:
      return tolerance.about ? minus(value, part_of(value, *tolerance.about)) : value;
    case Qualifier::nearly:
      return tolerance.nearly && value > 0 ? value - part_of(value, 1.0 - *tolerance.nearly)
                                           : std::min<std::int64_t>(0, value);
    case Qualifier::at_most:
    case Qualifier::range:
      return std::min<std::int64_t>(0, value);
    default:
      return value;
  }
}

std::int64_t blank_upper(std::int64_t value, Qualifier qualifier,
                         const Tolerance& tolerance) noexcept {
  switch (qualifier) {
    case Qualifier::about:
      return tolerance.about ? plus(value, part_of(value, *tolerance.about)) : value;
    case Qualifier::over:
    case Qualifier::at_least:
    case Qualifier::range:
      return no_number;
    default:
      return value;
  }
}

}  // namespace

BoundsRead bounds_of(std::int64_t value, std::int64_t lower, std::int64_t upper,
                     Qualifier qualifier, const Tolerance& tolerance) noexcept {
  BoundsRead read;
  if (value == no_number) {
    if (lower == no_number && upper == no_number) {
      read.missing = true;
      return read;
    }
    read.midpoint = lower != no_number && upper != no_number;
    if (read.midpoint)
      // Shifting rounds down, below zero as well.
      value = static_cast<std::int64_t>((static_cast<int128>(lower) + upper) >> 1);
    else
      value = lower == no_number ? upper : lower;
  }
  read.about_as_exact = qualifier == Qualifier::about && !tolerance.about &&
                        (lower == no_number || upper == no_number);
  read.bounds = {value, lower == no_number ? blank_lower(value, qualifier, tolerance) : lower,
                 upper == no_number ? blank_upper(value, qualifier, tolerance) : upper};
  return read;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
