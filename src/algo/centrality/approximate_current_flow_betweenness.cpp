#include "aidnet/algo/centrality/approximate_current_flow_betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "aidnet/algo/centrality/current_flow_betweenness.hpp"
#include "aidnet/algo/structure/weak_components.hpp"
#include "algo/circuits_detail.hpp"
#include "algo/draws_detail.hpp"
#include "algo/pair_currents_detail.hpp"
#include "algo/sampling_detail.hpp"
#include "algo/source_chunks_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* approximate_current_flow_betweenness_name =
    "approximate_current_flow_betweenness";

using detail::Moments;
using detail::PairCurrents;

/// Currents cannot be found with doubles.
struct TooUneven {};

/// What the draws begin from, and the currents of drawn pairs.
class Drawing {
 public:
  Drawing(const detail::Wires& wires, std::span<const index_t> part, int seed, double tolerance)
      : wires_(wires), part_(part), draws_(seed), tolerance_(tolerance), totals_(part.size()) {}

  /// Adds the draws from number `first` to `end`. Throws TooUneven.
  void add(std::int64_t first, std::int64_t end, const Control& control) {
    struct Worker {
      explicit Worker(const detail::Wires& wires) : currents(wires), moments(wires.size()) {}
      PairCurrents currents;
      std::vector<Moments> moments;
      bool any = false;
    };
    constexpr auto width = static_cast<std::int64_t>(PairCurrents::width);
    const std::int64_t chunks = (end - first + width - 1) / width;
    std::vector<std::unique_ptr<Worker>> workers(
        static_cast<std::size_t>(worker_count(chunks, control)));
    for_chunks_in_order(
        chunks, control,
        [&](std::int64_t chunk, int number) {
          auto& worker = workers[static_cast<std::size_t>(number)];
          if (!worker) worker = std::make_unique<Worker>(wires_);
          std::array<PairCurrents::Pair, PairCurrents::width> pairs;
          std::size_t count = 0;
          const std::int64_t from = first + chunk * width;
          for (std::int64_t k = from; k < std::min(end, from + width); ++k)
            if (const auto pair = drawn(k)) pairs[count++] = *pair;
          worker->any = count > 0;
          if (count == 0) return;
          Poller poll(control);
          if (!worker->currents.run(std::span(pairs).first(count), tolerance_, poll))
            throw TooUneven{};
          for (std::size_t v = 0; v < worker->moments.size(); ++v) {
            Moments moments;
            for (const double x : worker->currents.through()[v]) moments += Moments::of(x);
            worker->moments[v] = moments;
          }
        },
        [&](std::int64_t, int number) {
          const Worker& worker = *workers[static_cast<std::size_t>(number)];
          if (!worker.any) return;
          for (std::size_t v = 0; v < totals_.size(); ++v) totals_[v] += worker.moments[v];
        });
  }

  /// By place.
  [[nodiscard]] const std::vector<Moments>& totals() const noexcept { return totals_; }

 private:
  /// The k-th pair; none where no current can flow.
  [[nodiscard]] std::optional<PairCurrents::Pair> drawn(std::int64_t k) const {
    const auto n = static_cast<index_t>(part_.size());
    const auto number = 2 * static_cast<std::uint64_t>(k);
    const index_t s = draws_.below(n, number);
    index_t t = draws_.below(n - 1, number + 1);
    if (t >= s) ++t;
    if (part_[static_cast<std::size_t>(s)] != part_[static_cast<std::size_t>(t)])
      return std::nullopt;
    return PairCurrents::Pair{wires_.place[static_cast<std::size_t>(s)],
                              wires_.place[static_cast<std::size_t>(t)]};
  }

  const detail::Wires& wires_;
  std::span<const index_t> part_;  // of each node
  detail::Draws draws_;
  double tolerance_;
  std::vector<Moments> totals_;
};

ApproximateCurrentFlowBetweenness exact(const Graph& graph, bool weighted, const Control& control,
                                        double done) {
  return {
      current_flow_betweenness(graph, {.weighted = weighted}, detail::part_of(control, done, 1.0)),
      0.0, 0};
}

}  // namespace

ApproximateCurrentFlowBetweenness approximate_current_flow_betweenness(
    const Graph& graph, const ApproximateCurrentFlowBetweennessOptions& options,
    const Control& control) {
  detail::require_sampling(approximate_current_flow_betweenness_name, options);
  control.poll();
  const Graph ties = detail::conducting(approximate_current_flow_betweenness_name, graph,
                                        options.weighted, control);
  if (ties.node_count() < 3) return exact(graph, options.weighted, control, 0.0);

  const auto nodes = static_cast<double>(ties.node_count());
  const double pairs = nodes * (nodes - 1.0) / 2.0;
  const double range = nodes / (nodes - 2.0);
  const detail::Bound bound(options.confidence, nodes, range);
  // What the currents of a pair may be wrong by moves mean and deviation of a score by that much.
  const double tolerance = options.error / 1000.0;
  const double wrong = 2.0 * tolerance * range;
  const double enough = options.error - wrong;

  if (bound.samples_for(0.0, enough) >= pairs) return exact(graph, options.weighted, control, 0.0);
  const detail::Wires wires(approximate_current_flow_betweenness_name, ties, control);
  const Components parts = weak_components(ties, control.quiet());
  Drawing drawing(wires, parts.component, options.seed, tolerance);
  const detail::Drawn drawn = detail::draw_until(
      bound, enough, pairs, control,
      [&](std::int64_t first, std::int64_t end, const Control& round) -> std::optional<double> {
        try {
          drawing.add(first, end, round);
        } catch (const TooUneven&) {
          return std::nullopt;
        }
        const auto samples = static_cast<double>(end);
        return detail::largest_variance(drawing.totals(), samples) * range * range;
      });
  if (!drawn.enough) return exact(graph, options.weighted, control, drawn.progress);
  const std::vector<double> scores = detail::means(drawing.totals(), drawn.samples, range);
  ApproximateCurrentFlowBetweenness found{
      {}, drawn.error + wrong, static_cast<std::int64_t>(drawn.samples)};
  for (const index_t place : wires.place)
    found.score.push_back(scores[static_cast<std::size_t>(place)]);
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
