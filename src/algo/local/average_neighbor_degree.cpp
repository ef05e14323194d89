#include "aidnet/algo/local/average_neighbor_degree.hpp"

#include <limits>

#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> average_neighbor_degree(const Graph& graph,
                                            const AverageNeighborDegreeOptions& options,
                                            const Control& control) {
  constexpr const char* who = "average_neighbor_degree";
  if (options.weighted) detail::require_nonnegative(graph, who);
  control.poll();
  const Graph ties = graph.without_zeros();
  const auto degrees = detail::loopless_degrees(who, ties, options.target, false, control);
  const auto totals =
      detail::loopless_degrees(who, ties, options.source, options.weighted, control);
  std::vector<double> values(degrees.size());
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    const double total = totals[static_cast<std::size_t>(u)];
    Sum sum;  // of shares, so that it cannot overflow
    detail::for_ties(ties, options.source, u, [&](index_t v, double weight) {
      poll();
      sum += (options.weighted ? weight / total : 1.0) * degrees[static_cast<std::size_t>(v)];
    });
    values[static_cast<std::size_t>(u)] = total == 0.0
                                              ? std::numeric_limits<double>::quiet_NaN()
                                              : sum.value() / (options.weighted ? 1.0 : total);
  }
  control.report(1.0);
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
