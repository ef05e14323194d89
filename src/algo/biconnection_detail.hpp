#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// How a graph hangs together when the direction of ties is ignored: its depth-first search, and
/// the blocks that this finds. Loops and weights of zero are left out.
class Biconnection {
 public:
  Biconnection(const Graph& graph, const Control& control);

  [[nodiscard]] index_t block_count() const noexcept { return count_; }
  /// The block of the tie between two nodes, in order of completion. REQUIRES that there is one.
  [[nodiscard]] index_t block(index_t u, index_t v) const noexcept {
    return block_[at(place_[at(u)] < place_[at(v)] ? v : u)];
  }
  /// Whether the tie between two nodes is a block by itself.
  [[nodiscard]] bool is_bridge(index_t u, index_t v) const noexcept {
    return ties_[at(block(u, v))] == 1;
  }
  /// Whether the node is in more than one block.
  [[nodiscard]] bool is_articulation(index_t u) const noexcept { return articulation_[at(u)]; }

 private:
  struct Visitor;

  std::vector<index_t> place_;  // of each node in the order of discovery
  std::vector<index_t> block_;  // of the ties from each node to those found before it
  std::vector<index_t> ties_;   // of each block, as far as the search's tree has them
  std::vector<bool> articulation_;
  index_t count_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
