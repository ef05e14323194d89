#include "aidnet/algo/paths/k_shortest_paths.hpp"

#include <algorithm>
#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/guided_search_detail.hpp"
#include "algo/one_node_detail.hpp"
#include "algo/shortest_paths_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* k_shortest_paths_name = "k_shortest_paths";
constexpr double infinite = std::numeric_limits<double>::infinity();

using detail::at;

/// The distances from all nodes to one; infinite where there is no path.
template <class Search>
std::vector<double> distances_to(index_t target, const detail::PathGraph& backward, Poller& poll) {
  std::vector<double> values(at(backward.node_count()), infinite);
  Search search(backward.rows());
  detail::Silent silent;
  search.run(target, poll, silent);
  for (const index_t v : search.settled()) values[at(v)] = search.distance(v);
  return values;
}

/// A part of Lawler's partition of all paths: those that begin with the first nodes of a path that
/// was found, and do not go on from there to any that is banned. With the best of it, once it was
/// looked for; until then, with a length that it cannot be below.
struct Part {
  index_t parent;  // which of the found paths
  std::size_t shared;
  std::vector<index_t> banned;
  double length;
  std::vector<index_t> nodes{};  // of the best one, behind the shared ones
  std::vector<double> distances{};

  [[nodiscard]] bool solved() const noexcept { return !nodes.empty(); }
};

/// Whether b comes before a. What is not solved comes first of what may be as long, so that it is.
bool later(const Part& a, const Part& b, const KShortestPaths& found) {
  if (a.length != b.length) return a.length > b.length;
  if (!a.solved() || !b.solved()) return b.solved() < a.solved();
  const std::size_t steps = a.shared + a.nodes.size();
  if (const std::size_t other = b.shared + b.nodes.size(); steps != other) return steps > other;
  const auto node = [&](const Part& part, std::size_t k) {
    return k < part.shared ? found.path(part.parent)[k] : part.nodes[k - part.shared];
  };
  for (std::size_t k = steps; k-- > 0;)
    if (node(a, k) != node(b, k)) return node(a, k) > node(b, k);
  return false;
}

class Finder {
 public:
  Finder(const detail::PathGraph& paths, std::span<const double> left, index_t source,
         index_t target)
      : rows_(paths.rows().front()),
        left_(left),
        source_(source),
        target_(target),
        search_(rows_, left),
        shared_(left.size(), 0),
        banned_(left.size(), 0) {}

  KShortestPaths first(index_t k, const Control& control) {
    Poller poll(control);
    if (left_[at(source_)] == infinite) return std::move(found_);
    parts_.push_back({no_index, 0, {}, 0.0});
    while (found_.count() < k && !parts_.empty()) {
      std::pop_heap(parts_.begin(), parts_.end(), Order{&found_});
      Part part = std::move(parts_.back());
      parts_.pop_back();
      if (part.solved()) {
        divide(keep(part), part, poll);
        control.report(static_cast<double>(found_.count()) / static_cast<double>(k));
      } else if (solve(part, poll)) {
        add(std::move(part));
      }
    }
    return std::move(found_);
  }

 private:
  struct Order {
    const KShortestPaths* found;
    bool operator()(const Part& a, const Part& b) const { return later(a, b, *found); }
  };

  void add(Part&& part) {
    parts_.push_back(std::move(part));
    std::push_heap(parts_.begin(), parts_.end(), Order{&found_});
  }

  /// Looks for the shortest path of a part; whether there is any.
  bool solve(Part& part, Poller& poll) {
    index_t from = source_;
    double so_far = 0.0;
    std::span<const index_t> beginning;
    if (part.parent != no_index) {
      beginning = found_.path(part.parent).first(part.shared);
      from = beginning.back();
      so_far = found_.distances[at(found_.offsets[at(part.parent)]) + part.shared - 1];
    }
    for (const index_t v : beginning) shared_[at(v)] = 1;
    for (const index_t v : part.banned) banned_[at(v)] = 1;
    const bool found = search_.run(
        from, so_far, target_, [&](index_t v) { return banned_[at(v)] == 0; },
        [&](index_t v) { return shared_[at(v)] == 0; }, poll);
    for (const index_t v : beginning) shared_[at(v)] = 0;
    for (const index_t v : part.banned) banned_[at(v)] = 0;
    if (!found) return false;
    part.length = search_.distance(target_);
    index_t v = target_;
    for (; v != from; v = search_.before(v)) part.nodes.push_back(v);
    if (part.parent == no_index) part.nodes.push_back(v);
    std::reverse(part.nodes.begin(), part.nodes.end());
    for (const index_t node : part.nodes) part.distances.push_back(search_.distance(node));
    return true;
  }

