#include "aidnet/algo/flow/gomory_hu_tree.hpp"

#include <limits>
#include <utility>

#include "aidnet/core/error.hpp"
#include "algo/flow/near_side_detail.hpp"
#include "algo/flow/push_relabel_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::text;

constexpr const char* who = "gomory_hu_tree";
constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

/// Gusfield's cut tree: whatever minimum cuts are found, no nodes are ever contracted.
template <class Whole>
GomoryHuTree tree_of(const detail::FlowArcs& arcs, const detail::Grid& grid,
                     const Control& control) {
  const auto [capacity, unlimited] = detail::wholes_of<Whole>(arcs.capacities, grid);
  const index_t n = arcs.node_count();
  std::vector<index_t> parent(at(n), 0);
  std::vector<double> value(at(n), 0.0);
  detail::PushRelabel<Whole> preflow(arcs);
  detail::NearSide side(arcs);
  Poller poll(control);
  for (index_t s = 1; s < n; ++s) {
    const index_t t = parent[at(s)];
    const Whole least = preflow.run(capacity, {&t, 1}, {&s, 1}, poll);
    const double flow = least < unlimited ? amount_of(least, grid) : infinity;
    if (least < unlimited && flow == infinity)
      throw SizeError(text(who, ": a value is more than a double can hold"));
    for (const index_t v : side.find<Whole>({&s, 1}, preflow.residual(), poll))
      if (v != s && parent[at(v)] == t) parent[at(v)] = s;
    value[at(s)] = flow;
    if (side.has(parent[at(t)])) {  // s comes between t and its parent
      parent[at(s)] = std::exchange(parent[at(t)], s);
      value[at(s)] = std::exchange(value[at(t)], flow);
    }
    constexpr index_t some = 64;
    if (s % some == 0) control.report(static_cast<double>(s) / static_cast<double>(n));
  }
  GomoryHuTree tree;
  for (index_t v = 1; v < n; ++v) tree.node.push_back(v);
  if (n > 0) {
    tree.parent.assign(parent.begin() + 1, parent.end());
    tree.value.assign(value.begin() + 1, value.end());
  }
  return tree;
}

}  // namespace

GomoryHuTree gomory_hu_tree(const Graph& graph, const Capacity& capacity, const Control& control) {
  if (graph.is_directed())
    throw ValidationError(text(who, " needs an undirected graph; see Graph::to_undirected"));
  control.poll();
  const detail::FlowArcs arcs = detail::flow_arcs(graph, capacity, who);
  detail::require_one_capacity(arcs, who);
  detail::Grid grid = detail::exact_grid(arcs.capacities);
  if (grid.bits > detail::Grid::wide_bits) grid = detail::coarse_grid(arcs.capacities);
  GomoryHuTree tree = grid.is_narrow() ? tree_of<std::int64_t>(arcs, grid, control)
                                       : tree_of<detail::wide_int>(arcs, grid, control);
  control.poll();
  control.report(1.0);
  return tree;
}

}  // namespace aidnet::inline AIDNET_ABI
