#include "aidnet/algo/paths/has_path.hpp"

#include "algo/one_node_detail.hpp"
#include "algo/two_ended_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

bool has_path(const Graph& graph, const HasPathOptions& options, const Control& control) {
  constexpr const char* who = "has_path";
  const index_t source = detail::required_node(options.source, graph.node_count(), who, "source");
  const index_t target = detail::required_node(options.target, graph.node_count(), who, "target");
  Poller poll(control);
  control.poll();
  const Graph ties = graph.without_zeros();
  const bool found =
      source == target ||
      detail::TwoEndedBreadthFirst(ties.forward(), ties.transposed()).meet(source, target, poll);
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
