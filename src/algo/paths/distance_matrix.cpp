#include "aidnet/algo/paths/distance_matrix.hpp"

#include <limits>
#include <new>

#include "aidnet/core/error.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

std::vector<double> unreached(index_t nodes) {
  const auto n = static_cast<std::size_t>(nodes);
  const double infinity = std::numeric_limits<double>::infinity();
  const auto too_many = [nodes] {
    return SizeError(detail::text("distance_matrix: there is no room for the distances of ", nodes,
                                  " nodes to all others"));
  };
  if (n > 0 && n > std::vector<double>().max_size() / n) throw too_many();
  try {
    return std::vector<double>(n * n, infinity);
  } catch (const std::bad_alloc&) {
    throw too_many();
  }
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
