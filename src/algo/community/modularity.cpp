#include "aidnet/algo/community/modularity.hpp"

#include "algo/loopless_detail.hpp"
#include "algo/partition_quality_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double modularity(const Graph& graph, const ModularityOptions& options, const Control& control) {
  constexpr const char* who = "modularity";
  detail::require_resolution(who, options.resolution);
  detail::require_nonnegative(graph, who);
  control.poll();
  const Graph ties = graph.without_zeros();
  const detail::Groups groups = detail::groups_of(who, options.groups, ties.node_count());
  const double value =
      detail::modularity_of(who, ties, groups.of, groups.count, options.resolution, control);
  control.report(1.0);
  return value;
}

}  // namespace aidnet::inline AIDNET_ABI
