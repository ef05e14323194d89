#include "aidnet/algo/paths/shortest_path.hpp"

#include "algo/one_node_detail.hpp"
#include "algo/path_back_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<index_t> shortest_path(const Graph& graph, const Length& length,
                                   const ShortestPathOptions& options, const Control& control) {
  constexpr const char* who = "shortest_path";
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const index_t source = detail::required_node(options.source, n, who, "source");
  const index_t target = detail::required_node(options.target, n, who, "target");
  return paths.is_unit()
             ? detail::path_between<detail::BreadthFirst>(source, target, paths.rows(), who,
                                                          control)
             : detail::path_between<detail::Dijkstra<>>(source, target, paths.rows(), who, control);
}

}  // namespace aidnet::inline AIDNET_ABI
