#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <type_traits>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/types.hpp"
#include "algo/flow/spanning_ways_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A flow of least cost between nodes 0 … n − 1 by the network simplex method.
///
/// A spanning tree holds all arcs whose flow is between its bounds. An arc outside it enters where
/// that lowers the cost, and flow goes round the cycle that it closes until one of its arcs is full
/// or empty and leaves. Of several such it is the last one on the way round from the root
/// (Cunningham 1976): then every node can send flow to the root, and no tree comes twice.
///
/// It begins with a spanning forest whose arcs carry what they can of the demands, so that not
/// every node of a long way has to enter. Where there is no such arc it is one to or from a root of
/// its own, node n, at a cost above that of any way; these are never taken up again. All numbers
/// are whole; sums must fit.
template <class Whole>
class NetworkSimplex {
 public:
  struct Arc {
    index_t source, target;
    Whole cost;
  };

  /// `needs` adds up to 0. `dear` is more than all arcs cost together, whatever their signs.
  NetworkSimplex(index_t nodes, std::vector<Arc> arcs, std::vector<Whole> capacities,
                 const std::vector<Whole>& needs, const Whole& dear, Poller& poll)
      : root_(nodes),
        real_(arcs.size()),
        arcs_(std::move(arcs)),
        capacity_(std::move(capacities)),
        nodes_(at(nodes) + 1),
        potential_(at(nodes) + 1, Whole{0}) {
    const SpanningWays forest = spanning_ways<Whole>(nodes, arcs_, poll);
    arcs_.reserve(real_ + at(nodes));
    capacity_.resize(real_ + at(nodes), unlimited);
    flow_.assign(real_ + at(nodes), Whole{0});
    state_.assign(real_ + at(nodes), empty);
    // What a node and those that hang on it need comes by its parent, if there is such an arc.
    std::vector<Whole> left = needs;
    std::vector<std::size_t> by(at(nodes), none);
    for (auto v = forest.order.rbegin(); v != forest.order.rend(); ++v) {
      const SpanningWays::Way& way = forest.ways[at(*v)];
      const Whole& need = left[at(*v)];
      if (need > 0 && way.down != none && need <= capacity_[way.down])
        by[at(*v)] = way.down;
      else if (need <= 0 && way.up != none && -need < capacity_[way.up])
        by[at(*v)] = way.up;
      if (by[at(*v)] != none) left[at(way.parent)] += need;
    }
    for (index_t v = 0; v < nodes; ++v)
      arcs_.push_back(left[at(v)] <= 0 ? Arc{v, root_, dear} : Arc{root_, v, dear});
    for (const index_t v : forest.order) {
      const bool up = left[at(v)] <= 0;  // so that it can send flow to the root
      const bool real = by[at(v)] != none;
      const index_t parent = real ? forest.ways[at(v)].parent : root_;
      const std::size_t arc = real ? by[at(v)] : real_ + at(v);
      flow_[arc] = up ? -left[at(v)] : left[at(v)];
      state_[arc] = in_tree;
      potential_[at(v)] = potential_[at(parent)] + (up ? -arcs_[arc].cost : arcs_[arc].cost);
      nodes_[at(v)].depth = nodes_[at(parent)].depth + 1;
      hang(v, parent, arc, up);
    }
  }

  void run(Poller& poll) {
    // Larger than is usual: looking for arcs costs less than moving parts of the tree.
    const auto block = static_cast<std::size_t>(4.0 * std::sqrt(static_cast<double>(real_)) + 16.0);
    std::size_t arc = none;
    while ((arc = entering(block, poll)) != none) pivot(arc, poll);
  }

