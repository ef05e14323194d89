#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "aidnet/core/parallel.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Sorts by a strict total order: chunks by themselves, then merged two by two.
template <class T, class Less>
void parallel_sort(std::vector<T>& items, const Less& less, const Control& control) {
  constexpr std::int64_t grain = std::int64_t{1} << 15;
  const auto n = static_cast<std::int64_t>(items.size());
  parallel_for(n, grain, control, [&](std::int64_t begin, std::int64_t end) {
    std::sort(items.begin() + begin, items.begin() + end, less);
  });
  if (n <= grain) return;
  std::vector<T> other(items.size());
  for (std::int64_t width = grain; width < n; width *= 2) {
    parallel_for(n, 2 * width, control, [&](std::int64_t begin, std::int64_t end) {
      const auto middle = items.begin() + std::min(n, begin + width);
      std::merge(items.begin() + begin, middle, middle, items.begin() + end, other.begin() + begin,
                 less);
    });
    std::swap(items, other);
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
