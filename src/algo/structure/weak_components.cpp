#include "aidnet/algo/structure/weak_components.hpp"

#include <utility>

#include "algo/disjoint_sets_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// The number of each node's set, in order of the smallest members.
Components numbered(std::vector<index_t>&& above) {
  index_t count = 0;
  for (std::size_t u = 0; u < above.size(); ++u) {
    // What lies above has its number already.
    const bool first = above[u] == static_cast<index_t>(u);
    above[u] = first ? count++ : above[static_cast<std::size_t>(above[u])];
  }
  return {std::move(above), count};
}

}  // namespace

Components weak_components(const Graph& graph, const Control& control) {
  control.poll();
  detail::DisjointSets sets(static_cast<std::size_t>(graph.node_count()));
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const bool seen_from_there = !graph.is_directed() && targets[k] < u;
      if (weights[k] != 0.0 && !seen_from_there) sets.join(u, targets[k]);
    }
  }
  Components components = numbered(std::move(sets).take());
  control.report(1.0);
  return components;
}

}  // namespace aidnet::inline AIDNET_ABI