  [[nodiscard]] const Whole& flow(std::size_t arc) const { return flow_[arc]; }
  /// How much less than it needs arrives at a node, or at one to which it would have gone on; below
  /// 0, how much it, or one before it, could not give. All that is missing is missing once.
  [[nodiscard]] Whole unmet(index_t v) const {
    const std::size_t arc = real_ + at(v);
    return arcs_[arc].source == root_ ? flow_[arc] : -flow_[arc];
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// The sign of the reduced cost at which an arc stays as it is.
  enum State : signed char { full = -1, in_tree = 0, empty = 1 };

  /// A node's place in the tree.
  struct alignas(32) Node {
    std::make_unsigned_t<index_t> arc = 0;  ///< to or from its parent
    index_t parent = no_index;
    index_t child = no_index, next = no_index, previous = no_index;
    index_t depth = 0;
    bool up = false;  ///< whether the arc leads to the parent
  };

  /// The arc whose reduced cost is most out of order, in the first of some blocks that has one.
  std::size_t entering(std::size_t block, Poller& poll) {
    std::size_t best = none;
    Whole worst = 0;
    std::size_t left = block;
    for (std::size_t seen = 0; seen < real_; ++seen) {
      if (next_arc_ == real_) next_arc_ = 0;
      const Arc& a = arcs_[next_arc_];
      const Whole reduced = a.cost + potential_[at(a.source)] - potential_[at(a.target)];
      const Whole order = state_[next_arc_] == in_tree ? Whole{0}
                          : state_[next_arc_] == empty ? reduced
                                                       : -reduced;
      if (order < worst) {
        worst = order;
        best = next_arc_;
      }
      ++next_arc_;
      if (--left == 0) {
        poll(static_cast<std::int64_t>(block));
        if (best != none) break;
        left = block;
      }
    }
    return best;
  }

  void pivot(std::size_t arc, Poller& poll) {
    // Flow goes from `first` along the arc to `second`, up to where their ways meet, and back down.
    const bool forward = state_[arc] == empty;
    const index_t first = forward ? arcs_[arc].source : arcs_[arc].target;
    const index_t second = forward ? arcs_[arc].target : arcs_[arc].source;
    index_t meet = first;
    for (index_t other = second; meet != other;) {
      if (nodes_[at(meet)].depth < nodes_[at(other)].depth) std::swap(meet, other);
      meet = nodes_[at(meet)].parent;
    }

    Whole amount = capacity_[arc];
    index_t cut = no_index;  // whose arc to its parent leaves
    bool on_first = false;
    for (index_t v = first; v != meet; v = nodes_[at(v)].parent)
      if (const Whole room = nodes_[at(v)].up ? flow_[nodes_[at(v)].arc] : room_of(v);
          room < amount) {
        amount = room;
        cut = v;
        on_first = true;
      }
    for (index_t v = second; v != meet; v = nodes_[at(v)].parent)
      if (const Whole room = nodes_[at(v)].up ? room_of(v) : flow_[nodes_[at(v)].arc];
          room <= amount) {
        amount = room;
        cut = v;
        on_first = false;
      }

    if (amount != 0) {
      flow_[arc] += forward ? amount : -amount;
      for (index_t v = first; v != meet; v = nodes_[at(v)].parent)
        flow_[nodes_[at(v)].arc] += nodes_[at(v)].up ? -amount : amount;
      for (index_t v = second; v != meet; v = nodes_[at(v)].parent)
        flow_[nodes_[at(v)].arc] += nodes_[at(v)].up ? amount : -amount;
    }
    if (cut == no_index) {
      state_[arc] = forward ? full : empty;
      poll(nodes_[at(first)].depth + nodes_[at(second)].depth);
      return;
    }
    const std::size_t leaving = nodes_[at(cut)].arc;
    state_[arc] = in_tree;
    state_[leaving] = flow_[leaving] == 0 ? empty : full;
    if (on_first)
      rehang(first, second, cut, arc, poll);
    else
      rehang(second, first, cut, arc, poll);
  }

  [[nodiscard]] Whole room_of(index_t v) const {
    const std::size_t arc = nodes_[at(v)].arc;
    return capacity_[arc] - flow_[arc];
  }

  /// The part of the tree below `cut` is taken off and hung by `inside`, in it, under `outside`.
  void rehang(index_t inside, index_t outside, index_t cut, std::size_t arc, Poller& poll) {
    const Arc& a = arcs_[arc];
    bool up = a.source == inside;
    const Whole reduced = a.cost + potential_[at(a.source)] - potential_[at(a.target)];
    const Whole shift = up ? -reduced : reduced;
    for (index_t v = inside, parent = outside;;) {
      const Node before = nodes_[at(v)];
      unhang(v);
      hang(v, parent, arc, up);
      if (v == cut) break;
      parent = v;
      arc = before.arc;
      up = !before.up;
      v = before.parent;
    }
    std::int64_t moved = 0;
    index_t depth = nodes_[at(outside)].depth + 1;
    for (index_t v = inside;;) {
      ++moved;
      potential_[at(v)] += shift;
      nodes_[at(v)].depth = depth;
      if (nodes_[at(v)].child != no_index) {
        v = nodes_[at(v)].child;
        ++depth;
        continue;
      }
      for (; v != inside && nodes_[at(v)].next == no_index; --depth) v = nodes_[at(v)].parent;
      if (v == inside) break;
      v = nodes_[at(v)].next;
    }
    poll(moved);
  }

  void hang(index_t v, index_t parent, std::size_t arc, bool up) {
    Node& node = nodes_[at(v)];
    node.arc = static_cast<std::make_unsigned_t<index_t>>(arc);
    node.parent = parent;
    node.up = up;
    node.previous = no_index;
    node.next = nodes_[at(parent)].child;
    if (node.next != no_index) nodes_[at(node.next)].previous = v;
    nodes_[at(parent)].child = v;
  }
  void unhang(index_t v) {
    const Node& node = nodes_[at(v)];
    (node.previous != no_index ? nodes_[at(node.previous)].next : nodes_[at(node.parent)].child) =
        node.next;
    if (node.next != no_index) nodes_[at(node.next)].previous = node.previous;
  }

  /// More than all amounts together.
  static constexpr Whole unlimited = Whole{1} << (8 * sizeof(Whole) - 2);

  index_t root_;
  std::size_t real_;
  std::vector<Arc> arcs_;
  std::vector<Whole> capacity_, flow_;
  std::vector<State> state_;
  std::vector<Node> nodes_;
  std::vector<Whole> potential_;
  std::size_t next_arc_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
