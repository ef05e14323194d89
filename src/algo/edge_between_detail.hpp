#pragma once

#include <memory>
#include <span>
#include <vector>

#include "algo/between_detail.hpp"
#include "core/at_detail.hpp"

/// What edge betweenness and its sampled kin share: as between_detail.hpp, for what passes arcs.
namespace aidnet::inline AIDNET_ABI::detail {

/// A value for each arc of the rows of the nodes that were touched since the last drain.
template <class Value>
struct GatheredArcs {
  Gathered<unsigned char> rows;
  std::vector<Value> arcs;
};

/// As BetweenKernel, for what passes arcs. They are looked at once on the way back, so that each
/// node's arcs are known to lead on before its own value is.
template <class Search, class Count>
class EdgeKernel {
 public:
  EdgeKernel(const PathGraph& paths, std::span<const index_t> ranks)
      : rows_(paths.rows().front()),
        search_(make_search<Search>(paths, ranks)),
        paths_(paths.node_count()),
        per_path_(at(paths.node_count())) {}

  /// Adds one(x) to each arc on shortest paths from `source`, x being what passes it in all. False,
  /// and nothing added, where the paths are too many for Count.
  template <class Value, class One>
  bool add(index_t source, std::span<const double> targets, const One& one,
           GatheredArcs<Value>& gathered, Poller& poll) {
    search_.run(source, poll, paths_);
    const auto settled = search_.settled();
    for (const index_t v : settled) per_path_[at(v)] = Count(0.0);
    if (!paths_.fits(settled)) return false;
    for (std::size_t place = settled.size(); place-- > 0;) {
      const index_t u = settled[place];
      poll(1 + rows_.degree(u));
      gathered.rows[u] = 1;
      const Count& paths = paths_.of(u);
      Count sum(0.0);
      // Nodes settled before u, which arcs that vanish in rounding may lead to, still have 0.
      for (std::size_t k = rows_.begin(u); k < rows_.end(u); ++k) {
        const index_t v = rows_.targets[k];
        if (!search_.leads_on(u, k, v)) continue;
        gathered.arcs[k] += one(static_cast<double>(paths * per_path_[at(v)]));
        sum += per_path_[at(v)];
      }
      if (u != source)
        per_path_[at(u)] = Count(targets[at(u)] + static_cast<double>(paths * sum)) / paths;
    }
    return true;
  }

 private:
  const ArcRows& rows_;
  Search search_;
  PathCounts<Count> paths_;
  std::vector<Count> per_path_;  // (1 if a target + what passes) / paths
};

/// Adds to each arc of the rows, in `totals`, one(x) for each source, x being what passes it.
template <class Value, class One>
void add_by_arc(const PathGraph& paths, std::span<const index_t> ranks,
                std::span<const index_t> sources, std::span<const double> targets, const One& one,
                std::vector<Value>& totals, const Control& control) {
  const ArcRows& rows = paths.rows().front();
  with_search(paths, ranks, [&]<class Search>() {
    struct Worker {
      EdgeKernel<Search, double> kernel;
      GatheredArcs<Value> gathered;
      std::unique_ptr<EdgeKernel<Search, Wide>> wide{};
    };
    for_source_chunks(
        static_cast<index_t>(sources.size()), sources_per_chunk, control,
        [&] {
          return Worker{
              EdgeKernel<Search, double>(paths, ranks),
              {Gathered<unsigned char>(paths.node_count()), std::vector<Value>(totals.size())}};
        },
        [&](Worker& worker, index_t first, index_t end, Poller& poll) {
          for (const index_t source : sources.subspan(static_cast<std::size_t>(first),
                                                      static_cast<std::size_t>(end - first))) {
            if (worker.kernel.add(source, targets, one, worker.gathered, poll)) continue;
            if (!worker.wide)
              worker.wide = std::make_unique<EdgeKernel<Search, Wide>>(paths, ranks);
            worker.wide->add(source, targets, one, worker.gathered, poll);
          }
        },
        [&](Worker& worker) {
          worker.gathered.rows.drain([&](std::size_t u, unsigned char) {
            for (std::size_t k = rows.begin(static_cast<index_t>(u));
                 k < rows.end(static_cast<index_t>(u)); ++k) {
              totals[k] += worker.gathered.arcs[k];
              worker.gathered.arcs[k] = Value{};
            }
          });
        });
  });
}

/// From arcs that paths may follow to all entries of the graph; the others have none. An undirected
/// edge is used either way: both of its entries get the sum.
template <class Value>
[[nodiscard]] std::vector<Value> by_entry(const Graph& graph, const ArcRows& rows,
                                          const std::vector<Value>& arcs) {
  std::vector<Value> values(graph.indices().size());
  std::size_t entry = 0;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    std::size_t k = rows.begin(u);
    for (const index_t v : graph.out_neighbors(u)) {
      if (k < rows.end(u) && rows.targets[k] == v) values[entry] = arcs[k++];
      ++entry;
    }
  }
  if (graph.is_directed()) return values;
  const std::span<const index_t> mates = graph.transposed_entries();
  for (std::size_t e = 0; e < values.size(); ++e) {
    const auto mate = static_cast<std::size_t>(mates[e]);
    if (mate <= e) continue;
    values[e] += values[mate];
    values[mate] = values[e];
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
