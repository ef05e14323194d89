#pragma once

#include <vector>

#include "aidnet/algo/centrality/balance.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Adds amount(w) up over the ties of each node that `mode` names, zeros left out; with a minus for
/// what is given where it names net. One pass over the arcs in their order, without the transpose.
template <class Total, class AmountOf>
std::vector<Total> tally(const Graph& graph, Balance mode, const Control& control,
                         const AmountOf& amount) {
  control.poll();
  std::vector<Total> totals(static_cast<std::size_t>(graph.node_count()));
  const bool directed = graph.is_directed();
  const bool net = mode == Balance::net;
  const bool gives = mode != Balance::in;
  const bool receives = mode != Balance::out;
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    Total& at_source = totals[static_cast<std::size_t>(u)];
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (weights[k] == 0.0) continue;
      const auto given = amount(weights[k]);
      if (directed) {
        if (gives) at_source += net ? -given : given;
        if (receives) totals[static_cast<std::size_t>(targets[k])] += given;
      } else if (!net) {  // each end has the edge among its own entries, but a loop is one entry
        at_source += targets[k] == u ? given + given : given;
      }
    }
  }
  control.report(1.0);
  return totals;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
