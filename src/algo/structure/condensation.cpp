#include "aidnet/algo/structure/condensation.hpp"

#include <utility>

#include "aidnet/algo/structure/strong_components.hpp"
#include "aidnet/core/builder.hpp"

namespace aidnet::inline AIDNET_ABI {

Condensation condensation(const Graph& graph, const Control& control) {
  control.poll();
  Components parts = strong_components(graph, control.quiet());
  const auto part = [&](index_t u) { return parts.component[static_cast<std::size_t>(u)]; };
  const Graph ties = graph.without_zeros();
  Builder between(parts.count, {.directed = ties.is_directed()});
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    const auto targets = ties.out_neighbors(u);
    const auto weights = ties.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (std::size_t k = 0; k < targets.size(); ++k)
      if (part(u) != part(targets[k])) between.add(part(u), part(targets[k]), weights[k]);
  }
  Condensation result{between.build(control.quiet()), std::move(parts.component)};
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
