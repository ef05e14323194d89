#pragma once

#include "invariants.hpp"
#include "sample.hpp"

namespace testing_support {

/// Node i is in group i modulo `groups`, as names.
inline std::vector<index_t> by_turns(index_t nodes, index_t groups) {
  std::vector<index_t> names;
  for (index_t i = 0; i < nodes; ++i) names.push_back(i % groups);
  return names;
}

/// One node at least; none where there are none.
inline std::vector<index_t> drawn_group(index_t n, Rng& rng) {
  std::vector<index_t> nodes = random_places(n, rng);
  if (n > 0) nodes.resize(at(1 + draw(rng, n)));
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

/// What a measure says of them; nothing where there are none.
template <class Measured>
Values of_small_donors(const Graph& graph, const Measured& measured) {
  const std::vector<index_t> group = small_donors(graph);
  return group.empty() ? Values{} : Values{measured(group)};
}

}  // namespace testing_support
