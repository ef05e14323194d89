#include "aidnet/algo/structure/minimum_spanning_arborescence.hpp"

#include "aidnet/core/sum.hpp"
#include "algo/arborescence_detail.hpp"
#include "algo/one_node_detail.hpp"
#include "algo/path_graph_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

SpanningTree minimum_spanning_arborescence(const Graph& graph, const Length& length,
                                           const MinimumSpanningArborescenceOptions& options,
                                           const Control& control) {
  constexpr const char* who = "minimum_spanning_arborescence";
  const index_t n = graph.node_count();
  if (options.root) (void)detail::required_node(options.root, n, who, "root");
  control.poll();
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const detail::ArcRows& rows = paths.rows().front();
  std::vector<detail::CostedArc> arcs;
  arcs.reserve(rows.targets.size() + static_cast<std::size_t>(n));
  Poller poll(control);
  for (index_t u = 0; u < n; ++u) {
    poll(1 + rows.degree(u));
    for (std::size_t k = rows.begin(u); k < rows.end(u); ++k)
      if (rows.targets[k] != u)
        arcs.push_back({u, rows.targets[k], {0, paths.is_unit() ? 1.0 : rows.lengths[k]}});
  }
  // Without a root all nodes can be reached from one more, along arcs of which one is to be taken.
  const index_t root = options.root.value_or(n);
  if (root == n)
    for (index_t u = 0; u < n; ++u) arcs.push_back({n, u, {1, 0.0}});
  detail::Arborescence search(root == n ? n + 1 : n, root, std::move(arcs), control);
  const std::vector<index_t> chosen = search.solve();

  SpanningTree tree;
  Sum total;
  index_t roots = 0;
  for (const index_t k : chosen) {
    if (k == no_index) continue;
    const detail::CostedArc& arc = search.arc(k);
    roots += arc.cost.spared;
    if (arc.source == n) continue;
    tree.source.push_back(arc.source);
    tree.target.push_back(arc.target);
    tree.value.push_back(arc.cost.length);
    total += arc.cost.length;
  }
  if (options.root ? chosen.empty() : roots > 1)
    throw UndefinedError(
        options.root
            ? detail::text(who, ": not all nodes can be reached from node ", root)
            : detail::text(who, ": there is no node from which all others can be reached"));
  tree.total = total.value();
  control.report(1.0);
  return tree;
}

}  // namespace aidnet::inline AIDNET_ABI
