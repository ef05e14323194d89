#include "aidnet/algo/centrality/group_betweenness.hpp"

#include "algo/between_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

/// Numbers of shortest paths from the source: all, and those without a member so far.
template <class Count>
class PathsAround {
 public:
  PathsAround(index_t nodes, const std::vector<double>& members)
      : all_(nodes), around_(nodes), members_(members) {}

  void start(index_t source) {
    all_.start(source);
    around_.start(source);
  }
  void found(index_t u, index_t v) {
    all_.found(u, v);
    if (members_[at(v)] != 0.0)
      around_.of(v) = Count(0.0);
    else
      around_.found(u, v);
  }
  void tied(index_t u, index_t v) {
    all_.tied(u, v);
    if (members_[at(v)] == 0.0) around_.tied(u, v);
  }

  [[nodiscard]] bool fits(std::span<const index_t> settled) { return all_.fits(settled); }
  /// The share of the paths to v that lead through a member.
  [[nodiscard]] double share(index_t v) {
    return 1.0 - static_cast<double>(around_.of(v) / all_.of(v));
  }

 private:
  detail::PathCounts<Count> all_;
  detail::PathCounts<Count> around_;
  const std::vector<double>& members_;
};

template <class Search, class Count>
class GroupKernel {
 public:
  GroupKernel(const detail::PathGraph& paths, std::span<const index_t> ranks,
              const std::vector<double>& members)
      : search_(detail::make_search<Search>(paths, ranks)),
        counts_(paths.node_count(), members),
        members_(members) {}

  /// Adds what goes from `source` through members. False where the paths are too many for Count.
  bool add(index_t source, double& sum, Poller& poll) {
    search_.run(source, poll, counts_);
    if (!counts_.fits(search_.settled())) return false;
    for (const index_t v : search_.settled().subspan(1))
      if (members_[at(v)] == 0.0) sum += counts_.share(v);
    return true;
  }

 private:
  Search search_;
  PathsAround<Count> counts_;
  const std::vector<double>& members_;
};

}  // namespace

double group_betweenness(const Graph& graph, const Length& length,
                         const GroupBetweennessOptions& options, const Control& control) {
  constexpr const char* who = "group_betweenness";
  const detail::PathGraph paths(graph, length, Mode::out, who);
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), who);
  const detail::NodeSet group = detail::node_set(options.group, n, who, "group");
  double total = 0.0;
  detail::with_search(paths, ranks, [&]<class Search>() {
    struct Worker {
      GroupKernel<Search, double> kernel;
      double sum;
      std::unique_ptr<GroupKernel<Search, detail::Wide>> wide{};
    };
    detail::for_source_chunks(
        n, detail::sources_per_chunk, control,
        [&] {
          return Worker{GroupKernel<Search, double>(paths, ranks, group.has), 0.0};
        },
        [&](Worker& worker, index_t first, index_t end, Poller& poll) {
          worker.sum = 0.0;
          for (index_t source = first; source < end; ++source) {
            if (group.has[at(source)] != 0.0) continue;
            if (worker.kernel.add(source, worker.sum, poll)) continue;
            if (!worker.wide)
              worker.wide =
                  std::make_unique<GroupKernel<Search, detail::Wide>>(paths, ranks, group.has);
            worker.wide->add(source, worker.sum, poll);
          }
        },
        [&](Worker& worker) { total += worker.sum; });
  });
  std::vector<double> sums{total};
  detail::rescale_pairs(sums, graph.is_directed(), options.normalized,
                        detail::ordered_pairs(n - static_cast<index_t>(group.nodes.size()), true));
  return sums.front();
}

}  // namespace aidnet::inline AIDNET_ABI
