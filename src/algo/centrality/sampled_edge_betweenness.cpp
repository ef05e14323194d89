#include "aidnet/algo/centrality/sampled_edge_betweenness.hpp"

#include "aidnet/algo/centrality/edge_betweenness.hpp"
#include "algo/draws_detail.hpp"
#include "algo/edge_between_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "algo/part_of_detail.hpp"
#include "algo/sampling_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

SampledEdgeBetweenness sampled_edge_betweenness(const Graph& graph, const Length& length,
                                                const SampledEdgeBetweennessOptions& options,
                                                const Control& control) {
  using detail::Moments;
  constexpr const char* who = "sampled_edge_betweenness";
  detail::require_sampling(who, options);
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const detail::ArcRows& rows = paths.rows().front();
  const std::vector<index_t> ranks = detail::zero_ranks(rows, who);
  if (n < 2 || rows.targets.empty()) return {edge_betweenness(graph, length, {}, control)};

  const auto nodes = static_cast<double>(n);
  const double per_source = 1.0 / (nodes - 1.0);
  const detail::NodeSet all = detail::node_set_or_all({}, n, who, "nodes");
  const detail::Bound bound(options.confidence, static_cast<double>(rows.targets.size()), 1.0);
  const detail::Draws draws(options.seed);
  std::vector<Moments> totals(rows.targets.size());
  // A source uses an edge in one direction only, so that squares of both ways add up as well.
  std::vector<Moments> edges;
  const detail::Drawn drawn = detail::draw_until(
      bound, options.error, nodes, control,
      [&](std::int64_t first, std::int64_t end, const Control& round) {
        detail::add_by_arc(paths, ranks, draws.nodes(n, first, end), all.has, Moments::of, totals,
                           round);
        edges = detail::by_entry(graph, rows, totals);
        return detail::largest_variance(edges, static_cast<double>(end)) * per_source * per_source;
      });
  if (!drawn.enough)
    return {edge_betweenness(graph, length, {}, detail::part_of(control, drawn.progress, 1.0))};
  control.report(1.0);
  return {detail::means(edges, drawn.samples, per_source), drawn.error,
          static_cast<index_t>(drawn.samples)};
}

}  // namespace aidnet::inline AIDNET_ABI
