#include "aidnet/algo/centrality/harmonic.hpp"

#include <limits>

#include "algo/distance_sums_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> harmonic(const Graph& graph, const Length& length,
                             const HarmonicOptions& options, const Control& control) {
  const auto nearness = [](double d) {
    return d > 0.0 ? 1.0 / d : std::numeric_limits<double>::infinity();
  };
  auto sums = detail::distance_sums(graph, length, options.mode, nearness, "harmonic", control);
  const double others = static_cast<double>(graph.node_count()) - 1.0;
  if (options.normalized && others > 0.0)
    for (double& x : sums.sum) x /= others;
  return std::move(sums.sum);
}

}  // namespace aidnet::inline AIDNET_ABI
