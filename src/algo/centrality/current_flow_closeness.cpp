#include "aidnet/algo/centrality/current_flow_closeness.hpp"

#include "algo/resistances_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> current_flow_closeness(const Graph& graph,
                                           const CurrentFlowClosenessOptions& options,
                                           const Control& control) {
  control.poll();
  constexpr const char* who = "current_flow_closeness";
  const Graph ties = detail::conducting(who, graph, options.weighted, control);
  std::vector<double> score(static_cast<std::size_t>(ties.node_count()), 0.0);
  const auto parts = detail::circuits(who, ties, detail::largest_circuit, control);
  detail::for_each_circuit(parts, control, [&](const detail::Circuit& part, const Control& inner) {
    const std::vector<double> sum = detail::resistance_sums(who, part, inner);
    for (std::size_t k = 0; k < sum.size(); ++k)
      score[static_cast<std::size_t>(part.nodes[k])] = 1.0 / sum[k];
  });
  return score;
}

}  // namespace aidnet::inline AIDNET_ABI
