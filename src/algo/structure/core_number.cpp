#include "aidnet/algo/structure/core_number.hpp"

#include "algo/peeling_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

}  // namespace

std::vector<std::int64_t> core_number(const Graph& graph, const CoreNumberOptions& options,
                                      const Control& control) {
  control.poll();
  const Graph ties = graph.without_zeros();
  // Nodes lose a tie when one whom they give to (mode out) or receive from (in) is taken away, so
  // it is the arcs the other way that tell who loses one.
  const bool undirected = !ties.is_directed();
  const bool along = options.mode != Mode::out || undirected;
  const bool against = options.mode != Mode::in && !undirected;
  const auto losers = [&](index_t u, const auto& visit) {
    if (along)
      for (const index_t v : ties.out_neighbors(u))
        if (v != u) visit(v);
    if (against)
      for (const index_t v : ties.in_neighbors(u))
        if (v != u) visit(v);
  };

  std::vector<std::int64_t> core(static_cast<std::size_t>(ties.node_count()), 0);
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u)
    losers(u, [&](index_t v) {
      poll();
      ++core[at(v)];
    });
  detail::PeelingQueue queue(core);
  for (std::size_t k = 0; k < core.size(); ++k) {
    const index_t gone = queue.node(k);
    losers(gone, [&](index_t v) {
      poll();
      if (core[at(v)] > core[at(gone)]) queue.move_down(v, core[at(v)]--);
    });
  }
  control.report(1.0);
  return core;
}

}  // namespace aidnet::inline AIDNET_ABI
