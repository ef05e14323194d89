#include "aidnet/algo/centrality/group_closeness.hpp"

#include <limits>

#include "algo/node_set_detail.hpp"
#include "algo/shortest_paths_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

struct Reach {
  double reached = 0.0;
  double distance = 0.0;
};

template <class Search>
Reach reach(const detail::PathGraph& paths, const detail::NodeSet& group, const Control& control) {
  Search search(paths.rows());
  detail::Silent silent;
  Poller poll(control);
  control.poll();
  search.run(std::span<const index_t>(group.nodes), poll, silent);
  control.report(1.0);
  Reach sums;
  for (const index_t v : search.settled()) {
    if (group.has[static_cast<std::size_t>(v)] != 0.0) continue;
    sums.reached += 1.0;
    sums.distance += search.distance(v);
  }
  return sums;
}

}  // namespace

double group_closeness(const Graph& graph, const Length& length,
                       const GroupClosenessOptions& options, const Control& control) {
  // From the members outwards, so that distances to them are found by following arcs back.
  const detail::PathGraph paths(graph, length, options.mode, "group_closeness");
  const detail::NodeSet group =
      detail::node_set(options.group, paths.node_count(), "group_closeness", "group");
  const auto [reached, distance] = paths.is_unit()
                                       ? reach<detail::BreadthFirst>(paths, group, control)
                                       : reach<detail::Dijkstra<>>(paths, group, control);
  const double others =
      static_cast<double>(paths.node_count()) - static_cast<double>(group.nodes.size());
  if (others == 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (reached == 0.0) return 0.0;
  const double value =
      distance > 0.0 ? reached / distance : std::numeric_limits<double>::infinity();
  return options.wf_improved ? value * (reached / others) : value;
}

}  // namespace aidnet::inline AIDNET_ABI
