#pragma once

#include <numeric>
#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Disjoint sets of nodes, each named by its smallest member: `above[u]` ≤ u leads there.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t n) : above_(n) {
    std::iota(above_.begin(), above_.end(), index_t{0});
  }

  /// Whether they were not in one set before.
  bool join(index_t u, index_t v) noexcept {
    u = smallest(u);
    v = smallest(v);
    above(u < v ? v : u) = u < v ? u : v;
    return u != v;
  }

  [[nodiscard]] index_t smallest(index_t u) noexcept {
    while (above(u) != u) u = above(u) = above(above(u));  // halves the way for the next one
    return u;
  }

  /// The array of `above`, which is not needed any more.
  std::vector<index_t> take() && { return std::move(above_); }

 private:
  index_t& above(index_t u) noexcept { return above_[static_cast<std::size_t>(u)]; }

  std::vector<index_t> above_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
