#include "aidnet/algo/structure/diameter.hpp"

#include <algorithm>
#include <limits>

#include "algo/eccentricities_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double diameter(const Graph& graph, const Length& length, const DiameterOptions& options,
                const Control& control) {
  const std::vector<double> all = detail::eccentricities(graph, length, options.mode,
                                                         options.reached_only, "diameter", control);
  return all.empty() ? std::numeric_limits<double>::quiet_NaN()
                     : *std::max_element(all.begin(), all.end());
}

}  // namespace aidnet::inline AIDNET_ABI
