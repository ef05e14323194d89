#pragma once

#include <tuple>
#include <utility>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/types.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// What an arc costs: first of all how many of a kind that should be spared, then its length.
struct ArcCost {
  index_t spared = 0;
  double length = 0.0;

  ArcCost& operator-=(const ArcCost& other) noexcept {
    spared -= other.spared;
    length -= other.length;
    return *this;
  }
};

struct CostedArc {
  index_t source;
  index_t target;
  ArcCost cost;
};

/// Edmonds' algorithm: chooses an arc to each node but the root, such that all are reached from it.
///
/// Walks back along the cheapest arc to each node; where that closes a circle, its nodes become
/// one, whose arcs cost what they cost more than those they would replace. In the end the circles
/// are undone, the last one first: of each, the one arc goes that the arc into it replaces.
class Arborescence {
 public:
  Arborescence(index_t nodes, index_t root, std::vector<CostedArc> arcs, const Control& control);

  /// Which arc leads to each node; no_index at the root. Empty where not all can be reached.
  [[nodiscard]] std::vector<index_t> solve();

  [[nodiscard]] const CostedArc& arc(index_t k) const noexcept { return arcs_[at(k)]; }

 private:
  struct Circle {
    index_t node;        // that stands for all of it
    std::size_t joined;  // how many sets had been joined before
    std::size_t begin;   // its arcs, in circle_arcs_
    std::size_t end;
  };
  struct HeapNode {  // an arc in the heap of those to a node
    ArcCost cost;    // what it costs now
    ArcCost less{};  // to be taken off what is below
    index_t left = no_index;
    index_t right = no_index;
  };

  [[nodiscard]] bool precedes(index_t a, index_t b) const noexcept;
  void take_off(index_t heap, const ArcCost& cost) noexcept;
  void pass_down(index_t heap) noexcept;
  [[nodiscard]] index_t merged(index_t a, index_t b) noexcept;
  [[nodiscard]] index_t find(index_t node) const noexcept;
  bool join(index_t a, index_t b);
  void undo(std::size_t joined) noexcept;
  [[nodiscard]] bool walk_from(index_t start);
  void contract(index_t node);

  std::vector<CostedArc> arcs_;
  index_t root_;
  Poller poll_;
  std::vector<HeapNode> heap_nodes_;
  std::vector<index_t> heaps_;  // of each set: its cheapest arc
  std::vector<index_t> set_;    // a set's number of nodes, negative; else the node above
  std::vector<std::pair<index_t, index_t>> joined_;  // put below another one, with what it was
  std::vector<index_t> walk_of_;                     // where the walk began that came to a node
  std::vector<index_t> chosen_;                      // the arc to each set
  std::vector<index_t> path_;  // the walk at hand, and the arcs it went back along
  std::vector<index_t> path_arcs_;
  std::vector<Circle> circles_;
  std::vector<index_t> circle_arcs_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
