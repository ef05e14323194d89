#include "aidnet/algo/centrality/subgraph.hpp"

#include "algo/closed_walks_detail.hpp"
#include "algo/exponential_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> subgraph(const Graph& graph, const SubgraphOptions& options,
                             const Control& control) {
  control.poll();
  const Graph walks = detail::walked("subgraph", graph, options.mode, options.weighted, control);
  return detail::closed_walks("subgraph", walks, control);
}

}  // namespace aidnet::inline AIDNET_ABI
