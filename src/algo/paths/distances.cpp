#include "aidnet/algo/paths/distances.hpp"

#include <limits>

#include "algo/one_node_detail.hpp"
#include "algo/shortest_paths_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

template <class Search>
std::vector<double> from(index_t source, const detail::PathGraph& paths, const Control& control) {
  std::vector<double> values(static_cast<std::size_t>(paths.node_count()),
                             std::numeric_limits<double>::infinity());
  Search search(paths.rows());
  detail::Silent silent;
  Poller poll(control);
  control.poll();
  search.run(source, poll, silent);
  for (const index_t v : search.settled()) values[static_cast<std::size_t>(v)] = search.distance(v);
  control.report(1.0);
  return values;
}

}  // namespace

std::vector<double> distances(const Graph& graph, const Length& length,
                              const DistancesOptions& options, const Control& control) {
  const detail::PathGraph paths(graph, length, options.mode, "distances");
  const index_t source =
      detail::required_node(options.source, paths.node_count(), "distances", "source");
  return paths.is_unit() ? from<detail::BreadthFirst>(source, paths, control)
                         : from<detail::Dijkstra<>>(source, paths, control);
}

}  // namespace aidnet::inline AIDNET_ABI
