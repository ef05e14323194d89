#pragma once

#include <algorithm>

#include "aidnet/core/control.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A Control that reports progress between `from` and `to` of the whole. It borrows the other one.
[[nodiscard]] inline Control part_of(const Control& control, double from, double to) {
  Control part = control;
  if (control.progress)
    part.progress = [&control, from, to](double share) {
      control.report(std::min(1.0, from + (to - from) * share));
    };
  return part;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
