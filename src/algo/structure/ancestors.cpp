#include "aidnet/algo/structure/ancestors.hpp"

#include "algo/one_node_detail.hpp"
#include "algo/reached_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> ancestors(const Graph& graph, const AncestorsOptions& options,
                               const Control& control) {
  const index_t node = detail::required_node(options.node, graph.node_count(), "ancestors", "node");
  const Graph ties = graph.without_zeros();
  return detail::reached_from(node, ties.transposed(), control);
}

}  // namespace aidnet::inline AIDNET_ABI
