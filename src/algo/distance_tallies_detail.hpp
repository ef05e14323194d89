#pragma once

#include <vector>

#include "algo/batched_search_detail.hpp"
#include "algo/gathered_detail.hpp"
#include "algo/path_graph_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Calls search(a Search, first source, end, tallies, poll) for chunks of sources. Tallies are kept
/// where paths *end*, so that batched searches can add to one for many sources at once.
template <class Search, class Tally, class Run>
std::vector<Tally> tally_by(const PathGraph& paths, std::int64_t grain, const Control& control,
                            const Run& search) {
  struct Worker {
    Search search;
    Gathered<Tally> tallies;
  };
  const index_t n = paths.node_count();
  std::vector<Tally> totals(static_cast<std::size_t>(n));
  for_source_chunks(
      n, grain, control,
      [&] {
        return Worker{Search(paths.rows()), Gathered<Tally>(n)};
      },
      [&](Worker& worker, index_t first, index_t end, Poller& poll) {
        search(worker.search, first, end, worker.tallies, poll);
      },
      [&](Worker& worker) {
        worker.tallies.drain([&](std::size_t v, const Tally& tally) { totals[v].merge(tally); });
      });
  return totals;
}

/// For each node v, add(tally, distance, count) for the other nodes that have a path to v (mode
/// in), that v has a path to (out), or either, following arcs both ways (all): `count` of them at
/// once are at that distance. Parts of a tally are joined by merge(), in a fixed order.
template <class Tally, class Add>
std::vector<Tally> tally_distances(const Graph& graph, const Length& length, Mode mode,
                                   const char* who, const Control& control, const Add& add) {
  // Distances *to* a node are found by following arcs forward from all the others.
  const Mode follow = mode == Mode::in ? Mode::out : mode == Mode::out ? Mode::in : Mode::all;
  const PathGraph paths(graph, length, follow, who);
  if (paths.is_unit())
    return tally_by<BatchedSearch, Tally>(
        paths, BatchedSearch::width, control,
        [&add](BatchedSearch& search, index_t first, index_t end, auto& tallies, Poller& poll) {
          search.run(first, end, poll, [&](index_t v, index_t level, int count) {
            add(tallies[v], static_cast<double>(level), count);
          });
        });
  return tally_by<Dijkstra<>, Tally>(
      paths, sources_per_chunk, control,
      [&add](Dijkstra<>& search, index_t first, index_t end, auto& tallies, Poller& poll) {
        Silent silent;
        for (index_t source = first; source < end; ++source) {
          search.run(source, poll, silent);
          for (const index_t v : search.settled().subspan(1))
            add(tallies[v], search.distance(v), 1);
        }
      });
}

}  // namespace aidnet::inline AIDNET_ABI::detail
