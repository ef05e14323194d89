#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What `search_blocks` tells; a visitor derives from it and hides what it wants to hear.
struct BlockVisitor {
  void begin(index_t /*root*/) {}                 ///< a connected part begins
  void tree(index_t /*from*/, index_t /*to*/) {}  ///< a tie that leads to a new node
  /// Any other tie, once, from the node that was found later; a root's loop is passed over.
  void back(index_t /*from*/, index_t /*to*/) {}
  /// What was told since tree(from, to), and not closed since, is a block.
  void close(index_t /*from*/, index_t /*to*/) {}
  void end(index_t /*root*/, index_t /*blocks*/) {}  ///< a part ends, whose root is in so many
};

/// The depth-first search for blocks of J. Hopcroft and R. Tarjan (1973),
/// doi:10.1145/362248.362272, on symmetric rows without parallel entries, whatever their order:
/// nodes and ties are visited in the order of the rows. Linear, without recursion.
/// `biconnected_components` is the measure.
template <class Visitor>
void search_blocks(std::span<const index_t> offsets, std::span<const index_t> neighbors,
                   const Control& control, Visitor& visitor) {
  const auto at = [](index_t i) { return static_cast<std::size_t>(i); };
  struct Step {
    index_t node;
    index_t entry;  // the tie to be looked at next
  };
  const std::size_t n = offsets.size() - 1;
  Poller poll(control);
  std::vector<index_t> place(n, no_index);  // in the order of discovery
  std::vector<index_t> low(n);              // the earliest place that ties lead back to
  std::vector<Step> path;
  index_t found = 0;
  const auto enter = [&](index_t v) {
    place[at(v)] = low[at(v)] = found++;
    path.push_back({v, offsets[at(v)]});
    poll(1 + offsets[at(v) + 1] - offsets[at(v)]);
  };
  for (std::size_t start = 0; start < n; ++start) {
    if (place[start] != no_index) continue;
    const auto root = static_cast<index_t>(start);
    index_t blocks = 0;
    visitor.begin(root);
    enter(root);
    while (!path.empty()) {
      Step& step = path.back();
      const index_t v = step.node;
      const index_t parent = path.size() > 1 ? path[path.size() - 2].node : root;
      if (step.entry < offsets[at(v) + 1]) {
        const index_t w = neighbors[at(step.entry++)];
        if (w == parent) continue;
        if (place[at(w)] == no_index) {
          visitor.tree(v, w);
          enter(w);
        } else if (place[at(w)] <= place[at(v)]) {
          low[at(v)] = std::min(low[at(v)], place[at(w)]);
          visitor.back(v, w);
        }
        continue;
      }
      path.pop_back();
      if (path.empty()) break;
      low[at(parent)] = std::min(low[at(parent)], low[at(v)]);
      if (low[at(v)] < place[at(parent)]) continue;
      visitor.close(parent, v);
      if (parent == root) ++blocks;
    }
    visitor.end(root, blocks);
  }
}

}  // namespace aidnet::inline AIDNET_ABI
