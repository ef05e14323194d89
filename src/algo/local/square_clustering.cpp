#include "aidnet/algo/local/square_clustering.hpp"

#include <cstdint>

#include "algo/partner_ties_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "algo/triangles_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

struct Worker {
  detail::Gathered<std::int64_t> squares;
  detail::Gathered<std::int64_t> ways;  // ways of two ties to each node from the one at hand
};

/// The squares whose node with the most ties is v. Opposite it stands w, between them two of the
/// ways to w, all of them with fewer ties: that bounds the work whatever the hubs.
template <class Below>
void squares_below(const Csr& pairs, index_t v, const Below& below, Worker& worker, Poller& poll) {
  const auto for_ways = [&](const auto& visit) {
    for (const index_t u : pairs.row(v)) {
      if (!below(u, v)) continue;
      poll(1 + detail::partner_count(pairs, u));
      for (const index_t w : pairs.row(u))
        if (below(w, v)) visit(u, w);
    }
  };
  for_ways([&](index_t, index_t w) { ++worker.ways[w]; });
  for_ways([&](index_t u, index_t w) { worker.squares[u] += worker.ways[w] - 1; });
  worker.ways.drain([&](std::size_t w, std::int64_t ways) {
    const std::int64_t squares = ways * (ways - 1) / 2;
    worker.squares[v] += squares;
    worker.squares[static_cast<index_t>(w)] += squares;
  });
}

}  // namespace

std::vector<double> square_clustering(const Graph& graph, const Control& control) {
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control);
  const index_t nodes = graph.node_count();
  const std::vector<std::int64_t> triangles = detail::triangle_counts(pairs, control.quiet());
  const auto below = [&](index_t u, index_t v) {
    const std::int64_t a = detail::partner_count(pairs, u);
    const std::int64_t b = detail::partner_count(pairs, v);
    return a < b || (a == b && u < v);
  };

  std::vector<std::int64_t> squares(at(nodes), 0);
  constexpr std::int64_t grain = 64;
  detail::for_source_chunks(
      nodes, grain, control,
      [&] {
        return Worker{detail::Gathered<std::int64_t>(nodes), detail::Gathered<std::int64_t>(nodes)};
      },
      [&](Worker& worker, index_t first, index_t end, Poller& poll) {
        for (index_t v = first; v < end; ++v) squares_below(pairs, v, below, worker, poll);
      },
      [&](Worker& worker) {
        worker.squares.drain([&](std::size_t u, std::int64_t count) { squares[u] += count; });
      });

  std::vector<double> values(at(nodes));
  for (index_t v = 0; v < nodes; ++v) {
    std::int64_t ends = 0;  // ties of the partners, without those to v
    for (const index_t u : pairs.row(v)) ends += detail::partner_count(pairs, u) - 1;
    const std::int64_t most =
        ends * (detail::partner_count(pairs, v) - 1) - 2 * triangles[at(v)] - squares[at(v)];
    values[at(v)] = most > 0 ? static_cast<double>(squares[at(v)]) / static_cast<double>(most)
                             : std::numeric_limits<double>::quiet_NaN();
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
