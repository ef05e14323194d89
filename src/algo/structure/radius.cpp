#include "aidnet/algo/structure/radius.hpp"

#include <algorithm>
#include <limits>

#include "algo/eccentricities_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double radius(const Graph& graph, const Length& length, const RadiusOptions& options,
              const Control& control) {
  const std::vector<double> all =
      detail::eccentricities(graph, length, options.mode, options.reached_only, "radius", control);
  return all.empty() ? std::numeric_limits<double>::quiet_NaN()
                     : *std::min_element(all.begin(), all.end());
}

}  // namespace aidnet::inline AIDNET_ABI
