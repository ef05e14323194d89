#include "aidnet/algo/centrality/closeness.hpp"

#include <limits>

#include "algo/distance_sums_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> closeness(const Graph& graph, const Length& length,
                              const ClosenessOptions& options, const Control& control) {
  const auto distance = [](double d) { return d; };
  const auto [reached, total] =
      detail::distance_sums(graph, length, options.mode, distance, "closeness", control);
  const double others = static_cast<double>(graph.node_count()) - 1.0;
  std::vector<double> values(reached.size(), 0.0);
  for (std::size_t v = 0; v < values.size(); ++v) {
    if (reached[v] == 0.0) continue;
    values[v] = total[v] > 0.0 ? reached[v] / total[v] : std::numeric_limits<double>::infinity();
    if (options.wf_improved) values[v] *= reached[v] / others;
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
