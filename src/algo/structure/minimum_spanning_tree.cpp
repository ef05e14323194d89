#include "aidnet/algo/structure/minimum_spanning_tree.hpp"

#include <algorithm>

#include "aidnet/core/sum.hpp"
#include "algo/path_graph_detail.hpp"
#include "algo/spanning_forest_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

SpanningTree minimum_spanning_tree(const Graph& graph, const Length& length,
                                   const Control& control) {
  control.poll();
  const detail::PathGraph paths(graph, length, Mode::out, "minimum_spanning_tree");
  const detail::ArcRows& rows = paths.rows().front();
  std::vector<detail::WeightedTie> ties;
  ties.reserve(rows.targets.size());
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    poll(1 + rows.degree(u));
    for (std::size_t k = rows.begin(u); k < rows.end(u); ++k) {
      const index_t v = rows.targets[k];
      // Of arcs both ways the shorter one comes first; the other one then closes a cycle.
      if (u < v || (graph.is_directed() && v < u))
        ties.push_back({paths.is_unit() ? 1.0 : rows.lengths[k], std::min(u, v), std::max(u, v)});
    }
  }
  SpanningTree tree = detail::spanning_forest(graph.node_count(), std::move(ties), control);
  Sum total;
  for (const double value : tree.value) total += value;
  tree.total = total.value();
  control.report(1.0);
  return tree;
}

}  // namespace aidnet::inline AIDNET_ABI
