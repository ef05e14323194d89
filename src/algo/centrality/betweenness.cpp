#include "aidnet/algo/centrality/betweenness.hpp"

#include "algo/between_detail.hpp"
#include "algo/node_set_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> betweenness(const Graph& graph, const Length& length,
                                const BetweennessOptions& options, const Control& control) {
  constexpr const char* who = "betweenness";
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), who);
  const detail::NodeSet sources = detail::node_set_or_all(options.sources, n, who, "sources");
  const detail::NodeSet targets = detail::node_set_or_all(options.targets, n, who, "targets");
  std::vector<double> sums = detail::sum_between<detail::ShareOfPaths<>>(
      paths, ranks, {sources.nodes, {}, targets.has, options.endpoints}, control);
  detail::rescale_pairs(sums, graph.is_directed(), options.normalized,
                        detail::ordered_pairs(n, options.endpoints));
  return sums;
}

}  // namespace aidnet::inline AIDNET_ABI
