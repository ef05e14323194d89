#include "aidnet/algo/paths/bellman_ford_path.hpp"

#include <algorithm>

#include "algo/cheapest_detail.hpp"
#include "algo/one_node_detail.hpp"
#include "algo/path_back_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> bellman_ford_path(const Graph& graph, const Cost& cost,
                                       const BellmanFordPathOptions& options,
                                       const Control& control) {
  constexpr const char* who = "bellman_ford_path";
  const index_t source = detail::required_node(options.source, graph.node_count(), who, "source");
  const index_t target = detail::required_node(options.target, graph.node_count(), who, "target");
  const detail::Cheapest found = detail::cheapest_from(who, graph, cost, source, control);
  const auto before = [&](index_t v) { return found.parent[static_cast<std::size_t>(v)]; };
  if (target != source && before(target) == no_index) detail::throw_no_path(who, source, target);
  std::vector<index_t> path{target};
  while (path.back() != source) path.push_back(before(path.back()));
  std::reverse(path.begin(), path.end());
  control.report(1.0);
  return path;
}

}  // namespace aidnet::inline AIDNET_ABI
