#include "aidnet/algo/structure/topological_order.hpp"

#include <algorithm>
#include <functional>

#include "algo/cycle_detail.hpp"
#include "algo/some_cycle_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
std::vector<index_t> topological_order(const Graph& graph, const Control& control) {
  if (!graph.is_directed())
    throw ValidationError("topological_order: the graph is undirected; its edges give no order");
  control.poll();
  const Graph ties = graph.without_zeros();
  using detail::at;
  std::vector<index_t> waiting_for(at(ties.node_count()), 0);
  for (const index_t v : ties.indices()) ++waiting_for[at(v)];
  std::vector<index_t> ready;  // a heap, the smallest on top
  for (index_t u = 0; u < ties.node_count(); ++u)
    if (waiting_for[at(u)] == 0) ready.push_back(u);  // ascending, which is a heap
  std::vector<index_t> order;
  order.reserve(at(ties.node_count()));
  Poller poll(control);
  while (!ready.empty()) {
    std::pop_heap(ready.begin(), ready.end(), std::greater<>());
    const index_t u = ready.back();
    ready.pop_back();
    order.push_back(u);
    const auto targets = ties.out_neighbors(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (const index_t v : targets)
      if (--waiting_for[at(v)] == 0) {
        ready.push_back(v);
        std::push_heap(ready.begin(), ready.end(), std::greater<>());
      }
  }
  if (order.size() < at(ties.node_count())) {
    std::vector<index_t> cycle = detail::some_cycle(ties, control);
    const std::string message =
        detail::text("topological_order: there is a cycle: ", detail::cycle_text(cycle, 12));
    throw CycleError(message, std::move(cycle));
  }
  control.report(1.0);
  return order;
}

}  // namespace aidnet::inline AIDNET_ABI
