#include "aidnet/algo/structure/find_cycle.hpp"

#include "algo/some_cycle_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> find_cycle(const Graph& graph, const Control& control) {
  control.poll();
  std::vector<index_t> cycle = detail::some_cycle(graph.without_zeros(), control);
  control.report(1.0);
  return cycle;
}

}  // namespace aidnet::inline AIDNET_ABI
