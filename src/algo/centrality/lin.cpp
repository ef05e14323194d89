#include "aidnet/algo/centrality/lin.hpp"

#include <limits>

#include "algo/distance_sums_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> lin(const Graph& graph, const Length& length, const LinOptions& options,
                        const Control& control) {
  const auto distance = [](double d) { return d; };
  const auto sums = detail::distance_sums(graph, length, options.mode, distance, "lin", control);
  std::vector<double> values;
  values.reserve(sums.size());
  for (const auto [others, total] : sums) {
    const double reached = others + 1.0;
    if (others == 0.0)
      values.push_back(1.0);
    else
      values.push_back(total > 0.0 ? reached * reached / total
                                   : std::numeric_limits<double>::infinity());
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
