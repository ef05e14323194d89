#pragma once

#include <memory>
#include <span>
#include <vector>

#include "algo/gathered_detail.hpp"
#include "algo/path_counts_detail.hpp"
#include "algo/path_graph_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "algo/wide_detail.hpp"
#include "core/at_detail.hpp"

/// What betweenness and its kin share: a search from one source after another, and a way back over
/// its nodes that adds up what passes each of them.
///
/// A rule says what is added up. It listens to the search (see Silent) and has a type Value and
///     fits(settled)        whether its numbers are good; if not, Wider does this source anew
///     passing(u, sum)      what passes u, where `sum` is over the next nodes on shortest paths
///     handed(u, sum, own)  the value of u that enters the sums of those before it; own is the
///                          weight of u as a target
namespace aidnet::inline AIDNET_ABI::detail {

/// σ_st(v) / σ_st over all targets t: what betweenness adds up (Brandes 2001).
template <class Count = double>
class ShareOfPaths : public PathCounts<Count> {
 public:
  using PathCounts<Count>::PathCounts;
  using Value = Count;
  using Wider = ShareOfPaths<Wide>;

  [[nodiscard]] double passing(index_t u, const Count& sum) {
    return static_cast<double>(this->of(u) * sum);
  }
  [[nodiscard]] Count handed(index_t u, const Count& sum, double own) {
    return Count(own + passing(u, sum)) / this->of(u);
  }
};

struct Between {
  std::span<const index_t> sources;
  std::span<const double> source_weight;  ///< one a node; all 1 if empty
  std::span<const double> target_weight;  ///< one a node
  bool endpoints = false;                 ///< whether what starts or ends at a node passes it, too
};

template <class Search>
[[nodiscard]] Search make_search(const PathGraph& paths, std::span<const index_t> ranks) {
  if constexpr (std::is_constructible_v<Search, std::span<const ArcRows>, std::span<const index_t>>)
    return Search(paths.rows(), ranks);
  else
    return Search(paths.rows());
}

/// Calls run.template operator()<Search>() with the search that fits lengths and ranks.
template <class Run>
auto with_search(const PathGraph& paths, std::span<const index_t> ranks, const Run& run) {
  if (paths.is_unit()) return run.template operator()<BreadthFirst>();
  if (ranks.empty()) return run.template operator()<Dijkstra<>>();
  return run.template operator()<Dijkstra<true>>();
}

template <class Search, class Rule>
class BetweenKernel {
 public:
  BetweenKernel(const PathGraph& paths, std::span<const index_t> ranks)
      : search_(make_search<Search>(paths, ranks)),
        rule_(paths.node_count()),
        values_(static_cast<std::size_t>(paths.node_count())),
        sums_(values_.size()) {}

  /// Adds what `source` sends through all nodes. False, and nothing added, where it does not fit.
  bool add(index_t source, const Between& task, Gathered<double>& gathered, Poller& poll) {
    search_.run(source, poll, rule_);
    for (const index_t v : search_.settled()) values_[at(v)] = sums_[at(v)] = Value(0.0);
    if (!rule_.fits(search_.settled())) return false;
    const double weight = task.source_weight.empty() ? 1.0 : task.source_weight[at(source)];
    double ends = 0.0;
    search_.gather_back(values_, sums_, poll, [&](index_t u, const Value& sum) {
      const double own = task.target_weight[at(u)];
      values_[at(u)] = rule_.handed(u, sum, own);
      gathered[u] += weight * (rule_.passing(u, sum) + (task.endpoints ? own : 0.0));
      ends += own;
    });
    if (task.endpoints) gathered[source] += weight * ends;
    return true;
  }

 private:
  using Value = typename Rule::Value;

  Search search_;
  Rule rule_;
  std::vector<Value> values_;
  std::vector<Value> sums_;  // of the above over the next nodes on the paths
};

/// For each node, the sum over all sources of what passes it.
template <class Rule>
std::vector<double> sum_between(const PathGraph& paths, std::span<const index_t> ranks,
                                const Between& task, const Control& control) {
  const index_t n = paths.node_count();
  std::vector<double> totals(static_cast<std::size_t>(n), 0.0);
  with_search(paths, ranks, [&]<class Search>() {
    struct Worker {
      BetweenKernel<Search, Rule> kernel;
      Gathered<double> gathered;
      std::unique_ptr<BetweenKernel<Search, typename Rule::Wider>> wider{};  // made if ever needed
    };
    for_source_chunks(
        static_cast<index_t>(task.sources.size()), sources_per_chunk, control,
        [&] {
          return Worker{BetweenKernel<Search, Rule>(paths, ranks), Gathered<double>(n)};
        },
        [&](Worker& worker, index_t first, index_t end, Poller& poll) {
          for (const index_t source : task.sources.subspan(static_cast<std::size_t>(first),
                                                           static_cast<std::size_t>(end - first))) {
            if (worker.kernel.add(source, task, worker.gathered, poll)) continue;
            if (!worker.wider)
              worker.wider =
                  std::make_unique<BetweenKernel<Search, typename Rule::Wider>>(paths, ranks);
            worker.wider->add(source, task, worker.gathered, poll);
          }
        },
        [&](Worker& worker) {
          worker.gathered.drain([&](std::size_t v, double sum) { totals[v] += sum; });
        });
  });
  return totals;
}

/// Ordered pairs of different nodes that could be joined through a node, or along an edge, of which
/// `ends` says whether it may itself be one of the two.
[[nodiscard]] inline double ordered_pairs(index_t nodes, bool ends) {
  const double others = static_cast<double>(nodes) - (ends ? 0.0 : 1.0);
  return others * (others - 1.0);
}

/// Sums over ordered pairs, as shares of all pairs or as sums over the pairs of the graph.
inline void rescale_pairs(std::vector<double>& sums, bool directed, bool normalized, double pairs) {
  for (double& x : sums) {
    if (!normalized)
      x = directed ? x : x / 2.0;
    else if (pairs > 0.0)
      x /= pairs;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
