#pragma once

#include "invariants.hpp"

namespace testing_support {

/// With a 1 behind, for comparisons relative to the largest value: where values are parts of 1, one
/// that is 0 by definition may be a rounding error instead.
inline Values beside_one(Values values) {
  values.push_back(1.0);
  return values;
}
inline Values beside_one(double value) { return {value, 1.0}; }

}  // namespace testing_support
