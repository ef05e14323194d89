#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/node_heap_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A spanning forest of arcs whichever way they lead, on which the first node of each part is
/// reached from the others at the least cost, signs aside: each node's parent, and what arcs there
/// are between the two.
struct SpanningWays {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Way {
    index_t parent = no_index;  // of the first node of each part
    std::size_t up = none;      ///< an arc to the parent
    std::size_t down = none;    ///< an arc from the parent
  };
  std::vector<Way> ways;
  /// Parents come before their children.
  std::vector<index_t> order;
};

/// Arcs have a source, a target and a cost of type Whole.
template <class Whole, class Arc>
SpanningWays spanning_ways(index_t nodes, const std::vector<Arc>& arcs, Poller& poll) {
  std::vector<std::size_t> offsets(at(nodes) + 2, 0);
  for (const Arc& a : arcs) {
    ++offsets[at(a.source) + 2];
    ++offsets[at(a.target) + 2];
  }
  for (std::size_t v = 1; v < offsets.size(); ++v) offsets[v] += offsets[v - 1];
  std::vector<std::size_t> around(offsets.back());
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    around[offsets[at(arcs[k].source) + 1]++] = k;
    around[offsets[at(arcs[k].target) + 1]++] = k;
  }

  SpanningWays forest;
  forest.ways.resize(at(nodes));
  forest.order.reserve(at(nodes));
  std::vector<char> settled(at(nodes), 0);
  std::vector<Whole> distance(at(nodes));
  NodeHeap<Whole> heap(nodes);
  for (index_t root = 0; root < nodes; ++root) {
    if (settled[at(root)] != 0) continue;
    heap.put(root, Whole{0});
    while (!heap.empty()) {
      const index_t u = heap.pop();
      settled[at(u)] = 1;
      forest.order.push_back(u);
      poll(static_cast<std::int64_t>(offsets[at(u) + 1] - offsets[at(u)]) + 1);
      for (std::size_t k = offsets[at(u)]; k < offsets[at(u) + 1]; ++k) {
        const Arc& a = arcs[around[k]];
        const index_t v = a.source == u ? a.target : a.source;
        SpanningWays::Way& way = forest.ways[at(u)];
        if (v == way.parent) (a.source == u ? way.up : way.down) = around[k];
        if (settled[at(v)] != 0) continue;
        const Whole beyond = distance[at(u)] + (a.cost < 0 ? -a.cost : a.cost);
        if (heap.has(v) && !(beyond < distance[at(v)])) continue;
        distance[at(v)] = beyond;
        forest.ways[at(v)].parent = u;
        heap.put(v, beyond);
      }
    }
  }
  return forest;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
