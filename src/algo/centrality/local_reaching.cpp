#include "aidnet/algo/centrality/local_reaching.hpp"

#include "algo/reaching_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> local_reaching(const Graph& graph, const Length& length,
                                   const Control& control) {
  return detail::reaching(graph, length, "local_reaching", control);
}

}  // namespace aidnet::inline AIDNET_ABI
