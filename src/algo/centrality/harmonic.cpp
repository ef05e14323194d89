#include "aidnet/algo/centrality/harmonic.hpp"

#include "algo/distance_sums_detail.hpp"
#include "algo/nearness_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> harmonic(const Graph& graph, const Length& length,
                             const HarmonicOptions& options, const Control& control) {
  const auto sums =
      detail::distance_sums(graph, length, options.mode, detail::nearness, "harmonic", control);
  const double others = static_cast<double>(graph.node_count()) - 1.0;
  const double pairs = options.normalized && others > 0.0 ? others : 1.0;
  std::vector<double> values;
  values.reserve(sums.size());
  for (const detail::DistanceSum& one : sums) values.push_back(one.sum / pairs);
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
