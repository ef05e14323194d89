#include "algo/two_ended_detail.hpp"

#include <algorithm>
#include <limits>

#include "algo/node_heap_detail.hpp"
#include "algo/path_back_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

TwoEndedBreadthFirst::TwoEndedBreadthFirst(const Csr& forward, const Csr& backward) {
  from_source_.arcs = &forward;
  to_target_.arcs = &backward;
}

void TwoEndedBreadthFirst::start(Side& side, index_t node) const {
  side.level.assign(side.arcs->offsets.size() - 1, no_index);
  side.level[at(node)] = 0;
  side.reached.push_back(node);
  side.work = static_cast<std::int64_t>(side.arcs->row(node).size());
}

/// Reaches the whole next level of one side; whether a node of it has been reached by the other.
bool TwoEndedBreadthFirst::deepen(Side& side, const Side& other, Poller& poll) const {
  bool met = false;
  const std::size_t end = side.reached.size();
  ++side.depth;
  side.work = 0;
  for (std::size_t k = side.begin; k < end; ++k) {
    const auto row = side.arcs->row(side.reached[k]);
    poll(1 + static_cast<std::int64_t>(row.size()));
    for (const index_t v : row) {
      if (side.level[at(v)] != no_index) continue;
      side.level[at(v)] = side.depth;
      side.reached.push_back(v);
      side.work += 1 + static_cast<std::int64_t>(side.arcs->row(v).size());
      met = met || other.level[at(v)] != no_index;
    }
  }
  side.begin = end;
  return met;
}

bool TwoEndedBreadthFirst::meet(index_t source, index_t target, Poller& poll) {
  start(from_source_, source);
  start(to_target_, target);
  for (;;) {
    const bool forward = from_source_.work <= to_target_.work;
    Side& side = forward ? from_source_ : to_target_;
    if (deepen(side, forward ? to_target_ : from_source_, poll)) return true;
    if (side.begin == side.reached.size()) return false;
  }
}

// Where both have reached their last whole level, there are the nodes in the midst of all paths.
// From there on, those on the target's side that paths go through are marked, level by level.
std::vector<index_t> TwoEndedBreadthFirst::path(Poller& poll) {
  std::vector<unsigned char> marked(from_source_.level.size(), 0);
  const index_t source = from_source_.reached.front();
  std::vector<index_t> current;
  for (std::size_t k = from_source_.begin; k < from_source_.reached.size(); ++k) {
    const index_t v = from_source_.reached[k];
    if (to_target_.level[at(v)] == no_index) continue;
    marked[at(v)] = 1;
    current.push_back(v);
  }
  std::vector<index_t> next;
  for (index_t level = to_target_.depth; level > 1; --level) {
    next.clear();
    for (const index_t u : current) {
      poll(static_cast<std::int64_t>(from_source_.arcs->row(u).size()));
      for (const index_t v : from_source_.arcs->row(u))
        if (to_target_.level[at(v)] == level - 1 && marked[at(v)] == 0) {
          marked[at(v)] = 1;
          next.push_back(v);
        }
    }
    current.swap(next);
  }
  const index_t steps = from_source_.depth + to_target_.depth;
  std::vector<index_t> path(at(steps) + 1, source);
  path.back() = to_target_.reached.front();
  for (index_t k = steps - 1; k > 0; --k) {
    const bool before_midst = k < from_source_.depth;
    for (const index_t u : to_target_.arcs->row(path[at(k) + 1])) {
      const bool leads = before_midst ? from_source_.level[at(u)] == k
                                      : marked[at(u)] != 0 && to_target_.level[at(u)] == steps - k;
      if (!leads) continue;
      path[at(k)] = u;
      break;
    }
  }
  return path;
}

namespace {

constexpr double far = std::numeric_limits<double>::infinity();

/// What one end knows: how far nodes are from it, along paths that may still be shortest.
struct End {
  explicit End(index_t nodes) : distance(at(nodes), far), settled(at(nodes), 0), heap(nodes) {}

  void start(index_t node) {
    distance[at(node)] = 0.0;
    heap.put(node, 0.0);
  }
  /// At least how far a node is from it, if it is on a shortest path at all.
  [[nodiscard]] double at_least(index_t v) const {
    return settled[at(v)] != 0 ? distance[at(v)] : radius;
  }
  index_t settle() {
    radius = heap.least();
    const index_t u = heap.pop();
    settled[at(u)] = 1;
    return u;
  }

  std::vector<double> distance;
  std::vector<unsigned char> settled;
  NodeHeap<double> heap;
  double radius = 0.0;  // of what is settled
};

}  // namespace

// Both ends find an upper bound of the distance and lower bounds of what is left of it at each
// node; with them the search from the source settles hardly more than the nodes of shortest paths,
// and these in the way, and to the bit, that it would have without bounds. What is added in another
// order differs in rounding: `slack` lets nothing be cut off by that.
std::vector<index_t> two_ended_path(const Graph& graph, const Length& length,
                                    const PathGraph& paths, index_t source, index_t target,
                                    const char* who, const Control& control) {
  const index_t n = graph.node_count();
  const ArcRows& rows = paths.rows().front();
  const Csr& backward = graph.transposed();
  const auto entries = graph.transposed_entries();
  const auto lengths = length.values();
  const double slack = order_slack(at(n));

  End from(n);
  End to(n);
  std::vector<index_t> before(at(n), no_index);
  Poller poll(control);
  control.poll();
  from.start(source);
  to.start(target);
  double shortest = source == target ? 0.0 : far;  // found so far
  while (!from.heap.empty() && from.settled[at(target)] == 0) {
    const bool both = from.radius + to.radius < shortest && !to.heap.empty();
    if (!both || from.heap.size() <= to.heap.size()) {
      const index_t u = from.settle();
      poll(1 + rows.degree(u));
      for (std::size_t k = rows.begin(u); k < rows.end(u); ++k) {
        const index_t v = rows.targets[k];
        const double distance = from.distance[at(u)] + rows.lengths[k];
        if (distance + to.at_least(v) > shortest * slack) continue;
        if (distance < from.distance[at(v)]) {
          from.distance[at(v)] = distance;
          before[at(v)] = u;
          from.heap.put(v, distance);
          shortest = std::min(shortest, distance + to.distance[at(v)]);
        } else if (distance == from.distance[at(v)] && from.settled[at(v)] == 0) {
          before[at(v)] = std::min(before[at(v)], u);
        }
      }
    } else {
      const index_t v = to.settle();
      const auto row = backward.row(v);
      const auto weights = backward.row_weights(v);
      const std::size_t first = at(backward.offsets[at(v)]);
      poll(1 + static_cast<std::int64_t>(row.size()));
      for (std::size_t k = 0; k < row.size(); ++k) {
        const index_t u = row[k];
        const double distance = to.distance[at(v)] + lengths[at(entries[first + k])];
        if (weights[k] == 0.0 || !(distance < to.distance[at(u)]) ||
            distance + from.at_least(u) > shortest * slack)
          continue;
        to.distance[at(u)] = distance;
        to.heap.put(u, distance);
        shortest = std::min(shortest, distance + from.distance[at(u)]);
      }
      if (to.heap.empty()) to.radius = far;  // nothing else is on a way to the target
    }
  }
  if (from.settled[at(target)] == 0) throw_no_path(who, source, target);
  std::vector<index_t> path{target};
  while (path.back() != source) path.push_back(before[at(path.back())]);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
