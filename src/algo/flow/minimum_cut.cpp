#include "aidnet/algo/flow/minimum_cut.hpp"

#include "algo/flow/solved_flow_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

MinimumCut minimum_cut(const Graph& graph, const Capacity& capacity,
                       const MinimumCutOptions& options, const Control& control) {
  const detail::SolvedFlow solved =
      detail::solved_flow(graph, capacity, options.source, options.target, "minimum_cut", control);
  const auto is_near = [&](index_t v) { return solved.side[static_cast<std::size_t>(v)] != 0; };
  const detail::FlowArcs& arcs = solved.arcs;
  MinimumCut cut;
  cut.value = solved.value;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    if (!is_near(u)) continue;
    cut.side.push_back(u);
    const auto row = static_cast<std::size_t>(u);
    for (auto a = static_cast<std::size_t>(arcs.offsets[row]);
         a < static_cast<std::size_t>(arcs.offsets[row + 1]); ++a) {
      if (is_near(arcs.heads[a]) || arcs.capacities[a] == 0.0) continue;
      cut.source.push_back(u);
      cut.target.push_back(arcs.heads[a]);
      cut.capacity.push_back(arcs.capacities[a]);
    }
  }
  return cut;
}

}  // namespace aidnet::inline AIDNET_ABI
