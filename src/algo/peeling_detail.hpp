#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Nodes (or edges) in ascending order of a count each, kept sorted while counts fall by one at a
/// time.
class PeelingQueue {
 public:
  explicit PeelingQueue(const std::vector<std::int64_t>& count)
      : nodes_(count.size()), place_(count.size()) {
    const std::int64_t most = count.empty() ? 0 : *std::max_element(count.begin(), count.end());
    first_.assign(at(most) + 2, 0);
    for (const std::int64_t c : count) ++first_[at(c) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<index_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t u = 0; u < count.size(); ++u) {
      place_[u] = next[at(count[u])]++;
      nodes_[at(place_[u])] = static_cast<index_t>(u);
    }
  }

  [[nodiscard]] index_t node(std::size_t k) const noexcept { return nodes_[k]; }

  /// Notes that the count of `node` is about to fall from `count`: it changes places with the first
  /// node of the same count, which then is the last of the next smaller one.
  void move_down(index_t node, std::int64_t count) noexcept {
    const index_t place = place_[at(node)];
    const index_t front = first_[at(count)]++;
    const index_t other = std::exchange(nodes_[at(front)], node);
    nodes_[at(place)] = other;
    place_[at(other)] = place;
    place_[at(node)] = front;
  }

 private:
  static std::size_t at(std::int64_t i) noexcept { return static_cast<std::size_t>(i); }

  std::vector<index_t> nodes_;
  std::vector<index_t> place_;  // of each node in nodes_
  std::vector<index_t> first_;  // where the nodes of each count begin in nodes_
};

}  // namespace aidnet::inline AIDNET_ABI::detail
