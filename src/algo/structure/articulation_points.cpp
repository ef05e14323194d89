#include "aidnet/algo/structure/articulation_points.hpp"

#include "algo/biconnection_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> articulation_points(const Graph& graph, const Control& control) {
  const detail::Biconnection biconnection(graph, control);
  std::vector<index_t> points;
  for (index_t u = 0; u < graph.node_count(); ++u)
    if (biconnection.is_articulation(u)) points.push_back(u);
  control.report(1.0);
  return points;
}

}  // namespace aidnet::inline AIDNET_ABI