  /// Adds the best path of a part to what was found, and returns its number.
  index_t keep(const Part& part) {
    if (part.parent != no_index) {
      const std::size_t first = at(found_.offsets[at(part.parent)]);
      for (std::size_t k = first; k < first + part.shared; ++k) {
        const index_t node = found_.nodes[k];
        const double distance = found_.distances[k];
        found_.nodes.push_back(node);
        found_.distances.push_back(distance);
      }
    }
    found_.nodes.insert(found_.nodes.end(), part.nodes.begin(), part.nodes.end());
    found_.distances.insert(found_.distances.end(), part.distances.begin(), part.distances.end());
    if (found_.nodes.size() > at(std::numeric_limits<index_t>::max()))
      throw SizeError(detail::text(k_shortest_paths_name,
                                   ": the paths have more nodes than the index type counts"));
    found_.offsets.push_back(static_cast<index_t>(found_.nodes.size()));
    return found_.count() - 1;
  }

  /// What is left of a part without its best path, by where paths leave that.
  void divide(index_t path, Part& part, Poller& poll) {
    const std::size_t first = at(found_.offsets[at(path)]);
    const std::size_t size = found_.path(path).size();
    const std::size_t least = std::max<std::size_t>(part.shared, 1);
    for (std::size_t shared = 1; shared < size; ++shared) {
      const index_t from = found_.nodes[first + shared - 1];
      shared_[at(from)] = 1;
      if (shared < least) continue;
      Part rest{path, shared, {}, 0.0};
      if (shared == least) rest.banned = std::move(part.banned);
      rest.banned.push_back(found_.nodes[first + shared]);
      rest.length = bound(from, found_.distances[first + shared - 1], rest.banned, poll);
      if (rest.length < infinite) add(std::move(rest));
    }
    for (std::size_t k = first; k < first + size; ++k) shared_[at(found_.nodes[k])] = 0;
  }

  /// What a path over `from` cannot be below that goes on to none of `banned`.
  double bound(index_t from, double so_far, const std::vector<index_t>& banned, Poller& poll) {
    for (const index_t v : banned) banned_[at(v)] = 1;
    double least = infinite;
    poll(1 + rows_.degree(from));
    for (std::size_t k = rows_.begin(from); k < rows_.end(from); ++k) {
      const index_t v = rows_.targets[k];
      if (shared_[at(v)] != 0 || banned_[at(v)] != 0) continue;
      const double length = rows_.lengths.empty() ? 1.0 : rows_.lengths[k];
      least = std::min(least, so_far + length + left_[at(v)]);
    }
    for (const index_t v : banned) banned_[at(v)] = 0;
    return least / search_.slack();
  }

  detail::ArcRows rows_;
  std::span<const double> left_;  // of the way to the target
  index_t source_;
  index_t target_;
  detail::GuidedSearch<true> search_;
  std::vector<unsigned char> shared_;
  std::vector<unsigned char> banned_;
  std::vector<Part> parts_;  // a heap, the best on top
  KShortestPaths found_;
};

}  // namespace

KShortestPaths k_shortest_paths(const Graph& graph, const Length& length,
                                const KShortestPathsOptions& options, const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, k_shortest_paths_name);
  const index_t n = paths.node_count();
  const index_t source = detail::required_node(options.source, n, k_shortest_paths_name, "source");
  const index_t target = detail::required_node(options.target, n, k_shortest_paths_name, "target");
  if (options.k < 1)
    throw ValidationError(
        detail::text(k_shortest_paths_name, ": k is ", options.k, "; it must be 1 or more"));
  control.poll();
  Poller poll(control);
  const detail::PathGraph backward(graph, length, Mode::in, k_shortest_paths_name);
  const std::vector<double> left = paths.is_unit()
                                       ? distances_to<detail::BreadthFirst>(target, backward, poll)
                                       : distances_to<detail::Dijkstra<>>(target, backward, poll);
  KShortestPaths found = Finder(paths, left, source, target).first(options.k, control);
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI
