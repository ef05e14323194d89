#pragma once

#include "sample.hpp"

namespace testing_support {

inline std::vector<index_t> drawn_group(index_t n, Rng& rng) {
  std::vector<index_t> nodes = random_places(n, rng);
  nodes.resize(at(draw(rng, n + 1)));
  return nodes;
}

/// Nodes that no relabelling turns into others: all that give to nobody, or to one.
inline std::vector<index_t> small_donors(const Graph& graph) {
  const Graph ties = graph.without_zeros();
  std::vector<index_t> nodes;
  for (index_t v = 0; v < ties.node_count(); ++v)
    if (ties.out_neighbors(v).size() < 2) nodes.push_back(v);
  return nodes;
}

}  // namespace testing_support
