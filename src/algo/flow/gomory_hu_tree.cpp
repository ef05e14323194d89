#include "aidnet/algo/flow/gomory_hu_tree.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "aidnet/core/error.hpp"
#include "algo/flow/flow_search_detail.hpp"
#include "algo/flow/push_relabel_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;
using detail::FlowArcs;
using detail::text;

constexpr const char* gomory_hu_tree_name = "gomory_hu_tree";
constexpr double infinity = std::numeric_limits<double>::infinity();

/// The parent of each node, that of node 0 is itself, and the values between them.
struct Tree {
  explicit Tree(index_t nodes) : parent(at(nodes), 0), value(at(nodes), 0.0) {}

  std::vector<index_t> parent;
  std::vector<double> value;
};

/// Of a connected network Gusfield's cut tree: whatever minimum cuts are found, no nodes are ever
/// contracted. `done` is told of each node.
template <class Whole, class Done>
Tree cut_tree(const FlowArcs& arcs, const Done& done, Poller& poll) {
  const detail::Grid grid = detail::grid_of(arcs.capacities);
  const auto [capacity, unlimited] = detail::wholes_of<Whole>(arcs.capacities, grid);
  const index_t n = arcs.node_count();
  Tree tree(n);
  auto& [parent, value] = tree;
  detail::PushRelabel<Whole> preflow(arcs);
  detail::FlowSearch side(arcs);
  for (index_t s = 1; s < n; ++s) {
    const index_t t = parent[at(s)];
    const Whole least = preflow.run(capacity, {&t, 1}, {&s, 1}, poll);
    const double flow = least < unlimited ? amount_of(least, grid) : infinity;
    if (least < unlimited && flow == infinity)
      throw SizeError(text(gomory_hu_tree_name, ": a value is more than a double can hold"));
    for (const index_t v : side.find_behind({&s, 1}, preflow.residual(), poll))
      if (v != s && parent[at(v)] == t) parent[at(v)] = s;
    value[at(s)] = flow;
    if (side.has(parent[at(t)])) {  // s comes between t and its parent
      parent[at(s)] = std::exchange(parent[at(t)], s);
      value[at(s)] = std::exchange(value[at(t)], flow);
    }
    done();
  }
  return tree;
}

/// Of any network: the connected parts' trees, whose first nodes hang on node 0. A part of few
/// nodes costs little, however many there are.
Tree tree_of(const FlowArcs& arcs, const Control& control) {
  const index_t n = arcs.node_count();
  Tree tree(n);
  std::vector<index_t> place(at(n), no_index);
  detail::FlowSearch search(arcs);
  Poller poll(control);
  index_t nodes_done = 0;
  const auto done = [&] {
    constexpr index_t some = 64;
    if (++nodes_done % some == 0)
      control.report(static_cast<double>(nodes_done) / static_cast<double>(n));
  };
  std::vector<index_t> nodes;
  for (index_t root = 0; root < n; ++root) {
    if (place[at(root)] != no_index) continue;
    nodes = search.find(
        {&root, 1}, [](std::size_t) { return true; }, poll);
    std::sort(nodes.begin(), nodes.end());
    for (std::size_t k = 0; k < nodes.size(); ++k) place[at(nodes[k])] = static_cast<index_t>(k);
    done();
    if (nodes.size() < 2) continue;
    const FlowArcs part = detail::part_of(arcs, nodes, place);
    const Tree own = detail::in_wholes(detail::grid_of(part.capacities).bits, [&]<class Whole>() {
      return cut_tree<Whole>(part, done, poll);
    });
    for (std::size_t k = 1; k < nodes.size(); ++k) {
      tree.parent[at(nodes[k])] = nodes[at(own.parent[k])];
      tree.value[at(nodes[k])] = own.value[k];
    }
  }
  return tree;
}

}  // namespace

GomoryHuTree gomory_hu_tree(const Graph& graph, const Capacity& capacity, const Control& control) {
  if (graph.is_directed())
    throw ValidationError(
        text(gomory_hu_tree_name, " needs an undirected graph; see Graph::to_undirected"));
  control.poll();
  const FlowArcs arcs = detail::flow_arcs(graph, capacity, gomory_hu_tree_name);
  detail::require_one_capacity(arcs, gomory_hu_tree_name);
  Tree tree = tree_of(arcs, control);
  GomoryHuTree result;
  if (graph.node_count() > 0) {
    result.node.resize(at(graph.node_count()) - 1);
    std::iota(result.node.begin(), result.node.end(), index_t{1});
    result.parent.assign(tree.parent.begin() + 1, tree.parent.end());
    result.value.assign(tree.value.begin() + 1, tree.value.end());
  }
  control.poll();
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
