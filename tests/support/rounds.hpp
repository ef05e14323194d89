#pragma once

#include <cstdlib>

namespace testing_support {

/// A size or a number of cases, less under a sanitizer: it is slow, and asks how memory and threads
/// are used and not what the numbers are.
template <class Count>
constexpr Count lessened(Count all) {
#ifdef AIDNET_SANITIZED
  return (all + 3) / 4;
#else
  return all;
#endif
}

/// How many random cases to try where it is `all` ordinarily: ten times as many for
/// `./dev test --deep`.
template <class Count>
Count rounds(Count all) {
  static const bool deep = std::getenv("AIDNET_DEEP") != nullptr;
  return lessened(deep ? all * 10 : all);
}

}  // namespace testing_support
