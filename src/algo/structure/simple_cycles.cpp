#include "aidnet/algo/structure/simple_cycles.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <span>

#include "aidnet/algo/structure/strong_components.hpp"
#include "algo/cycle_roots_detail.hpp"
#include "algo/cycle_search_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

struct Worker {
  detail::CycleSearch search;
  Cycles cycles{};
};

void append(Cycles& all, Cycles& more) {
  for (std::size_t k = 1; k < more.begin.size(); ++k)
    all.begin.push_back(all.node.size() + more.begin[k]);
  all.node.insert(all.node.end(), more.node.begin(), more.node.end());
  more.node.clear();
  more.begin.resize(1);
}

}  // namespace

Cycles simple_cycles(const Graph& graph, const SimpleCyclesOptions& options,
                     const Control& control) {
  if (options.max_length < 0)
    throw ValidationError(
        detail::text("simple_cycles: max_length is ", options.max_length, "; it must be ≥ 0"));
  if (options.limit < 1)
    throw ValidationError(
        detail::text("simple_cycles: limit is ", options.limit, "; it must be ≥ 1"));
  control.poll();
  const Graph ties = graph.without_zeros();
  const index_t bound = options.max_length < ties.node_count() ? options.max_length : 0;
  std::vector<index_t> part;
  if (ties.is_directed()) part = strong_components(ties, control.quiet()).component;

  Cycles all;
  std::atomic<std::int64_t> listed{0};
  const auto search_from = [&](std::span<const index_t> roots, std::int64_t grain,
                               const Control& watched) {
    detail::for_source_chunks(
        static_cast<index_t>(roots.size()), grain, watched,
        [&] {
          return Worker{{ties, part, bound, options.limit, listed}};
        },
        [&](Worker& worker, index_t first, index_t end, Poller& poll) {
          for (index_t k = first; k < end; ++k)
            worker.search.from(roots[static_cast<std::size_t>(k)], worker.cycles, poll);
        },
        [&](Worker& worker) { append(all, worker.cycles); });
  };
  if (bound > 0) {
    std::vector<index_t> roots(static_cast<std::size_t>(ties.node_count()));
    std::iota(roots.begin(), roots.end(), index_t{0});
    constexpr std::int64_t grain = 128;
    search_from(roots, grain, control);
  } else {
    constexpr std::size_t batch = 256;
    detail::CycleRoots roots(ties, part, control);
    for (std::vector<index_t> some = roots.next(batch); !some.empty(); some = roots.next(batch))
      search_from(some, 1, control.quiet());
  }
  control.report(1.0);
  return all;
}

}  // namespace aidnet::inline AIDNET_ABI
