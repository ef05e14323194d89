#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"
#include "algo/flow/flow_arcs_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A maximum flow and the minimum cut that is nearest to the sources.
struct SolvedFlow {
  double value = 0.0;
  FlowArcs arcs;
  /// What passes along each arc, below 0 where it passes back.
  std::vector<double> flow;
  /// 1 for the nodes to which more could still come from the sources, else 0.
  std::vector<char> side;
};

/// What maximum_flow and minimum_cut are made of; throws what their headers say.
[[nodiscard]] SolvedFlow solved_flow(const Graph& graph, const Capacity& capacity,
                                     const std::vector<index_t>& source,
                                     const std::vector<index_t>& target, const char* who,
                                     const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
