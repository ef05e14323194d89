#include "aidnet/algo/structure/biconnected_components.hpp"

#include "algo/biconnection_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

TieComponents biconnected_components(const Graph& graph, const Control& control) {
  const detail::Biconnection biconnection(graph, control);
  TieComponents result;
  result.component.reserve(static_cast<std::size_t>(graph.entry_count()));
  std::vector<index_t> number(static_cast<std::size_t>(biconnection.block_count()), no_index);
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (targets[k] == u || weights[k] == 0.0) {
        result.component.push_back(no_index);
        continue;
      }
      index_t& c = number[static_cast<std::size_t>(biconnection.block(u, targets[k]))];
      if (c == no_index) c = result.count++;
      result.component.push_back(c);
    }
  }
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
