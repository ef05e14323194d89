#include "aidnet/algo/local/onion_layers.hpp"

#include "algo/partner_ties_detail.hpp"
#include "algo/peeling_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<std::int64_t> onion_layers(const Graph& graph, const Control& control) {
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control);
  const auto at = [](std::int64_t i) { return static_cast<std::size_t>(i); };
  std::vector<std::int64_t> left(at(graph.node_count()));
  for (index_t u = 0; u < graph.node_count(); ++u) left[at(u)] = detail::partner_count(pairs, u);
  detail::PeelingQueue queue(left);

  std::vector<std::int64_t> layers(left.size(), 0);
  Poller poll(control);
  std::int64_t core = 0;
  std::int64_t layer = 0;
  for (std::size_t begin = 0; begin < left.size();) {
    // With a core of 0 the first layer takes the nodes without partners, and those alone.
    const std::int64_t fewest = left[at(queue.node(begin))];
    if (layer > 0 || fewest > 0) core = std::max({core, fewest, std::int64_t{1}});
    ++layer;
    std::size_t end = begin;
    while (end < left.size() && left[at(queue.node(end))] <= core)
      layers[at(queue.node(end++))] = layer;
    for (; begin < end; ++begin) {
      const index_t gone = queue.node(begin);
      poll(1 + detail::partner_count(pairs, gone));
      for (const index_t v : pairs.row(gone))
        if (layers[at(v)] == 0 && left[at(v)] > core) queue.move_down(v, left[at(v)]--);
    }
  }
  control.report(1.0);
  return layers;
}

}  // namespace aidnet::inline AIDNET_ABI
