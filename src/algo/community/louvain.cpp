#include "aidnet/algo/community/louvain.hpp"

#include <cmath>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "algo/moves_detail.hpp"
#include "algo/partition_quality_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* louvain_name = "louvain";

void require_options(const LouvainOptions& options) {
  detail::require_resolution(louvain_name, options.resolution);
  if (!(options.tolerance >= 0.0) || !std::isfinite(options.tolerance))
    throw ValidationError(
        detail::text(louvain_name, ": tolerance is ", options.tolerance, "; it must be 0 or more"));
  if (options.max_levels < 0)
    throw ValidationError(detail::text(louvain_name, ": max_levels is ", options.max_levels,
                                       "; it must be 0 or more"));
  if (options.seed < 0)
    throw ValidationError(
        detail::text(louvain_name, ": seed is ", options.seed, "; it must be 0 or more"));
}

}  // namespace

Louvain louvain(const Graph& graph, const LouvainOptions& options, const Control& control) {
  require_options(options);
  detail::require_nonnegative(graph, louvain_name);
  control.poll();
  const Graph ties = graph.without_zeros();
  detail::Links links = detail::modularity_links(louvain_name, ties, options.resolution, control);
  detail::Draws draws(options.seed);

  Louvain found;
  found.community.resize(links.size.size());
  std::iota(found.community.begin(), found.community.end(), index_t{0});
  found.count = links.count();
  double progress = 0.0;
  while (options.max_levels == 0 || found.levels < options.max_levels) {
    std::vector<index_t> of(links.size.size());
    std::iota(of.begin(), of.end(), index_t{0});
    detail::Moves moves(links, std::move(of));
    const double gained = moves.settle(draws, control);
    if (gained == 0.0) break;
    of = std::move(moves).take();
    found.count = detail::number_by_smallest(of, links.count());
    for (index_t& community : found.community) community = of[static_cast<std::size_t>(community)];
    ++found.levels;
    if (gained * links.share <= options.tolerance) break;
    links = detail::merged(links, of, found.count, control);
    progress = 0.5 * (1.0 + progress);
    control.report(progress);
  }
  found.modularity = detail::modularity_of(louvain_name, ties, found.community, found.count,
                                           options.resolution, control);
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
