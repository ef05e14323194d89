#include "aidnet/algo/centrality/betweenness.hpp"

#include <algorithm>
#include <memory>
#include <type_traits>

#include "algo/gathered_detail.hpp"
#include "algo/path_graph_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "algo/wide_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// Numbers of paths beyond this go to Wide: with room for their reciprocals, and for sums.
constexpr double most_paths = 1e280;

/// Numbers of shortest paths from the source, kept up to date while a search runs.
template <class Count>
class PathCounts {
 public:
  explicit PathCounts(index_t nodes) : paths_(static_cast<std::size_t>(nodes)) {}
  void start(index_t source) { of(source) = Count(1.0); }
  void found(index_t u, index_t v) { of(v) = of(u); }
  void tied(index_t u, index_t v) { of(v) += of(u); }
  [[nodiscard]] Count& of(index_t v) { return paths_[static_cast<std::size_t>(v)]; }

 private:
  std::vector<Count> paths_;
};

/// Brandes' accumulation for one source after another: counts the shortest paths on the way out,
/// and on the way back adds up how much of the paths to all targets leads through each node.
template <class Search, class Count>
class Brandes {
 public:
  template <class MakeSearch>
  Brandes(index_t nodes, const MakeSearch& make_search)
      : search_(make_search()),
        paths_(nodes),
        per_path_(static_cast<std::size_t>(nodes)),
        sums_(static_cast<std::size_t>(nodes)) {}

  /// Adds the dependencies of `source` on all nodes. False, and nothing added, where the paths are
  /// too many for Count.
  bool add(index_t source, bool endpoints, detail::Gathered<double>& dependencies, Poller& poll) {
    search_.run(source, poll, paths_);
    double most = 0.0;
    for (const index_t v : search_.settled()) {
      if constexpr (std::is_same_v<Count, double>) most = std::max(most, paths_.of(v));
      per_path_[static_cast<std::size_t>(v)] = sums_[static_cast<std::size_t>(v)] = Count(0.0);
    }
    if (most > most_paths) return false;
    search_.gather_back(per_path_, sums_, poll, [&](index_t u, const Count& sum) {
      const auto dependency = static_cast<double>(paths_.of(u) * sum);
      per_path_[static_cast<std::size_t>(u)] = Count(1.0 + dependency) / paths_.of(u);
      dependencies[u] += dependency + (endpoints ? 1.0 : 0.0);
    });
    if (endpoints) dependencies[source] += static_cast<double>(search_.settled().size() - 1);
    return true;
  }

 private:
  Search search_;
  PathCounts<Count> paths_;
  std::vector<Count> per_path_;  // (1 + dependency) / paths
  std::vector<Count> sums_;      // of the above over the next nodes on the paths
};

/// The sum of the dependencies of all sources.
template <class MakeSearch>
std::vector<double> dependencies(index_t nodes, const MakeSearch& make_search, bool endpoints,
                                 const Control& control) {
  using Search = decltype(make_search());
  struct Worker {
    Brandes<Search, double> brandes;
    detail::Gathered<double> sums;
    std::unique_ptr<Brandes<Search, detail::Wide>> wide{};  // made where it is needed, if ever
  };
  std::vector<double> totals(static_cast<std::size_t>(nodes), 0.0);
  detail::for_source_chunks(
      nodes, detail::sources_per_chunk, control,
      [&] {
        return Worker{Brandes<Search, double>(nodes, make_search), detail::Gathered<double>(nodes)};
      },
      [&](Worker& worker, index_t first, index_t end, Poller& poll) {
        for (index_t source = first; source < end; ++source) {
          if (worker.brandes.add(source, endpoints, worker.sums, poll)) continue;
          if (!worker.wide)
            worker.wide = std::make_unique<Brandes<Search, detail::Wide>>(nodes, make_search);
          worker.wide->add(source, endpoints, worker.sums, poll);
        }
      },
      [&](Worker& worker) {
        worker.sums.drain([&](std::size_t v, double sum) { totals[v] += sum; });
      });
  return totals;
}

}  // namespace

std::vector<double> betweenness(const Graph& graph, const Length& length,
                                const BetweennessOptions& options, const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, "betweenness");
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), "betweenness");
  const auto sum_with = [&](const auto& make_search) {
    return dependencies(n, make_search, options.endpoints, control);
  };
  std::vector<double> sums =
      paths.is_unit() ? sum_with([&] { return detail::BreadthFirst(paths.rows()); })
      : ranks.empty() ? sum_with([&] { return detail::Dijkstra<>(paths.rows()); })
                      : sum_with([&] { return detail::Dijkstra<true>(paths.rows(), ranks); });

  // Ordered pairs whose paths a node can be on; both orders were added up.
  const double others = static_cast<double>(n) - (options.endpoints ? 0.0 : 1.0);
  const double pairs = others * (others - 1.0);
  for (double& x : sums) {
    if (!options.normalized)
      x = graph.is_directed() ? x : x / 2.0;
    else if (pairs > 0.0)
      x /= pairs;
  }
  return sums;
}

}  // namespace aidnet::inline AIDNET_ABI
