#include "aidnet/core/quotient.hpp"

#include "aidnet/core/builder.hpp"
#include "aidnet/core/error.hpp"
#include "text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// Builds a graph on `node_count` nodes from the arcs of `graph`, endpoints renamed by `rename`;
/// arcs with an endpoint renamed to no_index are left out.
template <class Rename>
Graph renamed(const Graph& graph, index_t node_count, bool directed, const Rename& rename,
              const Control& control) {
  Builder builder(node_count, {.directed = directed});
  builder.reserve(static_cast<std::size_t>(graph.entry_count()));
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const index_t source = rename(u);
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    if (source == no_index) continue;
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (!graph.is_directed() && targets[k] < u) continue;  // each edge once
      const index_t target = rename(targets[k]);
      if (target != no_index) builder.add(source, target, weights[k]);
    }
  }
  return builder.build(control);
}

}  // namespace

Graph quotient(const Graph& graph, std::span<const index_t> groups, index_t group_count,
               const Control& control) {
  if (groups.size() != static_cast<std::size_t>(graph.node_count()))
    throw ValidationError(detail::text("quotient: ", groups.size(), " groups for ",
                                       graph.node_count(), " nodes; one a node is needed"));
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (groups[i] < 0 || groups[i] >= group_count)
      throw ValidationError(detail::text("quotient: node ", i, " is in group ", groups[i],
                                         ", outside [0, ", group_count, ")"));
  return renamed(
      graph, group_count, graph.is_directed(),
      [&](index_t u) { return groups[static_cast<std::size_t>(u)]; }, control);
}

Graph Graph::subgraph(std::span<const index_t> nodes, const Control& control) const {
  std::vector<index_t> renumbered(static_cast<std::size_t>(node_count()), no_index);
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    const index_t node = nodes[k];
    if (node < 0 || node >= node_count())
      throw ValidationError(
          detail::text("subgraph: node ", node, " is outside [0, ", node_count(), ")"));
    index_t& number = renumbered[static_cast<std::size_t>(node)];
    if (number != no_index)
      throw ValidationError(detail::text("subgraph: node ", node, " is given twice"));
    number = static_cast<index_t>(k);
  }
  return renamed(
      *this, static_cast<index_t>(nodes.size()), is_directed(),
      [&](index_t u) { return renumbered[static_cast<std::size_t>(u)]; }, control);
}

Graph Graph::to_undirected(const Control& control) const {
  if (!is_directed()) return *this;
  return renamed(
      *this, node_count(), false, [](index_t u) { return u; }, control);
}

}  // namespace aidnet::inline AIDNET_ABI
