#include "algo/arborescence_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

Arborescence::Arborescence(index_t nodes, index_t root, std::vector<CostedArc> arcs,
                           const Control& control)
    : arcs_(std::move(arcs)),
      root_(root),
      poll_(control),
      heaps_(at(nodes), no_index),
      set_(at(nodes), -1),
      walk_of_(at(nodes), no_index),
      chosen_(at(nodes), no_index) {
  heap_nodes_.reserve(arcs_.size());
  for (std::size_t k = 0; k < arcs_.size(); ++k) {
    poll_();
    heap_nodes_.push_back({arcs_[k].cost});
    index_t& heap = heaps_[at(arcs_[k].target)];
    heap = merged(heap, static_cast<index_t>(k));
  }
}

/// A strict order of arcs, so that the result is one of its kind.
bool Arborescence::precedes(index_t a, index_t b) const noexcept {
  const ArcCost& x = heap_nodes_[at(a)].cost;
  const ArcCost& y = heap_nodes_[at(b)].cost;
  return std::tie(x.spared, x.length, a) < std::tie(y.spared, y.length, b);
}

void Arborescence::take_off(index_t heap, const ArcCost& cost) noexcept {
  if (heap == no_index) return;
  heap_nodes_[at(heap)].cost -= cost;
  heap_nodes_[at(heap)].less.spared += cost.spared;
  heap_nodes_[at(heap)].less.length += cost.length;
}

void Arborescence::pass_down(index_t heap) noexcept {
  HeapNode& top = heap_nodes_[at(heap)];
  take_off(top.left, top.less);
  take_off(top.right, top.less);
  top.less = {};
}

/// Skew heaps, merged from the top.
index_t Arborescence::merged(index_t a, index_t b) noexcept {
  index_t top = no_index;
  index_t* place = &top;
  while (a != no_index && b != no_index) {
    if (precedes(b, a)) std::swap(a, b);
    pass_down(a);
    HeapNode& node = heap_nodes_[at(a)];
    *place = a;
    const index_t rest = node.right;
    node.right = node.left;
    place = &node.left;
    a = rest;
  }
  *place = a != no_index ? a : b;
  return top;
}

index_t Arborescence::find(index_t node) const noexcept {
  while (set_[at(node)] >= 0) node = set_[at(node)];
  return node;
}

bool Arborescence::join(index_t a, index_t b) {
  a = find(a);
  b = find(b);
  if (a == b) return false;
  if (set_[at(a)] > set_[at(b)]) std::swap(a, b);  // the smaller one below the larger one
  joined_.push_back({b, set_[at(b)]});
  set_[at(a)] += set_[at(b)];
  set_[at(b)] = a;
  return true;
}

void Arborescence::undo(std::size_t joined) noexcept {
  for (; joined_.size() > joined; joined_.pop_back()) {
    const auto [below, size] = joined_.back();
    set_[at(set_[at(below)])] -= size;
    set_[at(below)] = size;
  }
}

/// Makes one of the nodes at the end of the path, from `node` on.
void Arborescence::contract(index_t node) {
  Circle circle{no_index, joined_.size(), circle_arcs_.size(), 0};
  index_t heap = no_index;
  std::size_t begin = path_.size();
  do {
    --begin;
    heap = merged(heap, heaps_[at(path_[begin])]);
  } while (join(node, path_[begin]));
  circle_arcs_.insert(circle_arcs_.end(), path_arcs_.begin() + static_cast<std::ptrdiff_t>(begin),
                      path_arcs_.end());
  circle.end = circle_arcs_.size();
  circle.node = find(node);
  path_.resize(begin);
  path_arcs_.resize(begin);
  heaps_[at(circle.node)] = heap;
  walk_of_[at(circle.node)] = no_index;
  circles_.push_back(circle);
}

/// False where nothing leads to a node on the way.
bool Arborescence::walk_from(index_t start) {
  path_.clear();
  path_arcs_.clear();
  for (index_t u = find(start); walk_of_[at(u)] == no_index;) {
    poll_();
    const index_t arc = heaps_[at(u)];
    if (arc == no_index) return false;
    const ArcCost cost = heap_nodes_[at(arc)].cost;
    take_off(arc, cost);
    pass_down(arc);
    heaps_[at(u)] = merged(heap_nodes_[at(arc)].left, heap_nodes_[at(arc)].right);
    path_.push_back(u);
    path_arcs_.push_back(arc);
    walk_of_[at(u)] = start;
    u = find(arcs_[at(arc)].source);
    if (walk_of_[at(u)] == start) {
      contract(u);
      u = find(u);
    }
  }
  for (const index_t arc : path_arcs_) chosen_[at(find(arcs_[at(arc)].target))] = arc;
  return true;
}

std::vector<index_t> Arborescence::solve() {
  walk_of_[at(root_)] = root_;
  for (index_t s = 0; at(s) < heaps_.size(); ++s)
    if (!walk_from(s)) return {};
  for (auto circle = circles_.rbegin(); circle != circles_.rend(); ++circle) {
    const index_t into = chosen_[at(circle->node)];
    undo(circle->joined);
    for (std::size_t k = circle->begin; k < circle->end; ++k)
      chosen_[at(find(arcs_[at(circle_arcs_[k])].target))] = circle_arcs_[k];
    chosen_[at(find(arcs_[at(into)].target))] = into;
  }
  return std::move(chosen_);
}

}  // namespace aidnet::inline AIDNET_ABI::detail
