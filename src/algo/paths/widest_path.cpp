#include "aidnet/algo/paths/widest_path.hpp"

#include <limits>

#include "algo/one_node_detail.hpp"
#include "algo/path_back_detail.hpp"
#include "algo/widths_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// The arcs that carry at least `width`.
Csr wide_arcs(const Graph& graph, double width) {
  Csr wide;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto row = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    for (std::size_t k = 0; k < row.size(); ++k)
      if (weights[k] >= width) wide.indices.push_back(row[k]);
    wide.offsets.push_back(static_cast<index_t>(wide.indices.size()));
  }
  return wide;
}

}  // namespace

std::vector<index_t> widest_path(const Graph& graph, const WidestPathOptions& options,
                                 const Control& control) {
  constexpr const char* who = "widest_path";
  detail::require_nonnegative(graph, who);
  const index_t n = graph.node_count();
  const index_t source = detail::required_node(options.source, n, who, "source");
  const index_t target = detail::required_node(options.target, n, who, "target");
  const std::vector<double> widths = detail::widths_from(graph, source, Mode::out, control);
  const double width = widths[static_cast<std::size_t>(target)];
  // Without a path no arc is wide enough; otherwise all paths along these arcs are widest ones.
  const Csr wide = wide_arcs(graph, width > 0.0 ? width : std::numeric_limits<double>::infinity());
  const detail::ArcRows rows{wide.offsets, wide.indices, {}};
  return detail::path_between<detail::BreadthFirst>(source, target, {&rows, 1}, who, control);
}

}  // namespace aidnet::inline AIDNET_ABI
