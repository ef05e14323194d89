#include "algo/distance_sums_detail.hpp"

#include "algo/batched_search_detail.hpp"
#include "algo/gathered_detail.hpp"
#include "algo/path_graph_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

struct Tally {
  double reached = 0.0;
  double sum = 0.0;
};

/// Calls search(a Search, first source, end, tallies, poll) for chunks of sources. Tallies are kept
/// where paths *end*, so that batched searches can add to one for many sources at once.
template <class Search, class Run>
DistanceSums gather(const PathGraph& paths, std::int64_t grain, const Control& control,
                    const Run& search) {
  struct Worker {
    Search search;
    Gathered<Tally> tallies;
  };
  const index_t n = paths.node_count();
  DistanceSums totals{std::vector<double>(static_cast<std::size_t>(n)),
                      std::vector<double>(static_cast<std::size_t>(n))};
  for_source_chunks(
      n, grain, control,
      [&] {
        return Worker{Search(paths.rows()), Gathered<Tally>(n)};
      },
      [&](Worker& worker, index_t first, index_t end, Poller& poll) {
        search(worker.search, first, end, worker.tallies, poll);
      },
      [&](Worker& worker) {
        worker.tallies.drain([&](std::size_t v, const Tally& tally) {
          totals.reached[v] += tally.reached;
          totals.sum[v] += tally.sum;
        });
      });
  return totals;
}

}  // namespace

DistanceSums distance_sums(const Graph& graph, const Length& length, Mode mode,
                           double (*term)(double), const char* who, const Control& control) {
  // Distances *to* a node are found by following arcs forward from all the others.
  const Mode follow = mode == Mode::in ? Mode::out : mode == Mode::out ? Mode::in : Mode::all;
  const PathGraph paths(graph, length, follow, who);
  if (paths.is_unit())
    return gather<BatchedSearch>(
        paths, BatchedSearch::width, control,
        [term](BatchedSearch& search, index_t first, index_t end, auto& tallies, Poller& poll) {
          search.run(first, end, poll, [&](index_t v, index_t level, int count) {
            Tally& tally = tallies[v];
            tally.reached += count;
            tally.sum += count * term(static_cast<double>(level));
          });
        });
  return gather<Dijkstra<>>(
      paths, sources_per_chunk, control,
      [term](Dijkstra<>& search, index_t first, index_t end, auto& tallies, Poller& poll) {
        Silent silent;
        for (index_t source = first; source < end; ++source) {
          search.run(source, poll, silent);
          for (const index_t v : search.settled().subspan(1)) {
            Tally& tally = tallies[v];
            tally.reached += 1.0;
            tally.sum += term(search.distance(v));
          }
        }
      });
}

}  // namespace aidnet::inline AIDNET_ABI::detail
