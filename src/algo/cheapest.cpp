#include "algo/cheapest_detail.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/cycle_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

void require_costs(const char* who, const Graph& graph, const Cost& cost) {
  if (cost.is_unit()) return;
  if (cost.values().size() != graph.weights().size())
    throw ValidationError(text(who, ": ", cost.values().size(), " costs for ", graph.entry_count(),
                               " entries; the Cost was made for another graph"));
  double largest = 0.0;
  for (const double value : cost.values()) largest = std::max(largest, std::abs(value));
  if (!std::isfinite(largest * static_cast<double>(graph.node_count())))
    throw ValidationError(text(who, ": the largest cost is ", largest,
                               "; the cost of a path could be more than a double"));
}

/// The tree of the paths that are known, as its nodes in preorder, in a ring that begins and ends
/// with the source; and the nodes that wait for their arcs to be looked at, first come, first
/// served.
///
/// Where a node is reached more cheaply, all that hangs below it is taken out of the tree, because
/// it will be reached anew (Tarjan): if the node's new parent is among it, they are on a cycle.
class Tree {
 public:
  Tree(const char* who, const Graph& graph, const Cost& cost, index_t source)
      : who_(who),
        graph_(graph),
        costs_(cost.values()),
        nodes_(at(graph.node_count())),
        found_{std::vector<double>(nodes_.size(), infinite),
               std::vector<index_t>(nodes_.size(), no_index)},
        queue_(nodes_.size()) {
    found_.distance[at(source)] = 0.0;
    Node& root = node(source);
    root.next = root.previous = source;
    root.depth = 0;
    wait(source);
  }

  Cheapest grown(Poller& poll) && {
    while (waiting_ > 0) {
      const index_t u = queue_[front_];
      front_ = front_ + 1 == queue_.size() ? 0 : front_ + 1;
      --waiting_;
      node(u).queued = false;
      if (!node(u).active) continue;
      node(u).active = false;
      look_from(u, poll);
    }
    return std::move(found_);
  }

 private:
  struct Node {
    index_t next = no_index;
    index_t previous = no_index;
    index_t depth = no_index;  // none outside the tree
    bool active = false;       // whether its arcs are to be looked at
    bool queued = false;
  };

  [[nodiscard]] Node& node(index_t v) noexcept { return nodes_[at(v)]; }
  [[nodiscard]] double cost_of(std::size_t entry) const noexcept {
    return costs_.empty() ? 1.0 : costs_[entry];
  }

  void wait(index_t v) {
    node(v).active = true;
    if (node(v).queued) return;
    node(v).queued = true;
    std::size_t back = front_ + waiting_++;
    if (back >= queue_.size()) back -= queue_.size();
    queue_[back] = v;
  }

  void look_from(index_t u, Poller& poll) {
    const auto row = graph_.out_neighbors(u);
    const auto weights = graph_.out_weights(u);
    const std::size_t first = at(graph_.offsets()[at(u)]);
    poll(1 + static_cast<std::int64_t>(row.size()));
    for (std::size_t k = 0; k < row.size(); ++k) {
      const index_t v = row[k];
      const double distance = found_.distance[at(u)] + cost_of(first + k);
      double& known = found_.distance[at(v)];
      if (weights[k] == 0.0) continue;
      // What was taken out of the tree comes back even where rounding leaves its distance the same.
      if (!(distance < known || (distance == known && node(v).depth == no_index))) continue;
      if (node(v).depth != no_index && !take_out_below(v, u, first + k, poll)) continue;
      known = distance;
      found_.parent[at(v)] = u;
      put_below(v, u);
      wait(v);
    }
  }

  void put_below(index_t v, index_t u) {
    node(v).depth = node(u).depth + 1;
    node(v).previous = u;
    node(v).next = node(u).next;
    node(node(u).next).previous = v;
    node(u).next = v;
  }

  /// Takes v, with all below it, out of the tree; not if u is among that and the cycle costs
  /// nothing.
  bool take_out_below(index_t v, index_t u, std::size_t entry, Poller& poll) {
    index_t end = v;
    std::int64_t passed = 0;
    do {
      if (end == u && !require_no_cycle(v, u, entry)) return false;
      end = node(end).next;
      ++passed;
    } while (node(end).depth > node(v).depth);
    poll(passed);
    const index_t before = node(v).previous;
    for (index_t x = v; x != end; x = node(x).next) {
      node(x).depth = no_index;
      node(x).active = false;
    }
    node(before).next = end;
    node(end).previous = before;
    return true;
  }

  /// The arc u → v closes a cycle with the tree's path from v to u: throws if it costs less than
  /// zero. Returns false if that is due to rounding.
  bool require_no_cycle(index_t v, index_t u, std::size_t entry) {
    std::vector<index_t> cycle{u};
    Sum sum;
    double size = std::abs(cost_of(entry));
    sum += cost_of(entry);
    for (index_t x = u; x != v; x = found_.parent[at(x)]) {
      const index_t parent = found_.parent[at(x)];
      const double one = cost_of(at(graph_.find_entry(parent, x)));
      sum += one;
      size += std::abs(one);
      cycle.push_back(parent);
    }
    if (!(sum.value() < -0x1p-51 * size)) return false;
    std::reverse(cycle.begin(), cycle.end());
    throw_negative_cycle(who_, std::move(cycle));
  }

  const char* who_;
  const Graph& graph_;
  std::span<const double> costs_;
  std::vector<Node> nodes_;
  Cheapest found_;
  std::vector<index_t> queue_;  // a ring
  std::size_t front_ = 0;
  std::size_t waiting_ = 0;
};

}  // namespace

Cheapest cheapest_from(const char* who, const Graph& graph, const Cost& cost, index_t source,
                       const Control& control) {
  require_costs(who, graph, cost);
  control.poll();
  Poller poll(control);
  return Tree(who, graph, cost, source).grown(poll);
}

}  // namespace aidnet::inline AIDNET_ABI::detail
