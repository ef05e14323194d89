#include "aidnet/algo/paths/bottleneck.hpp"

#include "algo/one_node_detail.hpp"
#include "algo/widths_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> bottleneck(const Graph& graph, const BottleneckOptions& options,
                               const Control& control) {
  detail::require_nonnegative(graph, "bottleneck");
  const index_t source =
      detail::required_node(options.source, graph.node_count(), "bottleneck", "source");
  std::vector<double> widths = detail::widths_from(graph, source, options.mode, control);
  control.report(1.0);
  return widths;
}

}  // namespace aidnet::inline AIDNET_ABI
