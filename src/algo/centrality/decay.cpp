#include "aidnet/algo/centrality/decay.hpp"

#include <cmath>

#include "aidnet/core/error.hpp"
#include "algo/distance_sums_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> decay(const Graph& graph, const Length& length, const DecayOptions& options,
                          const Control& control) {
  const double delta = options.delta;
  if (!(delta > 0.0 && delta < 1.0))
    throw ValidationError(detail::text("decay: delta is ", delta, "; it must be between 0 and 1"));
  const auto left = [delta](double distance) { return std::pow(delta, distance); };
  const auto sums = detail::distance_sums(graph, length, options.mode, left, "decay", control);
  const double most = delta * (static_cast<double>(graph.node_count()) - 1.0);
  std::vector<double> values;
  values.reserve(sums.size());
  for (const detail::DistanceSum& one : sums)
    values.push_back(options.normalized && most > 0.0 ? one.sum / most : one.sum);
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
