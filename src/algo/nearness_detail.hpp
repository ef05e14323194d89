#pragma once

#include <limits>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// 1 / distance, infinite at distance zero.
[[nodiscard]] inline double nearness(double distance) noexcept {
  return distance > 0.0 ? 1.0 / distance : std::numeric_limits<double>::infinity();
}

}  // namespace aidnet::inline AIDNET_ABI::detail
