#include "aidnet/algo/centrality/group_degree.hpp"

#include "algo/node_set_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double group_degree(const Graph& graph, const GroupDegreeOptions& options, const Control& control) {
  const index_t n = graph.node_count();
  const Graph ties = graph.without_zeros();
  detail::NodeSet seen = detail::node_set(options.group, n, "group_degree", "group");
  const auto members = static_cast<double>(seen.nodes.size());
  double partners = 0.0;
  Poller poll(control);
  control.poll();
  const auto count = [&](std::span<const index_t> row) {
    poll(1 + static_cast<std::int64_t>(row.size()));
    for (const index_t v : row) {
      double& is_seen = seen.has[static_cast<std::size_t>(v)];
      if (is_seen == 0.0) partners += 1.0;
      is_seen = 1.0;
    }
  };
  for (const index_t u : seen.nodes) {
    if (options.mode != Mode::in) count(ties.out_neighbors(u));
    if (options.mode != Mode::out) count(ties.in_neighbors(u));
  }
  control.report(1.0);
  return options.normalized ? partners / (static_cast<double>(n) - members) : partners;
}

}  // namespace aidnet::inline AIDNET_ABI
