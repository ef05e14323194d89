#include "nx_paths.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace nx {
namespace {

/// A node that may be settled next; of those at the same distance the first seen.
struct Candidate {
  double distance;
  std::size_t rank;
  index_t node;

  bool operator<(const Candidate& other) const {  // the top of a heap is its largest
    return distance != other.distance ? distance > other.distance : rank > other.rank;
  }
};

}  // namespace

Settled dijkstra(const Adjacency& graph, const DijkstraOptions& options) {
  constexpr double unseen = std::numeric_limits<double>::infinity();
  const std::size_t n = graph.node_count();
  Settled found;
  std::vector<double> best(n, unseen);
  std::vector<index_t> parent(n, aidnet::no_index);
  std::vector<std::int8_t> whole(n, 1);
  std::vector<bool> settled(n, false);
  std::vector<Candidate> heap;
  std::size_t seen = 0;
  for (const index_t source : options.sources) {
    best[at(source)] = 0.0;
    heap.push_back({0.0, seen++, source});  // in ascending order, which is a heap
  }
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end());
    const auto [distance, rank, u] = heap.back();
    heap.pop_back();
    if (settled[at(u)]) continue;
    settled[at(u)] = true;
    found.node.push_back(u);
    found.parent.push_back(parent[at(u)]);
    found.distance.push_back(distance);
    found.whole.push_back(whole[at(u)]);
    if (u == options.target) break;
    const auto end = at(graph.offsets()[at(u) + 1]);
    for (auto k = at(graph.offsets()[at(u)]); k < end; ++k) {
      const index_t v = graph.neighbors()[k];
      const double beyond = distance + (options.lengths.empty() ? 1.0 : options.lengths[k]);
      if (settled[at(v)] || !(beyond < best[at(v)]) || beyond > options.cutoff) continue;
      best[at(v)] = beyond;
      parent[at(v)] = u;
      if (!options.whole.empty())
        whole[at(v)] = static_cast<std::int8_t>(whole[at(u)] != 0 && options.whole[k] != 0);
      heap.push_back({beyond, seen++, v});
      std::push_heap(heap.begin(), heap.end());
    }
  }
  return found;
}

namespace {

/// The nodes before `middle` and it, then those after it.
std::vector<index_t> joined(const std::vector<index_t>& before, const std::vector<index_t>& after,
                            index_t middle) {
  std::vector<index_t> path;
  for (index_t v = middle; v != aidnet::no_index; v = before[at(v)]) path.push_back(v);
  std::reverse(path.begin(), path.end());
  for (index_t v = after[at(middle)]; v != aidnet::no_index; v = after[at(v)]) path.push_back(v);
  return path;
}

/// One of two searches that meet.
struct Side {
  explicit Side(const Lengths& edges, index_t start)
      : rows(edges),
        best(edges.graph->node_count(), std::numeric_limits<double>::infinity()),
        parent(edges.graph->node_count(), aidnet::no_index),
        whole(edges.graph->node_count(), 1),
        settled(edges.graph->node_count(), false) {
    best[at(start)] = 0.0;
    heap.push_back({0.0, 0, start});
  }

  Lengths rows;
  std::vector<double> best;
  std::vector<index_t> parent;
  std::vector<std::int8_t> whole;
  std::vector<bool> settled;
  std::vector<Candidate> heap;
};

}  // namespace

std::vector<index_t> meeting_path(const Adjacency& graph, const Adjacency& back, index_t source,
                                  index_t target, const Hidden& hidden) {
  if (source == target) return {source};
  constexpr index_t unseen = -2;
  const std::size_t n = graph.node_count();
  // Two searches, each from its end, always the one with the smaller fringe a level further.
  std::vector<index_t> before(n, unseen);
  std::vector<index_t> after(n, unseen);
  before[at(source)] = after[at(target)] = aidnet::no_index;
  std::vector<index_t> forward{source};
  std::vector<index_t> backward{target};
  std::vector<index_t> next;
  const auto advance = [&](const Adjacency& rows, std::vector<index_t>& fringe,
                           std::vector<index_t>& own, const std::vector<index_t>& other) {
    next.clear();
    for (const index_t v : fringe)
      for (const index_t w : rows.row(v)) {
        const bool ahead = &own == &before;
        if (hidden.node(w) || hidden.step(ahead ? v : w, ahead ? w : v, source)) continue;
        if (own[at(w)] == unseen) {
          own[at(w)] = v;
          next.push_back(w);
        }
        if (other[at(w)] != unseen) return w;
      }
    fringe.swap(next);
    return aidnet::no_index;
  };
  while (!forward.empty() && !backward.empty()) {
    const index_t met = forward.size() <= backward.size() ? advance(graph, forward, before, after)
                                                          : advance(back, backward, after, before);
    if (met != aidnet::no_index) return joined(before, after, met);
  }
  return {};
}

Meeting meeting_dijkstra(const Lengths& forward, const Lengths& backward, index_t source,
                         index_t target, const Hidden& hidden) {
  if (source == target) return {{source}, 0.0, true};
  constexpr double unseen = std::numeric_limits<double>::infinity();
  Side sides[] = {Side(forward, source), Side(backward, target)};
  std::size_t rank = 1;
  double distance = unseen;
  index_t middle = aidnet::no_index;
  bool whole = true;
  for (bool turn = false; !sides[0].heap.empty() && !sides[1].heap.empty(); turn = !turn) {
    Side& own = sides[turn ? 1 : 0];
    const Side& other = sides[turn ? 0 : 1];
    std::pop_heap(own.heap.begin(), own.heap.end());
    const auto [reached, order, v] = own.heap.back();
    own.heap.pop_back();
    if (own.settled[at(v)]) continue;
    own.settled[at(v)] = true;
    if (other.settled[at(v)]) {
      if (middle == aidnet::no_index) return {};
      return {joined(sides[0].parent, sides[1].parent, middle), distance, whole};
    }
    const auto end = at(own.rows.graph->offsets()[at(v) + 1]);
    for (auto k = at(own.rows.graph->offsets()[at(v)]); k < end; ++k) {
      const index_t w = own.rows.graph->neighbors()[k];
      if (hidden.node(w) || hidden.step(turn ? w : v, turn ? v : w, source)) continue;
      const double beyond = reached + (own.rows.lengths.empty() ? 1.0 : own.rows.lengths[k]);
      if (own.settled[at(w)] || !(beyond < own.best[at(w)])) continue;
      own.best[at(w)] = beyond;
      own.parent[at(w)] = v;
      if (!own.rows.whole.empty())
        own.whole[at(w)] =
            static_cast<std::int8_t>(own.whole[at(v)] != 0 && own.rows.whole[k] != 0);
      own.heap.push_back({beyond, ++rank, w});
      std::push_heap(own.heap.begin(), own.heap.end());
      if (other.best[at(w)] == unseen || !(distance > beyond + other.best[at(w)])) continue;
      distance = beyond + other.best[at(w)];
      middle = w;
      whole = own.whole[at(w)] != 0 && other.whole[at(w)] != 0;
    }
  }
  return {};
}

}  // namespace nx
