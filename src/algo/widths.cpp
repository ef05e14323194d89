#include <algorithm>
#include <limits>

#include "algo/widths_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

struct Wave {
  double width;
  index_t node;

  friend bool operator<(const Wave& a, const Wave& b) noexcept { return a.width < b.width; }
};

}  // namespace

std::vector<double> widths_from(const Graph& graph, index_t source, Mode mode,
                                const Control& control) {
  std::vector<double> widths(at(graph.node_count()), 0.0);
  // As Dijkstra's algorithm, widest first. Entries that were overtaken are skipped when met.
  std::vector<Wave> heap{{std::numeric_limits<double>::infinity(), source}};
  widths[at(source)] = heap.front().width;
  Poller poll(control);
  control.poll();
  const auto widen = [&](const Wave& from, std::span<const index_t> nodes,
                         std::span<const double> weights) {
    poll(1 + static_cast<std::int64_t>(nodes.size()));
    for (std::size_t k = 0; k < nodes.size(); ++k) {
      const double width = std::min(from.width, weights[k]);
      double& known = widths[at(nodes[k])];
      if (width <= known) continue;
      known = width;
      heap.push_back({width, nodes[k]});
      std::push_heap(heap.begin(), heap.end());
    }
  };
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end());
    const Wave widest = heap.back();
    heap.pop_back();
    if (widest.width < widths[at(widest.node)]) continue;
    if (mode != Mode::in)
      widen(widest, graph.out_neighbors(widest.node), graph.out_weights(widest.node));
    if (mode != Mode::out)
      widen(widest, graph.in_neighbors(widest.node), graph.in_weights(widest.node));
  }
  return widths;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
