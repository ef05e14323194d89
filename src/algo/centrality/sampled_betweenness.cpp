#include "aidnet/algo/centrality/sampled_betweenness.hpp"

#include "aidnet/algo/centrality/betweenness.hpp"
#include "algo/between_detail.hpp"
#include "algo/draws_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "algo/part_of_detail.hpp"
#include "algo/sampling_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* sampled_betweenness_name = "sampled_betweenness";

using detail::Moments;

/// Adds what the sources send through each node, and its square, source by source.
void add_moments(const detail::PathGraph& paths, std::span<const index_t> ranks,
                 const detail::Between& task, std::vector<Moments>& totals,
                 const Control& control) {
  const index_t n = paths.node_count();
  detail::with_search(paths, ranks, [&]<class Search>() {
    using Kernel = detail::BetweenKernel<Search, detail::ShareOfPaths<>>;
    using Wider = detail::BetweenKernel<Search, detail::ShareOfPaths<detail::Wide>>;
    struct Worker {
      Kernel kernel;
      detail::Gathered<double> one;
      detail::Gathered<Moments> all;
      std::unique_ptr<Wider> wider{};
    };
    detail::for_source_chunks(
        static_cast<index_t>(task.sources.size()), detail::sources_per_chunk, control,
        [&] {
          return Worker{Kernel(paths, ranks), detail::Gathered<double>(n),
                        detail::Gathered<Moments>(n)};
        },
        [&](Worker& worker, index_t first, index_t end, Poller& poll) {
          for (const index_t source : task.sources.subspan(static_cast<std::size_t>(first),
                                                           static_cast<std::size_t>(end - first))) {
            if (!worker.kernel.add(source, task, worker.one, poll)) {
              if (!worker.wider) worker.wider = std::make_unique<Wider>(paths, ranks);
              worker.wider->add(source, task, worker.one, poll);
            }
            worker.one.drain([&](std::size_t v, double value) {
              worker.all[static_cast<index_t>(v)] += Moments::of(value);
            });
          }
        },
        [&](Worker& worker) {
          worker.all.drain([&](std::size_t v, const Moments& moments) { totals[v] += moments; });
        });
  });
}

}  // namespace

SampledBetweenness sampled_betweenness(const Graph& graph, const Length& length,
                                       const SampledBetweennessOptions& options,
                                       const Control& control) {
  detail::require_sampling(sampled_betweenness_name, options);
  const detail::PathGraph paths(graph, length, Mode::out, sampled_betweenness_name);
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks =
      detail::zero_ranks(paths.rows().front(), sampled_betweenness_name);
  if (n < 3) return {betweenness(graph, length, {}, control)};

  const auto nodes = static_cast<double>(n);
  const double per_source = nodes / ((nodes - 1.0) * (nodes - 2.0));
  const detail::NodeSet all = detail::node_set_or_all({}, n, sampled_betweenness_name, "nodes");
  const detail::Bound bound(options.confidence, nodes, nodes / (nodes - 1.0));
  const detail::Draws draws(options.seed);
  std::vector<Moments> totals(static_cast<std::size_t>(n));
  const detail::Drawn drawn = detail::draw_until(
      bound, options.error, nodes, control,
      [&](std::int64_t first, std::int64_t end, const Control& round) {
        add_moments(paths, ranks, {draws.nodes(n, first, end), {}, all.has}, totals, round);
        const auto samples = static_cast<double>(end);
        return detail::largest_variance(totals, samples) * per_source * per_source;
      });
  if (!drawn.enough)
    return {betweenness(graph, length, {}, detail::part_of(control, drawn.progress, 1.0))};
  control.report(1.0);
  return {detail::means(totals, drawn.samples, per_source), drawn.error,
          static_cast<index_t>(drawn.samples)};
}

}  // namespace aidnet::inline AIDNET_ABI
