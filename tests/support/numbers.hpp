#pragma once

#include <limits>

namespace testing_support {

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A tolerance to stop at, below what comparisons allow.
inline constexpr double tight = 1e-14;

}  // namespace testing_support
