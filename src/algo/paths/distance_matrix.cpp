#include "aidnet/algo/paths/distance_matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

// 17 GB; larger results are refused before memory is asked for, which some systems would promise
// and not have.
constexpr index_t most_nodes = 46'340;

std::vector<double> unreached(index_t nodes) {
  if (nodes > most_nodes) {
    const auto bytes = std::int64_t{8} * nodes * nodes;
    throw SizeError(detail::text("distance_matrix: the distances of ", nodes,
                                 " nodes to all others would take ", bytes / 1'000'000'000,
                                 " GB; at most ", most_nodes,
                                 " nodes fit. Take a part of the network by itself, or the "
                                 "distances from some nodes"));
  }
  const auto n = static_cast<std::size_t>(nodes);
  return std::vector<double>(n * n, std::numeric_limits<double>::infinity());
}

template <class Search>
std::vector<double> matrix(const detail::PathGraph& paths, const Control& control) {
  const index_t n = paths.node_count();
  std::vector<double> values = unreached(n);
  detail::for_source_chunks(
      n, detail::sources_per_chunk, control, [&] { return Search(paths.rows()); },
      [&](Search& search, index_t first, index_t end, Poller& poll) {
        detail::Silent silent;
        for (index_t source = first; source < end; ++source) {
          search.run(source, poll, silent);
          double* const row = values.data() + static_cast<std::ptrdiff_t>(source) * n;
          for (const index_t v : search.settled()) row[v] = search.distance(v);
        }
      },
      [](Search&) {});
  return values;
}

}  // namespace

std::vector<double> distance_matrix(const Graph& graph, const Length& length,
                                    const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, "distance_matrix");
  return paths.is_unit() ? matrix<detail::BreadthFirst>(paths, control)
                         : matrix<detail::Dijkstra<>>(paths, control);
}

}  // namespace aidnet::inline AIDNET_ABI
