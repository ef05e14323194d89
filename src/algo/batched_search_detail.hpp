#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/path_graph_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Breadth-first search from up to 64 sources at once, a bit each: arcs that several searches take
/// at the same level are looked at once. The scratch is reused; only what was touched is reset.
///
/// M. Then et al. (2014): The more the merrier: efficient multi-source graph traversal.
/// PVLDB 8, 449–460, doi:10.14778/2735496.2735507.
class BatchedSearch {
 public:
  static constexpr int width = 64;

  explicit BatchedSearch(std::span<const ArcRows> rows)
      : rows_(rows), nodes_(rows.front().offsets.size() - 1) {
    for (auto* list : {&front_, &beyond_, &touched_}) list->reserve(nodes_.size());
  }

  /// Calls reach(v, level, count) where v is at distance `level` ≥ 1 from `count` of the sources
  /// [first, end), at most `width`. Calls for one v come in ascending order of level.
  template <class Reach>
  void run(index_t first, index_t end, Poller& poll, const Reach& reach) {
    for (const index_t v : touched_) at(v) = {};
    touched_.clear();
    front_.clear();
    for (index_t source = first; source < end; ++source) {
      at(source).seen = at(source).front = std::uint64_t{1} << (source - first);
      front_.push_back(source);
      touched_.push_back(source);
    }
    for (index_t level = 1; !front_.empty(); ++level) {
      beyond_.clear();
      for (const index_t u : front_) {
        const std::uint64_t searches = at(u).front;
        at(u).front = 0;
        for (const ArcRows& rows : rows_) {
          poll(1 + rows.degree(u));
          for (std::size_t k = rows.begin(u); k < rows.end(u); ++k) {
            const index_t v = rows.targets[k];
            Node& node = at(v);
            const std::uint64_t fresh = searches & ~node.seen;
            if (fresh == 0) continue;
            if (node.beyond == 0) beyond_.push_back(v);
            node.beyond |= fresh;
          }
        }
      }
      for (const index_t v : beyond_) {
        Node& node = at(v);
        if (node.seen == 0) touched_.push_back(v);
        node.seen |= node.beyond;
        reach(v, level, std::popcount(node.beyond));
        node.front = node.beyond;
        node.beyond = 0;
      }
      front_.swap(beyond_);
    }
  }

 private:
  struct Node {
    std::uint64_t seen = 0;    // searches that have come here
    std::uint64_t front = 0;   // those that did at the present level
    std::uint64_t beyond = 0;  // those that will at the next
  };

  Node& at(index_t v) noexcept { return nodes_[static_cast<std::size_t>(v)]; }

  std::span<const ArcRows> rows_;
  std::vector<Node> nodes_;
  std::vector<index_t> front_;
  std::vector<index_t> beyond_;
  std::vector<index_t> touched_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
