#pragma once

namespace testing_support {

/// How many of `all` random cases to try: a quarter under a sanitizer, which is slow, and asks how
/// memory and threads are used and not what the numbers are.
template <class Count>
constexpr Count rounds(Count all) {
#ifdef AIDNET_SANITIZED
  return (all + 3) / 4;
#else
  return all;
#endif
}

}  // namespace testing_support
