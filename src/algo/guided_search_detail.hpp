#pragma once

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/node_heap_detail.hpp"
#include "algo/path_graph_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Shortest paths to one target with estimates of what is left of the way: A*, in the order of
/// Martelli's algorithm B (1977, doi:10.1016/0004-3702(77)90002-9), so that estimates of any kind
/// cost no more than nodes² steps.
///
/// If no estimate is too high, all nodes of shortest paths are looked at, and of several paths it
/// is the one that, going back from the target, goes by the lowest node of those before, among
/// paths of the fewest steps `by_steps`. All scratch is allocated once.
template <bool by_steps>
class GuidedSearch {
 public:
  /// One estimate a node, ≥ 0; none for zeros.
  GuidedSearch(const ArcRows& rows, std::span<const double> estimates)
      : rows_(rows),
        estimates_(estimates),
        nodes_(rows.offsets.size() - 1),
        near_(static_cast<index_t>(nodes_.size())),
        far_(static_cast<index_t>(nodes_.size())),
        slack_(order_slack(nodes_.size())) {}

  /// See order_slack.
  [[nodiscard]] double slack() const noexcept { return slack_; }

  /// Whether there is a path from `source`, whose distance is given, to `target`, on which the
  /// first arc may take, and whose nodes may be entered.
  template <class First, class Enter>
  bool run(index_t source, double distance, index_t target, const First& may_take,
           const Enter& may_enter, Poller& poll) {
    for (const index_t v : touched_) at(v) = {};
    touched_.clear();
    near_.clear();
    far_.clear();
    bound_ = 0.0;
    reach({distance, 0}, source, no_index, target);
    for (;;) {
      if (near_.empty() && !widen(target)) break;
      const index_t u = near_.pop();
      const Key key = at(u).key;
      if (beyond(key.distance + estimate(u), target)) continue;
      poll(1 + rows_.degree(u));
      for (std::size_t k = rows_.begin(u); k < rows_.end(u); ++k) {
        const index_t v = rows_.targets[k];
        if (!may_enter(v) || (u == source && !may_take(v))) continue;
        const double length = rows_.lengths.empty() ? 1.0 : rows_.lengths[k];
        const Key next{key.distance + length, by_steps ? key.steps + 1 : 0};
        if (next < at(v).key) {
          reach(next, v, u, target);
        } else if (!(at(v).key < next) && v != source && (key < next || open(v))) {
          at(v).before = std::min(at(v).before, u);
        }
      }
    }
    return at(target).key.distance < infinite;
  }

  [[nodiscard]] double distance(index_t v) const noexcept { return at(v).key.distance; }
  /// The node before v on the path that was found; none before the source.
  [[nodiscard]] index_t before(index_t v) const noexcept { return at(v).before; }

 private:
  static constexpr double infinite = std::numeric_limits<double>::infinity();

  struct Key {
    double distance = infinite;
    index_t steps = 0;
    friend bool operator<(const Key& a, const Key& b) noexcept {
      if constexpr (by_steps)
        return a.distance < b.distance || (a.distance == b.distance && a.steps < b.steps);
      return a.distance < b.distance;
    }
  };

  struct Node {
    Key key;
    index_t before = no_index;
  };

  [[nodiscard]] Node& at(index_t v) noexcept { return nodes_[static_cast<std::size_t>(v)]; }
  [[nodiscard]] const Node& at(index_t v) const noexcept {
    return nodes_[static_cast<std::size_t>(v)];
  }
  [[nodiscard]] double estimate(index_t v) const noexcept {
    return estimates_.empty() ? 0.0 : estimates_[static_cast<std::size_t>(v)];
  }
  [[nodiscard]] bool open(index_t v) const noexcept { return near_.has(v) || far_.has(v); }
  [[nodiscard]] bool beyond(double whole, index_t target) const noexcept {
    return !(whole < infinite) || whole > at(target).key.distance * slack_;
  }

  /// Notes a shorter way to v.
  void reach(const Key& key, index_t v, index_t u, index_t target) {
    const double whole = key.distance + estimate(v);
    if (beyond(whole, target)) return;
    if (at(v).key.distance == infinite) touched_.push_back(v);
    at(v) = {key, u};
    if (whole <= bound_ * slack_) {
      far_.remove(v);
      near_.put(v, key);
    } else {
      far_.put(v, whole);
    }
  }

  /// Goes on to paths that are longer by all that is known; whether there are any.
  bool widen(index_t target) {
    if (far_.empty() || beyond(far_.least(), target)) return false;
    bound_ = far_.least();
    while (!far_.empty() && far_.least() <= bound_ * slack_) {
      const index_t v = far_.pop();
      near_.put(v, at(v).key);
    }
    return true;
  }

  ArcRows rows_;
  std::span<const double> estimates_;
  std::vector<Node> nodes_;
  NodeHeap<Key> near_;    // on paths within the bound, the nearest to the source first
  NodeHeap<double> far_;  // the others, by what a path through them is estimated to take
  double slack_;
  double bound_ = 0.0;
  std::vector<index_t> touched_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
