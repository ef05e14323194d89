#include "nx_walks.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "aidnet/algo/structure/block_search.hpp"

namespace nx {
namespace {

/// Where the search of each node's row stands; one array for all of them.
class Cursors {
 public:
  explicit Cursors(const Adjacency& graph)
      : graph_(&graph), next_(graph.offsets().begin(), graph.offsets().end() - 1) {}

  [[nodiscard]] bool done(index_t u) const { return next_[at(u)] == graph_->offsets()[at(u) + 1]; }
  index_t take(index_t u) { return graph_->neighbors()[at(next_[at(u)]++)]; }

 private:
  const Adjacency* graph_;
  std::vector<index_t> next_;
};

}  // namespace

BreadthFirst breadth_first(const Adjacency& graph, std::span<const index_t> sources,
                           index_t depth_limit) {
  BreadthFirst found;
  std::vector<bool> seen(graph.node_count(), false);
  const auto add = [&](index_t node, index_t parent, index_t depth) {
    if (seen[at(node)]) return;
    seen[at(node)] = true;
    found.node.push_back(node);
    found.parent.push_back(parent);
    found.depth.push_back(depth);
  };
  for (const index_t source : sources) add(source, aidnet::no_index, 0);
  for (std::size_t head = 0; head < found.node.size(); ++head) {
    const index_t u = found.node[head];
    const index_t depth = found.depth[head];
    if (depth >= depth_limit) break;
    for (const index_t v : graph.row(u)) add(v, u, depth + 1);
  }
  return found;
}

DepthFirst depth_first(const Adjacency& graph, std::span<const index_t> roots, index_t depth_limit,
                       bool all_steps) {
  DepthFirst steps;
  const auto tell = [&](index_t source, index_t target, DepthFirst::Label label) {
    if (!all_steps && (label != DepthFirst::forward || source == target)) return;
    steps.source.push_back(source);
    steps.target.push_back(target);
    steps.label.push_back(label);
  };
  std::vector<bool> visited(graph.node_count(), false);
  Cursors cursors(graph);
  std::vector<index_t> stack;
  for (const index_t root : roots) {
    if (visited[at(root)]) continue;
    visited[at(root)] = true;
    tell(root, root, DepthFirst::forward);
    stack.assign(1, root);
    while (!stack.empty()) {
      const index_t u = stack.back();
      if (cursors.done(u)) {
        stack.pop_back();
        if (!stack.empty()) tell(stack.back(), u, DepthFirst::reverse);
        continue;
      }
      const index_t v = cursors.take(u);
      if (visited[at(v)]) {
        tell(u, v, DepthFirst::nontree);
        continue;
      }
      visited[at(v)] = true;
      tell(u, v, DepthFirst::forward);
      if (static_cast<index_t>(stack.size()) < depth_limit)
        stack.push_back(v);
      else
        tell(u, v, DepthFirst::depth_limited);
    }
    tell(root, root, DepthFirst::reverse);
  }
  return steps;
}

StrongComponents strong_components(const Adjacency& graph) {
  // Tarjan's algorithm with Nuutila's queue: only nodes that are no root wait in `pending`.
  const std::size_t n = graph.node_count();
  StrongComponents result{std::vector<index_t>(n, aidnet::no_index), 0};
  std::vector<index_t> number(n, aidnet::no_index);
  std::vector<index_t> low(n);
  Cursors cursors(graph);
  std::vector<index_t> stack;
  std::vector<index_t> pending;
  index_t visited = 0;
  const auto enter = [&](index_t v) {
    number[at(v)] = low[at(v)] = visited++;
    stack.push_back(v);
  };
  for (std::size_t root = 0; root < n; ++root) {
    if (number[root] != aidnet::no_index) continue;
    enter(static_cast<index_t>(root));
    while (!stack.empty()) {
      const index_t v = stack.back();
      if (!cursors.done(v)) {
        const index_t w = cursors.take(v);
        if (number[at(w)] == aidnet::no_index)
          enter(w);
        else if (result.component[at(w)] == aidnet::no_index)
          low[at(v)] = std::min(low[at(v)], low[at(w)]);
        continue;
      }
      stack.pop_back();
      if (!stack.empty()) low[at(stack.back())] = std::min(low[at(stack.back())], low[at(v)]);
      if (low[at(v)] != number[at(v)]) {
        pending.push_back(v);
        continue;
      }
      result.component[at(v)] = result.count;
      for (; !pending.empty() && number[at(pending.back())] > number[at(v)]; pending.pop_back())
        result.component[at(pending.back())] = result.count;
      ++result.count;
    }
  }
  return result;
}

Generations topological_generations(const Adjacency& graph) {
  Generations found;
  std::vector<index_t> waiting(graph.node_count(), 0);
  for (const index_t v : graph.neighbors()) ++waiting[at(v)];
  for (std::size_t v = 0; v < waiting.size(); ++v)
    if (waiting[v] == 0) {
      found.node.push_back(static_cast<index_t>(v));
      found.generation.push_back(0);
    }
  for (std::size_t head = 0; head < found.node.size(); ++head) {
    const index_t next = found.generation[head] + 1;
    for (const index_t v : graph.row(found.node[head]))
      if (--waiting[at(v)] == 0) {
        found.node.push_back(v);
        found.generation.push_back(next);
      }
  }
  return found;
}

Colors two_colors(const Adjacency& graph, const Adjacency* reversed) {
  Colors found;
  std::vector<index_t> color(graph.node_count(), aidnet::no_index);
  std::vector<index_t> stack;
  const auto paint = [&](index_t v, index_t c) {
    color[at(v)] = c;
    found.node.push_back(v);
    found.color.push_back(c);
  };
  for (std::size_t root = 0; root < graph.node_count(); ++root) {
    const auto start = static_cast<index_t>(root);
    if (color[root] != aidnet::no_index || graph.row(start).empty()) continue;
    paint(start, 1);
    stack.assign(1, start);
    while (!stack.empty()) {
      const index_t v = stack.back();
      stack.pop_back();
      const auto look = [&](index_t w) {
        if (color[at(w)] == color[at(v)]) return false;
        if (color[at(w)] == aidnet::no_index) {
          paint(w, 1 - color[at(v)]);
          stack.push_back(w);
        }
        return true;
      };
      bool fits = true;
      if (reversed != nullptr)
        for (const index_t w : reversed->row(v)) fits = fits && look(w);
      for (const index_t w : graph.row(v)) fits = fits && look(w);
      if (!fits) return {{}, {}, false};
    }
  }
  for (std::size_t v = 0; v < color.size(); ++v)
    if (color[v] == aidnet::no_index) paint(static_cast<index_t>(v), 0);
  return found;
}

Biconnected biconnected(const Adjacency& graph) {
  struct Edge {
    index_t source;
    index_t target;
  };
  struct Listing : aidnet::BlockVisitor {
    explicit Listing(std::size_t n) : entered(n), told(n, false) {}

    void begin(index_t node) { root = node; }
    void tree(index_t from, index_t to) {
      entered[at(to)] = edges.size();
      edges.push_back({from, to});
    }
    void back(index_t from, index_t to) { edges.push_back({from, to}); }
    void close(index_t from, index_t to) {
      for (std::size_t k = entered[at(to)]; k < edges.size(); ++k) {
        found.source.push_back(edges[k].source);
        found.target.push_back(edges[k].target);
        found.block.push_back(blocks);
      }
      edges.resize(entered[at(to)]);
      ++blocks;
      if (from != root) cut(from);
    }
    void end(index_t node, index_t of_root) {
      if (of_root > 1) cut(node);
    }
    void cut(index_t node) {
      if (!told[at(node)]) found.articulation.push_back(node);
      told[at(node)] = true;
    }

    Biconnected found;
    std::vector<Edge> edges;           // not yet in a block
    std::vector<std::size_t> entered;  // where in `edges` the search came to a node
    std::vector<bool> told;
    index_t root = aidnet::no_index;
    index_t blocks = 0;
  };
  Listing listing(graph.node_count());
  aidnet::search_blocks(graph.offsets(), graph.neighbors(), {}, listing);
  return std::move(listing.found);
}

index_t period(const Adjacency& graph) {
  const index_t source = 0;
  const BreadthFirst found =
      breadth_first(graph, std::span(&source, 1), std::numeric_limits<index_t>::max());
  std::vector<index_t> depth(graph.node_count(), 0);
  for (std::size_t k = 0; k < found.node.size(); ++k) depth[at(found.node[k])] = found.depth[k];
  index_t divisor = 0;
  for (std::size_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.row(static_cast<index_t>(u)))
      divisor = std::gcd(divisor, depth[u] - depth[at(v)] + 1);
  return divisor;
}

Adjacency reversed(const Adjacency& graph) {
  std::vector<index_t> offsets(graph.node_count() + 1, 0);
  for (const index_t v : graph.neighbors()) ++offsets[at(v) + 1];
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  std::vector<index_t> place(offsets.begin(), offsets.end() - 1);
  std::vector<index_t> sources(graph.entry_count());
  std::vector<index_t> copies(graph.copies().size());
  std::size_t entry = 0;
  for (std::size_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.row(static_cast<index_t>(u))) {
      const auto target = at(place[at(v)]++);
      sources[target] = static_cast<index_t>(u);
      if (!copies.empty()) copies[target] = graph.copies()[entry];
      ++entry;
    }
  return {std::move(offsets), std::move(sources), std::move(copies)};
}

}  // namespace nx
