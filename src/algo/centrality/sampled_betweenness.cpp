#include "aidnet/algo/centrality/sampled_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "aidnet/algo/centrality/betweenness.hpp"
#include "aidnet/core/error.hpp"
#include "algo/between_detail.hpp"
#include "algo/draws_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* who = "sampled_betweenness";

/// Rounds end after first, growth · first, growth² · first … sources, whatever is found: so the
/// bound holds for all of them. Which ones are looked at may depend on what was found.
constexpr double growth = 1.5;
constexpr int most_rounds = 40;

struct Moments {
  double sum = 0.0;
  double squares = 0.0;
};

/// The bound of Maurer and Pontil on |mean − expectation| for every node in every round at once.
class Bound {
 public:
  /// `range` is the largest value that a sample can have.
  Bound(double confidence, double nodes, double range)
      : log_(std::log(4.0 * nodes * most_rounds / (1.0 - confidence))), range_(range) {}

  [[nodiscard]] double of(double variance, double samples) const {
    return std::sqrt(2.0 * variance * log_ / samples) + linear() / (samples - 1.0);
  }
  /// How many samples bring it to `error`, rounded down; at least two.
  [[nodiscard]] double samples_for(double variance, double error) const {
    // With x = 1 / sqrt(samples − 1): linear x² + root x = error, nearly.
    const double root = std::sqrt(2.0 * variance * log_);
    const double x = (std::sqrt(root * root + 4.0 * linear() * error) - root) / (2.0 * linear());
    return std::max(2.0, 1.0 + 1.0 / (x * x));
  }

 private:
  [[nodiscard]] double linear() const { return 7.0 * range_ * log_ / 3.0; }

  double log_;
  double range_;
};

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
          worker.all.drain([&](std::size_t v, const Moments& moments) {
            totals[v].sum += moments.sum;
            totals[v].squares += moments.squares;
          });
        });
  });
}

void require_options(const SampledBetweennessOptions& options) {
  const auto require_share = [](double x, const char* name) {
    if (!(x > 0.0 && x < 1.0))
      throw ValidationError(
          detail::text(who, ": ", name, " is ", x, "; it must be between 0 and 1"));
  };
  require_share(options.error, "error");
  require_share(options.confidence, "confidence");
  if (options.seed < 0)
    throw ValidationError(detail::text(who, ": seed is ", options.seed, "; it must be 0 or more"));
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
  require_options(options);
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), who);
  if (n < 3) return exact(graph, length, control, 0.0);

  const auto nodes = static_cast<double>(n);
  const double per_source = nodes / ((nodes - 1.0) * (nodes - 2.0));
  const detail::NodeSet all = detail::node_set_or_all({}, n, who, "nodes");
  const Bound bound(options.confidence, nodes, nodes / (nodes - 1.0));
  const detail::Draws draws(options.seed);

  std::vector<Moments> totals(static_cast<std::size_t>(n));
  double samples = 0.0;
  double planned = bound.samples_for(0.0, options.error);
  double needed = planned;
  for (int round = 0; round < most_rounds && planned < nodes; ++round, planned *= growth) {
    if (planned < needed) continue;
    const double wanted = std::ceil(planned);
    std::vector<index_t> sources;
    for (auto k = static_cast<std::uint64_t>(samples); static_cast<double>(k) < wanted; ++k)
      sources.push_back(draws.below(n, k));
    add_moments(paths, ranks, {sources, {}, all.has}, totals, control.quiet());
    samples = wanted;
    control.report(0.5 * samples / nodes);

    double variance = 0.0;
    for (const Moments& one : totals)
      variance = std::max(variance, (one.squares - one.sum * one.sum / samples) / (samples - 1.0));
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
