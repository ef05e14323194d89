#include "aidnet/algo/flow/maximum_flow.hpp"

#include <algorithm>

#include "algo/flow/solved_flow_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

MaximumFlow maximum_flow(const Graph& graph, const Capacity& capacity,
                         const MaximumFlowOptions& options, const Control& control) {
  const detail::SolvedFlow solved =
      detail::solved_flow(graph, capacity, options.source, options.target, "maximum_flow", control);
  MaximumFlow result{solved.value,
                     std::vector<double>(static_cast<std::size_t>(graph.entry_count()), 0.0)};
  const bool directed = graph.is_directed();
  for (std::size_t a = 0; a < solved.flow.size(); ++a)
    if (const index_t entry = solved.arcs.entries[a]; entry != no_index)
      result.flow[static_cast<std::size_t>(entry)] =
          directed ? std::max(0.0, solved.flow[a]) : solved.flow[a];
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
