#include "aidnet/algo/paths/astar_path.hpp"

#include "algo/guided_search_detail.hpp"
#include "algo/one_node_detail.hpp"
#include "algo/path_back_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* astar_path_name = "astar_path";

void require_estimates(std::span<const double> estimates, index_t nodes, index_t target) {
  if (estimates.empty()) return;
  if (estimates.size() != static_cast<std::size_t>(nodes))
    throw ValidationError(detail::text(astar_path_name, ": heuristic has ", estimates.size(),
                                       " values for ", nodes, " nodes"));
  for (std::size_t v = 0; v < estimates.size(); ++v)
    if (!(estimates[v] >= 0.0))
      throw ValidationError(detail::text(astar_path_name, ": heuristic of node ", v, " is ",
                                         estimates[v], "; it must be 0 or more"));
  if (const double there = estimates[static_cast<std::size_t>(target)]; there > 0.0)
    throw ValidationError(detail::text(astar_path_name, ": heuristic of node ", target, " is ",
                                       there, "; it is the target, so it must be 0"));
}

}  // namespace

std::vector<index_t> astar_path(const Graph& graph, const Length& length,
                                const AstarPathOptions& options, const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, astar_path_name);
  const index_t n = paths.node_count();
  const index_t source = detail::required_node(options.source, n, astar_path_name, "source");
  const index_t target = detail::required_node(options.target, n, astar_path_name, "target");
  require_estimates(options.heuristic, n, target);
  control.poll();
  Poller poll(control);
  std::vector<index_t> path{target};
  if (source != target) {
    detail::GuidedSearch<false> search(paths.rows().front(), options.heuristic);
    const auto any = [](index_t) { return true; };
    if (!search.run(source, 0.0, target, any, any, poll))
      detail::throw_no_path(astar_path_name, source, target);
    while (path.back() != source) path.push_back(search.before(path.back()));
    std::reverse(path.begin(), path.end());
  }
  control.report(1.0);
  return path;
}

}  // namespace aidnet::inline AIDNET_ABI
