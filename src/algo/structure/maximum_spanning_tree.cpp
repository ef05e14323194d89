#include "aidnet/algo/structure/maximum_spanning_tree.hpp"

#include <cmath>

#include "aidnet/core/sum.hpp"
#include "algo/spanning_forest_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

SpanningTree maximum_spanning_tree(const Graph& graph, const Control& control) {
  control.poll();
  const Graph both = graph.to_undirected(control.quiet());
  std::vector<detail::WeightedTie> ties;
  ties.reserve(static_cast<std::size_t>(both.edge_count()));
  Poller poll(control);
  for (index_t u = 0; u < both.node_count(); ++u) {
    const auto targets = both.out_neighbors(u);
    const auto weights = both.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (std::size_t k = 0; k < targets.size(); ++k)
      if (u < targets[k] && weights[k] != 0.0) ties.push_back({-weights[k], u, targets[k]});
  }
  SpanningTree tree = detail::spanning_forest(graph.node_count(), std::move(ties), control);
  Sum total;
  for (double& value : tree.value) total += value = -value;
  tree.total = total.value();
  if (!std::isfinite(tree.total))
    throw ValidationError("maximum_spanning_tree: the weights add up to more than a double");
  control.report(1.0);
  return tree;
}

}  // namespace aidnet::inline AIDNET_ABI
