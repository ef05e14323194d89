#include "aidnet/algo/centrality/sampled_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "aidnet/algo/centrality/betweenness.hpp"
#include "algo/between_detail.hpp"
#include "algo/draws_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "algo/sampling_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* who = "sampled_betweenness";

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
              Moments& moments = worker.all[static_cast<index_t>(v)];
              moments.sum += value;
              moments.squares += value * value;
            });
          }
        },
        [&](Worker& worker) {
          worker.all.drain([&](std::size_t v, const Moments& moments) { totals[v] += moments; });
        });
  });
}

SampledBetweenness exact(const Graph& graph, const Length& length, const Control& control,
                         double done) {
  Control rest = control;
  if (control.progress)
    rest.progress = [&](double share) { control.report(done + (1.0 - done) * share); };
  return {betweenness(graph, length, {}, rest), 0.0, 0};
}

}  // namespace

SampledBetweenness sampled_betweenness(const Graph& graph, const Length& length,
                                       const SampledBetweennessOptions& options,
                                       const Control& control) {
  detail::require_sampling(who, options);
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), who);
  if (n < 3) return exact(graph, length, control, 0.0);

  const auto nodes = static_cast<double>(n);
  const double per_source = nodes / ((nodes - 1.0) * (nodes - 2.0));
  const detail::NodeSet all = detail::node_set_or_all({}, n, who, "nodes");
  const detail::Bound bound(options.confidence, nodes, nodes / (nodes - 1.0));
  const detail::Draws draws(options.seed);

  std::vector<Moments> totals(static_cast<std::size_t>(n));
  double samples = 0.0;
  double planned = bound.samples_for(0.0, options.error);
  double needed = planned;
  for (int round = 0; round < detail::most_rounds && planned < nodes;
       ++round, planned *= detail::growth) {
    if (planned < needed) continue;
    const double wanted = std::ceil(planned);
    std::vector<index_t> sources;
    for (auto k = static_cast<std::uint64_t>(samples); static_cast<double>(k) < wanted; ++k)
      sources.push_back(draws.below(n, k));
    add_moments(paths, ranks, {sources, {}, all.has}, totals, control.quiet());
    samples = wanted;
    control.report(0.5 * samples / nodes);

    double variance = 0.0;
    for (const Moments& one : totals) variance = std::max(variance, one.variance(samples));
    variance *= per_source * per_source;
    if (bound.of(variance, samples) <= options.error) {
      SampledBetweenness found{{}, bound.of(variance, samples), static_cast<index_t>(samples)};
      found.score.reserve(totals.size());
      for (const Moments& one : totals)
        found.score.push_back(std::min(1.0, one.sum * per_source / samples));
      control.report(1.0);
      return found;
    }
    needed = std::max(1.0 + samples, bound.samples_for(variance, options.error));
  }
  return exact(graph, length, control, 0.5 * samples / nodes);
}

}  // namespace aidnet::inline AIDNET_ABI
