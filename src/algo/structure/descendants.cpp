#include "aidnet/algo/structure/descendants.hpp"

#include "algo/one_node_detail.hpp"
#include "algo/reached_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> descendants(const Graph& graph, const DescendantsOptions& options,
                                 const Control& control) {
  const index_t node =
      detail::required_node(options.node, graph.node_count(), "descendants", "node");
  const Graph ties = graph.without_zeros();
  return detail::reached_from(node, ties.forward(), control);
}

}  // namespace aidnet::inline AIDNET_ABI
