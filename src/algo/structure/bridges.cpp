#include "aidnet/algo/structure/bridges.hpp"

#include "algo/biconnection_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

Bridges bridges(const Graph& graph, const Control& control) {
  const detail::Biconnection biconnection(graph, control);
  const Graph ties = graph.without_zeros();
  Bridges found;
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    const auto targets = ties.out_neighbors(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (const index_t v : targets) {
      if (v == u || !biconnection.is_bridge(u, v)) continue;
      if (v < u && ties.has_edge(v, u)) continue;  // listed there
      found.source.push_back(u);
      found.target.push_back(v);
    }
  }
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
