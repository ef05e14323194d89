#include "algo/reaching_detail.hpp"

#include "algo/distance_sums_detail.hpp"
#include "algo/nearness_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

std::vector<double> reaching(const Graph& graph, const Length& length, const char* who,
                             const Control& control) {
  const auto sums = distance_sums(graph, length, Mode::out, nearness, who, control);
  const double others = static_cast<double>(sums.size()) - 1.0;
  std::vector<double> values;
  values.reserve(sums.size());
  for (const DistanceSum& one : sums)
    values.push_back((graph.is_directed() ? one.reached : one.sum) / others);  // 0 / 0 is NaN
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
