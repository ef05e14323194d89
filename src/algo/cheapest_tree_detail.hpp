#pragma once

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/types.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Arcs by the node that they lead from; their heads ascend there.
template <class Number>
struct CostRows {
  std::span<const index_t> offsets, heads;
  /// None for costs of 1.
  std::span<const Number> costs;
  /// Arcs of weight zero are none; where this is empty, all arcs are.
  std::span<const double> weights;

  [[nodiscard]] Number cost(std::size_t arc) const {
    return costs.empty() ? Number(1) : costs[arc];
  }
  /// There must be such an arc.
  [[nodiscard]] Number cost(index_t u, index_t v) const {
    const auto row = static_cast<std::size_t>(u);
    const auto begin = heads.begin() + offsets[row];
    const auto found = std::lower_bound(begin, heads.begin() + offsets[row + 1], v);
    return cost(static_cast<std::size_t>(found - heads.begin()));
  }
};

/// The cheapest paths from some nodes, with costs of any sign: the tree of those that are known, as
/// its nodes in preorder, in a ring that begins and ends with a root of its own; and the nodes that
/// wait for their arcs to be looked at, first come, first served.
///
/// Where a node is reached more cheaply, all that hangs below it is taken out of the tree, because
/// it will be reached anew (Tarjan): if the node's new parent is among it, they are on a cycle.
template <class Number>
class CheapestTree {
 public:
  CheapestTree(const CostRows<Number>& rows, std::span<const index_t> sources)
      : rows_(rows),
        root_(static_cast<index_t>(rows.offsets.size() - 1)),
        nodes_(rows.offsets.size()),
        distance_(nodes_.size() - 1, unreached),
        parent_(nodes_.size() - 1, no_index),
        queue_(nodes_.size() - 1) {
    Node& root = node(root_);
    root.next = root.previous = root_;
    root.depth = 0;
    for (const index_t s : sources) {
      distance_[at(s)] = Number(0);
      put_below(s, root_);
      wait(s);
    }
  }

  /// Finds them all, or a cycle that costs less than nothing, whose nodes come back in the order of
  /// its arcs. `negative(costs)` says whether it does of such a cycle's costs: that it seems to may
  /// be due to rounding.
  template <class Negative>
  std::vector<index_t> grow(const Negative& negative, Poller& poll) {
    while (waiting_ > 0) {
      const index_t u = queue_[front_];
      front_ = front_ + 1 == queue_.size() ? 0 : front_ + 1;
      --waiting_;
      node(u).queued = false;
      if (!node(u).active) continue;
      node(u).active = false;
      if (!look_from(u, negative, poll)) return std::move(cycle_);
    }
    return {};
  }

  /// Infinite where there is no path.
  std::vector<Number>& distance() { return distance_; }
  /// The node before; none for sources, and where there is no path.
  std::vector<index_t>& parent() { return parent_; }

 private:
  static constexpr Number unreached = std::numeric_limits<Number>::has_infinity
                                          ? std::numeric_limits<Number>::infinity()
                                          : Number(0);  // all are sources
  enum class Taken { out, rounding, cycle };

  struct Node {
    index_t next = no_index;
    index_t previous = no_index;
    index_t depth = no_index;  // none outside the tree
    bool active = false;       // whether its arcs are to be looked at
    bool queued = false;
  };

  [[nodiscard]] Node& node(index_t v) noexcept { return nodes_[at(v)]; }

  void wait(index_t v) {
    node(v).active = true;
    if (node(v).queued) return;
    node(v).queued = true;
    std::size_t back = front_ + waiting_++;
    if (back >= queue_.size()) back -= queue_.size();
    queue_[back] = v;
  }

  /// Whether there is no cycle.
  template <class Negative>
  bool look_from(index_t u, const Negative& negative, Poller& poll) {
    const std::size_t end = at(rows_.offsets[at(u) + 1]);
    poll(1 + rows_.offsets[at(u) + 1] - rows_.offsets[at(u)]);
    for (std::size_t a = at(rows_.offsets[at(u)]); a < end; ++a) {
      const index_t v = rows_.heads[a];
      const Number distance = distance_[at(u)] + rows_.cost(a);
      Number& known = distance_[at(v)];
      if (!rows_.weights.empty() && rows_.weights[a] == 0.0) continue;
      // What was taken out of the tree comes back even where rounding leaves its distance the same.
      if (!(distance < known || (distance == known && node(v).depth == no_index))) continue;
      if (node(v).depth != no_index) {
        const Taken taken = take_out_below(v, u, a, negative, poll);
        if (taken == Taken::cycle) return false;
        if (taken == Taken::rounding) continue;
      }
      known = distance;
      parent_[at(v)] = u;
      put_below(v, u);
      wait(v);
    }
    return true;
  }

  void put_below(index_t v, index_t u) {
    node(v).depth = node(u).depth + 1;
    node(v).previous = u;
    node(v).next = node(u).next;
    node(node(u).next).previous = v;
    node(u).next = v;
  }

  /// Takes v, with all below it, out of the tree; not if u is among that.
  template <class Negative>
  Taken take_out_below(index_t v, index_t u, std::size_t arc, const Negative& negative,
                       Poller& poll) {
    index_t end = v;
    std::int64_t passed = 0;
    do {
      if (end == u) return close(v, u, arc, negative);
      end = node(end).next;
      ++passed;
    } while (node(end).depth > node(v).depth);
    poll(passed);
    const index_t before = node(v).previous;
    for (index_t x = v; x != end; x = node(x).next) {
      node(x).depth = no_index;
      node(x).active = false;
    }
    node(before).next = end;
    node(end).previous = before;
    return Taken::out;
  }

  /// The arc u → v closes a cycle with the tree's path from v to u.
  template <class Negative>
  Taken close(index_t v, index_t u, std::size_t arc, const Negative& negative) {
    cycle_.assign(1, u);
    std::vector<Number> costs{rows_.cost(arc)};
    for (index_t x = u; x != v; x = parent_[at(x)]) {
      costs.push_back(rows_.cost(parent_[at(x)], x));
      cycle_.push_back(parent_[at(x)]);
    }
    if (!negative(std::span<const Number>(costs))) return Taken::rounding;
    std::reverse(cycle_.begin(), cycle_.end());
    return Taken::cycle;
  }

  CostRows<Number> rows_;
  index_t root_;
  std::vector<Node> nodes_;  // the root is the last
  std::vector<Number> distance_;
  std::vector<index_t> parent_;
  std::vector<index_t> queue_;  // a ring
  std::size_t front_ = 0;
  std::size_t waiting_ = 0;
  std::vector<index_t> cycle_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
