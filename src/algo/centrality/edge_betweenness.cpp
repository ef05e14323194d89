#include "aidnet/algo/centrality/edge_betweenness.hpp"

#include <algorithm>

#include "algo/between_detail.hpp"
#include "algo/node_set_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

/// A value for each arc of the rows of the nodes that were touched since the last drain.
struct GatheredArcs {
  detail::Gathered<unsigned char> rows;
  std::vector<double> arcs;
};

/// As BetweenKernel, for what passes arcs. They are looked at once on the way back, so that each
/// node's arcs are known to lead on before its own value is.
template <class Search, class Count>
class EdgeKernel {
 public:
  EdgeKernel(const detail::PathGraph& paths, std::span<const index_t> ranks)
      : rows_(paths.rows().front()),
        search_(detail::make_search<Search>(paths, ranks)),
        paths_(paths.node_count()),
        per_path_(at(paths.node_count())) {}

  bool add(index_t source, std::span<const double> targets, GatheredArcs& gathered, Poller& poll) {
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
        gathered.arcs[k] += static_cast<double>(paths * per_path_[at(v)]);
        sum += per_path_[at(v)];
      }
      if (u != source)
        per_path_[at(u)] = Count(targets[at(u)] + static_cast<double>(paths * sum)) / paths;
    }
    return true;
  }

 private:
  const detail::ArcRows& rows_;
  Search search_;
  detail::PathCounts<Count> paths_;
  std::vector<Count> per_path_;  // (1 if a target + what passes) / paths
};

/// For each arc of the rows, the sum over all sources of what passes it.
std::vector<double> sums_by_arc(const detail::PathGraph& paths, std::span<const index_t> ranks,
                                std::span<const index_t> sources, std::span<const double> targets,
                                const Control& control) {
  const detail::ArcRows& rows = paths.rows().front();
  std::vector<double> totals(rows.targets.size(), 0.0);
  detail::with_search(paths, ranks, [&]<class Search>() {
    struct Worker {
      EdgeKernel<Search, double> kernel;
      GatheredArcs gathered;
      std::unique_ptr<EdgeKernel<Search, detail::Wide>> wide{};
    };
    detail::for_source_chunks(
        static_cast<index_t>(sources.size()), detail::sources_per_chunk, control,
        [&] {
          return Worker{EdgeKernel<Search, double>(paths, ranks),
                        {detail::Gathered<unsigned char>(paths.node_count()),
                         std::vector<double>(totals.size(), 0.0)}};
        },
        [&](Worker& worker, index_t first, index_t end, Poller& poll) {
          for (const index_t source : sources.subspan(at(first), at(end - first))) {
            if (worker.kernel.add(source, targets, worker.gathered, poll)) continue;
            if (!worker.wide)
              worker.wide = std::make_unique<EdgeKernel<Search, detail::Wide>>(paths, ranks);
            worker.wide->add(source, targets, worker.gathered, poll);
          }
        },
        [&](Worker& worker) {
          worker.gathered.rows.drain([&](std::size_t u, unsigned char) {
            for (std::size_t k = rows.begin(static_cast<index_t>(u));
                 k < rows.end(static_cast<index_t>(u)); ++k) {
              totals[k] += worker.gathered.arcs[k];
              worker.gathered.arcs[k] = 0.0;
            }
          });
        });
  });
  return totals;
}

/// From arcs that paths may follow to all entries of the graph; the others have 0.
std::vector<double> by_entry(const Graph& graph, const detail::ArcRows& rows,
                             const std::vector<double>& arcs) {
  std::vector<double> values(graph.indices().size(), 0.0);
  std::size_t entry = 0;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    std::size_t k = rows.begin(u);
    for (const index_t v : graph.out_neighbors(u)) {
      if (k < rows.end(u) && rows.targets[k] == v) values[entry] = arcs[k++];
      ++entry;
    }
  }
  return values;
}

/// An undirected edge is used either way: both of its entries get the sum.
void add_both_ways(const Graph& graph, std::vector<double>& values) {
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto first = at(graph.offsets()[at(u)]);
    const auto row = graph.out_neighbors(u);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (row[k] <= u) continue;
      const auto back = graph.out_neighbors(row[k]);
      const auto place = std::lower_bound(back.begin(), back.end(), u) - back.begin();
      double& other = values[at(graph.offsets()[at(row[k])]) + static_cast<std::size_t>(place)];
      values[first + k] = other = values[first + k] + other;
    }
  }
}

}  // namespace

std::vector<double> edge_betweenness(const Graph& graph, const Length& length,
                                     const EdgeBetweennessOptions& options,
                                     const Control& control) {
  constexpr const char* who = "edge_betweenness";
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const detail::ArcRows& rows = paths.rows().front();
  const std::vector<index_t> ranks = detail::zero_ranks(rows, who);
  const detail::NodeSet sources = detail::node_set_or_all(options.sources, n, who, "sources");
  const detail::NodeSet targets = detail::node_set_or_all(options.targets, n, who, "targets");
  std::vector<double> values =
      by_entry(graph, rows, sums_by_arc(paths, ranks, sources.nodes, targets.has, control));
  if (!graph.is_directed()) add_both_ways(graph, values);
  detail::rescale_pairs(values, graph.is_directed(), options.normalized,
                        detail::ordered_pairs(n, true));
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
