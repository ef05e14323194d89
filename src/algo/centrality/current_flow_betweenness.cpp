#include "aidnet/algo/centrality/current_flow_betweenness.hpp"

#include "algo/circuit_flows_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> current_flow_betweenness(const Graph& graph,
                                             const CurrentFlowBetweennessOptions& options,
                                             const Control& control) {
  control.poll();
  constexpr const char* who = "current_flow_betweenness";
  const Graph ties = detail::conducting(who, graph, options.weighted, control);
  const auto n = static_cast<double>(ties.node_count());
  const double pairs = options.normalized ? (n - 1.0) * (n - 2.0) / 2.0 : 1.0;
  std::vector<double> score(static_cast<std::size_t>(ties.node_count()), 0.0);
  const auto parts = detail::circuits(who, ties, detail::largest_flow_circuit, control);
  detail::for_each_circuit(parts, control, [&](const detail::Circuit& part, const Control& inner) {
    if (part.nodes.size() == 2) return;  // nothing is between two
    const detail::CircuitFlows flows = detail::circuit_flows(who, part, inner);
    for (std::size_t k = 0; k < part.nodes.size(); ++k) {
      double sum = 0.0;
      for (index_t e = part.conductances.offsets[k]; e < part.conductances.offsets[k + 1]; ++e)
        sum += flows.others[static_cast<std::size_t>(e)];
      score[static_cast<std::size_t>(part.nodes[k])] = sum / 2.0 / pairs;
    }
  });
  return score;
}

}  // namespace aidnet::inline AIDNET_ABI
