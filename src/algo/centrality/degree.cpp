#include "aidnet/algo/centrality/degree.hpp"

#include "algo/centrality/tally_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<std::int64_t> degree(const Graph& graph, const DegreeOptions& options,
                                 const Control& control) {
  return detail::tally<std::int64_t>(graph, options.mode, control,
                                     [](double) { return std::int64_t{1}; });
}

}  // namespace aidnet::inline AIDNET_ABI
