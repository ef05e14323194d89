#include "aidnet/algo/paths/bellman_ford.hpp"

#include "algo/cheapest_detail.hpp"
#include "algo/one_node_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> bellman_ford(const Graph& graph, const Cost& cost,
                                 const BellmanFordOptions& options, const Control& control) {
  constexpr const char* who = "bellman_ford";
  const index_t source = detail::required_node(options.source, graph.node_count(), who, "source");
  std::vector<double> values = detail::cheapest_from(who, graph, cost, source, control).distance;
  control.report(1.0);
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
