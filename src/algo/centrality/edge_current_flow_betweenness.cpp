#include "aidnet/algo/centrality/edge_current_flow_betweenness.hpp"

#include "algo/circuit_flows_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> edge_current_flow_betweenness(const Graph& graph,
                                                  const EdgeCurrentFlowBetweennessOptions& options,
                                                  const Control& control) {
  control.poll();
  constexpr const char* who = "edge_current_flow_betweenness";
  const Graph ties = detail::conducting(who, graph, options.weighted, control);
  const auto n = static_cast<double>(ties.node_count());
  const double pairs = options.normalized && n > 2.0 ? (n - 1.0) * (n - 2.0) : 1.0;
  std::vector<double> of_tie(static_cast<std::size_t>(ties.entry_count()), 0.0);
  const auto parts = detail::circuits(who, ties, detail::largest_flow_circuit, control);
  detail::for_each_circuit(parts, control, [&](const detail::Circuit& part, const Control& inner) {
    const detail::CircuitFlows flows = detail::circuit_flows(who, part, inner);
    for (std::size_t e = 0; e < part.entries.size(); ++e)
      of_tie[static_cast<std::size_t>(part.entries[e])] = flows.all[e] / pairs;
  });
  std::vector<double> value(static_cast<std::size_t>(graph.entry_count()), 0.0);
  std::size_t entry = 0;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    for (std::size_t k = 0; k < targets.size(); ++k, ++entry)
      if (graph.out_weights(u)[k] != 0.0)
        value[entry] = of_tie[static_cast<std::size_t>(ties.find_entry(u, targets[k]))];
  }
  return value;
}

}  // namespace aidnet::inline AIDNET_ABI
