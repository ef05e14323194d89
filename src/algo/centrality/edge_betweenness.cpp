#include "aidnet/algo/centrality/edge_betweenness.hpp"

#include "algo/edge_between_detail.hpp"
#include "algo/node_set_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> edge_betweenness(const Graph& graph, const Length& length,
                                     const EdgeBetweennessOptions& options,
                                     const Control& control) {
  constexpr const char* who = "edge_betweenness";
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const detail::ArcRows& rows = paths.rows().front();
  const std::vector<index_t> ranks = detail::zero_ranks(rows, who);
  const detail::NodeSet sources = detail::node_set_or_all(options.sources, n, who, "sources");
  const detail::NodeSet targets = detail::node_set_or_all(options.targets, n, who, "targets");
  std::vector<double> sums(rows.targets.size(), 0.0);
  detail::add_by_arc(
      paths, ranks, sources.nodes, targets.has, [](double x) { return x; }, sums, control);
  std::vector<double> values = detail::by_entry(graph, rows, sums);
  detail::rescale_pairs(values, graph.is_directed(), options.normalized,
                        detail::ordered_pairs(n, true));
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
