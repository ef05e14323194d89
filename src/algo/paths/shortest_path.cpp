#include "aidnet/algo/paths/shortest_path.hpp"

#include <algorithm>

#include "algo/one_node_detail.hpp"
#include "algo/path_back_detail.hpp"
#include "algo/two_ended_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> shortest_path(const Graph& graph, const Length& length,
                                   const ShortestPathOptions& options, const Control& control) {
  constexpr const char* who = "shortest_path";
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const index_t source = detail::required_node(options.source, n, who, "source");
  const index_t target = detail::required_node(options.target, n, who, "target");
  // Where arcs of length zero tie, which of them count depends on the order of the search.
  const auto lengths = length.values();
  const bool has_zeros = std::find(lengths.begin(), lengths.end(), 0.0) != lengths.end();
  if (has_zeros)
    return detail::path_between<detail::Dijkstra<>>(source, target, paths.rows(), who, control);

  control.poll();
  std::vector<index_t> path{source};
  if (source != target) {
    if (paths.is_unit()) {
      Poller poll(control);
      const Graph ties = graph.without_zeros();
      detail::TwoEndedBreadthFirst search(ties.forward(), ties.transposed());
      if (!search.meet(source, target, poll)) detail::throw_no_path(who, source, target);
      path = search.path(poll);
    } else {
      path = detail::two_ended_path(graph, length, paths, source, target, who, control);
    }
  }
  control.report(1.0);
  return path;
}

}  // namespace aidnet::inline AIDNET_ABI
