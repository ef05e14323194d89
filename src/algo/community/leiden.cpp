#include "aidnet/algo/community/leiden.hpp"

#include <cmath>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "algo/moves_detail.hpp"
#include "algo/partition_quality_detail.hpp"
#include "algo/refine_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* leiden_name = "leiden";

using Partition = std::vector<index_t>;

using detail::at;

void require_options(const LeidenOptions& options) {
  detail::require_resolution(leiden_name, options.resolution);
  if (!(options.theta >= 0.0) || !std::isfinite(options.theta))
    throw ValidationError(
        detail::text(leiden_name, ": theta is ", options.theta, "; it must be 0 or more"));
  if (options.iterations != -1 && options.iterations < 1)
    throw ValidationError(detail::text(leiden_name, ": iterations is ", options.iterations,
                                       "; it must be at least 1, or -1 for until nothing changes"));
  if (options.seed < 0)
    throw ValidationError(
        detail::text(leiden_name, ": seed is ", options.seed, "; it must be 0 or more"));
}

/// What is inside the groups of `of`, each of which the next level takes for one node.
Partition parts_of(const detail::Links& links, const Partition& of, index_t groups, double theta,
                   detail::Draws& draws, index_t& count, const Control& control) {
  Partition parts = detail::refined(links, of, theta, draws, control);
  count = detail::number_by_smallest(parts, links.count());
  if (count < links.count()) return parts;
  // By chance nobody joined anybody, although groups have several members: without chance, then.
  parts = detail::refined(links, of, 0.0, draws, control);
  count = detail::number_by_smallest(parts, links.count());
  if (count < links.count() || groups == links.count()) return parts;
  // Rounding alone holds the groups together.
  parts = detail::connected_parts(links, of, control);
  count = detail::number_by_smallest(parts, links.count());
  return parts;
}

/// Makes the partition better, level by level. Returns whether it changed.
bool improve(const detail::Links& base, Partition& partition, double theta, detail::Draws& draws,
             const Control& control) {
  bool changed = false;
  const detail::Links* links = &base;
  detail::Links smaller;
  Partition node(partition.size());  // of this level, that each node of the graph is part of
  std::iota(node.begin(), node.end(), index_t{0});
  Partition of = partition;
  while (true) {
    detail::Moves moves(*links, std::move(of));
    const bool moved = moves.settle(draws, control) > 0.0;
    changed = changed || moved;
    of = std::move(moves).take();
    const index_t groups = detail::number_by_smallest(of, links->count());
    if (groups == links->count()) {
      if (moved) continue;  // that all are looked at again
      break;
    }
    index_t count = 0;
    const Partition parts = parts_of(*links, of, groups, theta, draws, count, control);
    if (count == links->count()) {  // all links were lost to rounding
      of = parts;
      changed = true;
      break;
    }
    smaller = detail::merged(*links, parts, count, control);
    links = &smaller;
    for (index_t& v : node) v = parts[at(v)];
    Partition group_of_part(at(count));
    for (std::size_t v = 0; v < parts.size(); ++v) group_of_part[at(parts[v])] = of[v];
    of = std::move(group_of_part);
  }
  for (std::size_t v = 0; v < node.size(); ++v) partition[v] = of[at(node[v])];
  return changed;
}

}  // namespace

Leiden leiden(const Graph& graph, const LeidenOptions& options, const Control& control) {
  require_options(options);
  detail::require_nonnegative(graph, leiden_name);
  control.poll();
  const Graph ties = graph.without_zeros();
  const bool potts = options.objective == LeidenObjective::cpm;
  const detail::Links links = (potts ? detail::potts_links : detail::modularity_links)(
      leiden_name, ties, options.resolution, control);
  detail::Draws draws(options.seed);

  Leiden found;
  found.community.resize(links.size.size());
  std::iota(found.community.begin(), found.community.end(), index_t{0});
  double progress = 0.0;
  for (int k = 0; k != options.iterations && !found.converged; ++k) {
    found.converged = !improve(links, found.community, options.theta, draws, control);
    progress = options.iterations > 0 ? (k + 1.0) / options.iterations : 0.5 * (1.0 + progress);
    control.report(std::fmin(progress, 0.99));
  }
  found.count = detail::number_by_smallest(found.community, links.count());
  found.quality =
      potts ? detail::potts_of(ties, found.community, found.count, options.resolution, control)
            : detail::modularity_of(leiden_name, ties, found.community, found.count,
                                    options.resolution, control);
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
