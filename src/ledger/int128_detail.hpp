#pragma once

#include <cstdint>
#include <limits>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Holds every product of two 64-bit numbers, and every sum of as many as memory holds.
__extension__ typedef __int128 int128;  // not ISO C++, but gcc and clang have it

/// Whether the number can stand in a column: the smallest 64-bit number means an empty cell there.
[[nodiscard]] constexpr bool fits_64(int128 number) noexcept {
  using limits = std::numeric_limits<std::int64_t>;
  return number > limits::min() && number <= limits::max();
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
