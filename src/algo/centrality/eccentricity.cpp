#include "aidnet/algo/centrality/eccentricity.hpp"

#include "algo/eccentricities_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> eccentricity(const Graph& graph, const Length& length,
                                 const EccentricityOptions& options, const Control& control) {
  return detail::eccentricities(graph, length, options.mode, options.reached_only, "eccentricity",
                                control);
}

}  // namespace aidnet::inline AIDNET_ABI
