#include "nx_astar.hpp"

#include <algorithm>
#include <limits>

namespace nx {
namespace {

struct Candidate {
  double expected;
  std::size_t rank;
  index_t node;
  double distance;
  index_t parent;

  bool operator<(const Candidate& other) const {  // the top of a heap is its largest
    return expected != other.expected ? expected > other.expected : rank > other.rank;
  }
};

/// What is known of a node once it has been seen.
struct Seen {
  double distance = std::numeric_limits<double>::infinity();
  double rest = 0.0;
  bool asked = false;
};

}  // namespace

std::vector<index_t> astar_path(const Adjacency& graph, const AstarOptions& options) {
  constexpr index_t unexplored = -2;
  std::vector<Seen> seen(graph.node_count());
  std::vector<index_t> explored(graph.node_count(), unexplored);  // its parent, −1 for the source
  std::vector<Candidate> heap{{0.0, 0, options.source, 0.0, aidnet::no_index}};
  std::size_t rank = 0;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end());
    const Candidate now = heap.back();
    heap.pop_back();
    if (now.node == options.target) {
      std::vector<index_t> path{now.node};
      for (index_t v = now.parent; v != aidnet::no_index; v = explored[at(v)]) path.push_back(v);
      std::reverse(path.begin(), path.end());
      return path;
    }
    if (explored[at(now.node)] == aidnet::no_index) continue;
    if (explored[at(now.node)] != unexplored && seen[at(now.node)].distance < now.distance)
      continue;
    explored[at(now.node)] = now.parent;
    const auto end = at(graph.offsets()[at(now.node) + 1]);
    for (auto k = at(graph.offsets()[at(now.node)]); k < end; ++k) {
      const index_t v = graph.neighbors()[k];
      Seen& known = seen[at(v)];
      const double beyond = now.distance + (options.lengths.empty() ? 1.0 : options.lengths[k]);
      if (known.asked && known.distance <= beyond) continue;
      // A node beyond the cutoff is asked again, as NetworkX asks it.
      const double rest = known.asked ? known.rest : options.heuristic ? options.heuristic(v) : 0.0;
      if (beyond + rest > options.cutoff) continue;
      known = {beyond, rest, true};
      heap.push_back({beyond + rest, ++rank, v, beyond, now.node});
      std::push_heap(heap.begin(), heap.end());
    }
  }
  return {};
}

}  // namespace nx
