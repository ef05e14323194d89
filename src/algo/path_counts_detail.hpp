#pragma once

#include <algorithm>
#include <span>
#include <type_traits>
#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Numbers of paths beyond this go to Wide: with room for their reciprocals, and for sums.
inline constexpr double most_paths = 1e280;

/// Numbers of shortest paths from the source, kept up to date while a search runs.
template <class Count>
class PathCounts {
 public:
  explicit PathCounts(index_t nodes) : paths_(static_cast<std::size_t>(nodes)) {}
  void start(index_t source) { of(source) = Count(1.0); }
  void found(index_t u, index_t v) { of(v) = of(u); }
  void tied(index_t u, index_t v) { of(v) += of(u); }
  [[nodiscard]] Count& of(index_t v) { return paths_[static_cast<std::size_t>(v)]; }

  /// Whether the numbers of paths to these nodes are small enough for Count.
  [[nodiscard]] bool fits(std::span<const index_t> settled) {
    double most = 0.0;
    if constexpr (std::is_same_v<Count, double>)
      for (const index_t v : settled) most = std::max(most, of(v));
    return most <= most_paths;
  }

 private:
  std::vector<Count> paths_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
