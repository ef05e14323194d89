#include "aidnet/algo/structure/global_efficiency.hpp"

#include <limits>

#include "algo/distance_sums_detail.hpp"
#include "algo/nearness_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double global_efficiency(const Graph& graph, const Length& length, const Control& control) {
  const auto sums = detail::distance_sums(graph, length, Mode::in, detail::nearness,
                                          "global_efficiency", control);
  if (sums.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const auto n = static_cast<double>(sums.size());
  double total = 0.0;
  for (const detail::DistanceSum& one : sums) total += one.sum;
  return total / (n * (n - 1.0));
}

}  // namespace aidnet::inline AIDNET_ABI
