#include "aidnet/algo/community/label_propagation.hpp"

#include <algorithm>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "algo/loopless_detail.hpp"
#include "algo/moves_detail.hpp"
#include "algo/partition_quality_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* label_propagation_name = "label_propagation";

using detail::at;

void require_options(const LabelPropagationOptions& options) {
  if (options.max_iterations < 1)
    throw ValidationError(detail::text(label_propagation_name, ": max_iterations is ",
                                       options.max_iterations, "; it must be at least 1"));
  if (options.seed < 0)
    throw ValidationError(
        detail::text(label_propagation_name, ": seed is ", options.seed, "; it must be 0 or more"));
}

/// The label that node v takes: its own if it is among the best ones, else one of them by chance.
index_t choose(const detail::Links& links, const std::vector<index_t>& label, index_t v,
               detail::Near& near, std::vector<index_t>& best, detail::Draws& draws) {
  const auto to = links.neighbors(v);
  const auto weights = links.weights(v);
  for (std::size_t e = 0; e < to.size(); ++e) near.add(label[at(to[e])], weights[e]);
  double most = 0.0;
  for (const index_t one : near.groups()) most = std::max(most, near[one]);
  // Sums that differ by rounding are equal; so each change adds to what agrees, and they end.
  const double enough = most - detail::slack(most, to.size());
  index_t chosen = label[at(v)];
  if (near[chosen] < enough) {
    best.clear();
    for (const index_t one : near.groups())
      if (near[one] >= enough) best.push_back(one);
    chosen = best[static_cast<std::size_t>(draws.next_share() * static_cast<double>(best.size()))];
  }
  near.clear();
  return chosen;
}

void spread_asynchronously(const Graph& ties, const LabelPropagationOptions& options,
                           LabelPropagation& found, const Control& control) {
  const detail::Links links = detail::potts_links(label_propagation_name, ties, 0.0, control);
  detail::Draws draws(options.seed);
  detail::Near near(links.count());
  std::vector<index_t> best;
  std::vector<index_t> order(found.label.size());
  std::iota(order.begin(), order.end(), index_t{0});
  Poller poll(control);
  double progress = 0.0;
  while (!found.converged && found.iterations < options.max_iterations) {
    ++found.iterations;
    draws.shuffle(order);
    index_t changes = 0;
    for (const index_t v : order) {
      poll(1 + static_cast<std::int64_t>(links.neighbors(v).size()));
      if (links.neighbors(v).empty()) continue;
      const index_t chosen = choose(links, found.label, v, near, best, draws);
      changes += chosen != found.label[at(v)];
      found.label[at(v)] = chosen;
    }
    found.converged = changes == 0;
    progress = 0.5 * (1.0 + progress);
    control.report(std::min(progress, 0.99));
    if (!found.converged && found.iterations == options.max_iterations)
      throw ConvergenceError(
          detail::text(label_propagation_name, " did not converge: ", changes,
                       " labels changed in round ", found.iterations, ", the last one allowed"),
          found.iterations, static_cast<double>(changes));
  }
}

/// Counts labels, by arrays that are all zeros between nodes, and how many nodes took another one.
struct Counts {
  std::vector<index_t> of;
  std::vector<index_t> seen;
  index_t changes = 0;
};

void spread_at_once(const Graph& ties, const LabelPropagationOptions& options,
                    LabelPropagation& found, const Control& control) {
  const index_t n = ties.node_count();
  const detail::RowChunks chunks(ties.forward());
  if (ties.is_directed()) (void)ties.transposed();  // made once, before threads ask for it
  std::vector<Counts> counts(chunks.workers(control));
  std::vector<index_t> next(found.label.size());
  while (!found.converged && found.iterations < options.max_iterations) {
    for (Counts& count : counts) count.changes = 0;
    const auto spread = [&](std::size_t begin, std::size_t end, std::size_t worker) {
      Counts& count = counts[worker];
      count.of.resize(at(n));
      index_t changes = 0;
      Poller poll(control);
      for (std::size_t v = begin; v < end; ++v) {
        count.seen.clear();
        detail::for_ties(ties, Mode::all, static_cast<index_t>(v), [&](index_t u, double) {
          const index_t label = found.label[at(u)];
          if (count.of[at(label)]++ == 0) count.seen.push_back(label);
        });
        poll(1 + static_cast<std::int64_t>(count.seen.size()));
        index_t best = found.label[v];
        index_t most = 0;
        for (const index_t label : count.seen) {
          const index_t times = count.of[at(label)];
          if (times > most || (times == most && label < best)) {
            best = label;
            most = times;
          }
          count.of[at(label)] = 0;
        }
        changes += best != found.label[v];
        next[v] = best;
      }
      count.changes += changes;
    };
    chunks.for_each(control.quiet(), spread);
    ++found.iterations;
    found.label.swap(next);
    found.converged = std::all_of(counts.begin(), counts.end(),
                                  [](const Counts& count) { return count.changes == 0; });
    control.report(static_cast<double>(found.iterations) / (options.max_iterations + 1.0));
  }
}

}  // namespace

LabelPropagation label_propagation(const Graph& graph, const LabelPropagationOptions& options,
                                   const Control& control) {
  require_options(options);
  const bool weighted = options.method == LabelPropagationMethod::asynchronous;
  if (weighted) detail::require_nonnegative(graph, label_propagation_name);
  control.poll();
  const Graph ties = graph.without_zeros();
  LabelPropagation found;
  found.label.resize(at(ties.node_count()));
  std::iota(found.label.begin(), found.label.end(), index_t{0});
  (weighted ? spread_asynchronously : spread_at_once)(ties, options, found, control);
  found.community = found.label;
  found.count = detail::number_by_smallest(found.community, ties.node_count());
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
