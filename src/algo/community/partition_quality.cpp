#include "aidnet/algo/community/partition_quality.hpp"

#include <cmath>
#include <limits>
#include <string>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

PartitionQuality partition_quality(const Graph& graph, const PartitionQualityOptions& options,
                                   const Control& control) {
  constexpr const char* who = "partition_quality";
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  detail::require_nonnegative(graph, who);
  control.poll();
  const Graph ties = graph.without_zeros();
  const detail::Groups groups = detail::groups_of(who, options.groups, ties.node_count());
  // Of an undirected graph everything is counted from both ends, pairs too.
  double inside = 0.0;
  double across = 0.0;
  Sum weight_inside;
  Sum weight_across;
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    poll();
    detail::for_ties(ties, Mode::out, u, [&](index_t v, double weight) {
      poll();
      const bool same =
          groups.of[static_cast<std::size_t>(u)] == groups.of[static_cast<std::size_t>(v)];
      (same ? inside : across) += 1.0;
      (same ? weight_inside : weight_across) += weight;
    });
  }
  std::vector<double> members(static_cast<std::size_t>(groups.count), 0.0);
  for (const index_t group : groups.of) ++members[static_cast<std::size_t>(group)];
  const auto nodes = static_cast<double>(ties.node_count());
  double pairs_across = nodes * nodes;
  for (const double size : members) pairs_across -= size * size;

  // Half of it, so that what counts from both ends does not overflow where the graph's total fits.
  const double half = 0.5 * weight_inside.value() + 0.5 * weight_across.value();
  if (!std::isfinite(half))
    throw ValidationError(std::string(who) + ": the weights add up to more than a double");
  PartitionQuality quality;
  quality.coverage = inside + across > 0.0 ? inside / (inside + across) : nan;
  quality.weight_coverage = half > 0.0 ? 0.5 * weight_inside.value() / half : nan;
  quality.performance =
      nodes > 1.0 ? (inside + pairs_across - across) / (nodes * (nodes - 1.0)) : nan;
  control.report(1.0);
  return quality;
}

}  // namespace aidnet::inline AIDNET_ABI
