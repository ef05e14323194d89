#include "aidnet/algo/centrality/closeness.hpp"

#include <limits>

#include "algo/distance_sums_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> closeness(const Graph& graph, const Length& length,
                              const ClosenessOptions& options, const Control& control) {
  const auto distance = [](double d) { return d; };
  const auto sums =
      detail::distance_sums(graph, length, options.mode, distance, "closeness", control);
  const double others = static_cast<double>(graph.node_count()) - 1.0;
  std::vector<double> values(sums.size(), 0.0);
  for (std::size_t v = 0; v < values.size(); ++v) {
    const auto [reached, total] = sums[v];
    if (reached == 0.0) continue;
    values[v] = total > 0.0 ? reached / total : std::numeric_limits<double>::infinity();
    if (options.wf_improved) values[v] *= reached / others;
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
