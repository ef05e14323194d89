#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/path_graph_detail.hpp"
#include "core/at_detail.hpp"

/// Searches for shortest paths from one source after another: all scratch is allocated once, and
/// only what a search touched is reset. Both have the same interface.
namespace aidnet::inline AIDNET_ABI::detail {

/// Sources that one worker searches from before it delivers what it gathered.
inline constexpr std::int64_t sources_per_chunk = 16;

/// What a search calls; this one does not listen. found(u, v) says that the arc u → v gives a
/// shorter way to v than was known, and voids what was said of v before; tied(u, v) that it gives
/// one as short. When u is settled, all that concerns the ways to u has been said.
struct Silent {
  void start(index_t) {}
  void found(index_t, index_t) {}
  void tied(index_t, index_t) {}
};

/// Breadth-first search, where every arc has length 1.
class BreadthFirst {
 public:
  explicit BreadthFirst(std::span<const ArcRows> rows)
      : rows_(rows), level_(rows.front().offsets.size() - 1, no_index) {
    settled_.reserve(level_.size());
  }

  /// Settles all nodes that can be reached from `source`.
  template <class Listener>
  void run(index_t source, Poller& poll, Listener& listener) {
    run(std::span<const index_t>(&source, 1), poll, listener);
  }

  /// The same from several sources at once, all different: to each node from the nearest of them.
  template <class Listener>
  void run(std::span<const index_t> sources, Poller& poll, Listener& listener) {
    for (const index_t v : settled_) level_[at(v)] = no_index;
    settled_.assign(sources.begin(), sources.end());
    for (const index_t source : sources) {
      level_[at(source)] = 0;
      listener.start(source);
    }
    for (std::size_t next = 0; next < settled_.size(); ++next) {
      const index_t u = settled_[next];
      const index_t beyond = level_[at(u)] + 1;
      for (const ArcRows& rows : rows_) {
        poll(1 + rows.degree(u));
        for (std::size_t k = rows.begin(u); k < rows.end(u); ++k) {
          const index_t v = rows.targets[k];
          index_t& level = level_[at(v)];
          if (level == no_index) {
            level = beyond;
            settled_.push_back(v);
            listener.found(u, v);
          } else if (level == beyond) {
            listener.tied(u, v);
          }
        }
      }
    }
  }

  /// The nodes reached by the last run, nearest first: the source, then the others.
  [[nodiscard]] std::span<const index_t> settled() const noexcept { return settled_; }
  [[nodiscard]] double distance(index_t v) const noexcept {
    return static_cast<double>(level_[at(v)]);
  }
  /// Whether the arc u → v, the k-th, is on a shortest path from the source. REQUIRES u settled;
  /// arcs that vanish in rounding may be taken for such although v was settled before u.
  [[nodiscard]] bool leads_on(index_t u, std::size_t, index_t v) const noexcept {
    return level_[at(v)] == level_[at(u)] + 1;
  }

  /// After a run from one source. For the settled nodes but the source, last first: done(u, sum of
  /// values[v] over the arcs u → v that shortest paths take). It may set values[u], for those
  /// before. REQUIRES both arrays to be zero at the settled nodes; `sums` is scratch.
  template <class Value, class Done>
  void gather_back(const std::vector<Value>& values, std::vector<Value>& sums, Poller& poll,
                   const Done& done) const {
    for (std::size_t end = settled_.size(); end > 1;) {
      // A whole level first: then all values but those of the next one are still zero, and no arc
      // needs to be asked where it leads.
      const index_t level = level_[at(settled_[end - 1])];
      std::size_t first = end;
      for (; first > 1 && level_[at(settled_[first - 1])] == level; --first) {
        const index_t u = settled_[first - 1];
        Value sum{};
        for (const ArcRows& rows : rows_) {
          poll(1 + rows.degree(u));
          for (std::size_t k = rows.begin(u); k < rows.end(u); ++k)
            sum += values[at(rows.targets[k])];
        }
        sums[at(u)] = sum;
      }
      for (; end > first; --end) done(settled_[end - 1], sums[at(settled_[end - 1])]);
    }
  }

 private:
  std::span<const ArcRows> rows_;
  std::vector<index_t> level_;
  std::vector<index_t> settled_;  // also the queue
};

/// Dijkstra's algorithm with a four-ary heap, for lengths ≥ 0. Distances are compared exactly.
/// If ranked, nodes at the same distance are settled in the order of their ranks (see zero_ranks).
template <bool ranked = false>
class Dijkstra {
 public:
  explicit Dijkstra(std::span<const ArcRows> rows, std::span<const index_t> ranks = {})
      : rows_(rows),
        ranks_(ranks),
        nodes_(rows.front().offsets.size() - 1),
        feeds_ties_(nodes_.size(), 0) {
    settled_.reserve(nodes_.size());
    heap_.reserve(nodes_.size());
  }

  template <class Listener>
  void run(index_t source, Poller& poll, Listener& listener) {
    run(std::span<const index_t>(&source, 1), poll, listener);
  }

  template <class Listener>
  void run(std::span<const index_t> sources, Poller& poll, Listener& listener) {
    for (const index_t v : settled_) {
      at(v) = {};
      feeds_ties(v) = 0;
    }
    settled_.clear();
    for (const index_t source : sources) {
      at(source).distance = 0.0;
      push(entry(source));
      listener.start(source);
    }
    while (!heap_.empty()) {
      const index_t u = pop();
      settled_.push_back(u);
      const double so_far = at(u).distance;
      for (const ArcRows& rows : rows_) {
        poll(1 + rows.degree(u));
        for (std::size_t k = rows.begin(u); k < rows.end(u); ++k) {
          const index_t v = rows.targets[k];
          const double distance = so_far + rows.lengths[k];
          Node& node = at(v);
          if (distance < node.distance) {
            node.distance = distance;
            node.parent = u;
            if (node.place == no_index)
              push(entry(v));
            else
              rise(static_cast<std::size_t>(node.place), entry(v));
            listener.found(u, v);
          } else if (distance == node.distance && node.place != no_index) {
            if (node.parent != no_index) feeds_ties(node.parent) = 1;
            feeds_ties(u) = 1;
            node.parent = no_index;
            listener.tied(u, v);
          }
        }
      }
    }
  }

  [[nodiscard]] std::span<const index_t> settled() const noexcept { return settled_; }
  [[nodiscard]] double distance(index_t v) const noexcept { return at(v).distance; }
  [[nodiscard]] bool leads_on(index_t u, std::size_t k, index_t v) const noexcept {
    return at(u).distance + rows_.front().lengths[k] == at(v).distance;
  }

  /// As BreadthFirst::gather_back. A node with one shortest way to it hands its value on to its
  /// parent; arcs are looked at again only where ways tie.
  template <class Value, class Done>
  void gather_back(const std::vector<Value>& values, std::vector<Value>& sums, Poller& poll,
                   const Done& done) const {
    for (std::size_t k = settled_.size(); k-- > 1;) {
      const index_t u = settled_[k];
      const auto i = static_cast<std::size_t>(u);
      if (feeds_ties_[i] != 0) sums[i] += over_ties(u, values, poll);
      done(u, sums[i]);
      poll();
      if (const index_t parent = at(u).parent; parent != no_index)
        sums[static_cast<std::size_t>(parent)] += values[i];
    }
  }

 private:
  struct Node {
    double distance = std::numeric_limits<double>::infinity();
    index_t place = no_index;   // in the heap
    index_t parent = no_index;  // on the only shortest way; none for the source and where ways tie
  };

  struct Entry {
    double distance;
    index_t rank;
    index_t node;
  };

  static constexpr std::size_t arity = 4;

  [[nodiscard]] Node& at(index_t v) noexcept { return nodes_[static_cast<std::size_t>(v)]; }
  [[nodiscard]] const Node& at(index_t v) const noexcept {
    return nodes_[static_cast<std::size_t>(v)];
  }
  [[nodiscard]] unsigned char& feeds_ties(index_t v) noexcept {
    return feeds_ties_[static_cast<std::size_t>(v)];
  }

  /// The sum over tight arcs to nodes where ways tie. Where lengths are zero or vanish beside the
  /// distance, some lead to nodes settled before u: their values are still zero.
  template <class Value>
  Value over_ties(index_t u, const std::vector<Value>& values, Poller& poll) const {
    Value sum{};
    for (const ArcRows& rows : rows_) {
      poll(rows.degree(u));
      for (std::size_t k = rows.begin(u); k < rows.end(u); ++k) {
        const Node& next = at(rows.targets[k]);
        if (at(u).distance + rows.lengths[k] == next.distance && next.parent == no_index)
          sum += values[static_cast<std::size_t>(rows.targets[k])];
      }
    }
    return sum;
  }

  [[nodiscard]] Entry entry(index_t v) const noexcept {
    if constexpr (ranked) return {at(v).distance, ranks_[static_cast<std::size_t>(v)], v};
    return {at(v).distance, 0, v};
  }

  static bool before(const Entry& a, const Entry& b) noexcept {
    const bool nearer = a.distance < b.distance;
    if constexpr (ranked) return nearer || (a.distance == b.distance && a.rank < b.rank);
    return nearer;
  }

  void put(std::size_t place, const Entry& entry) noexcept {
    heap_[place] = entry;
    at(entry.node).place = static_cast<index_t>(place);
  }

  void push(const Entry& entry) {
    heap_.emplace_back();
    rise(heap_.size() - 1, entry);
  }

  /// Puts `entry` at `place` or nearer to the top.
  void rise(std::size_t place, const Entry& entry) noexcept {
    while (place > 0) {
      const std::size_t above = (place - 1) / arity;
      if (!before(entry, heap_[above])) break;
      put(place, heap_[above]);
      place = above;
    }
    put(place, entry);
  }

  index_t pop() noexcept {
    const index_t nearest = heap_.front().node;
    at(nearest).place = no_index;
    const Entry last = heap_.back();
    heap_.pop_back();
    if (!heap_.empty()) sink(last);
    return nearest;
  }

  /// The least of up to `arity` entries from `first` on. Without branches on what is in the heap,
  /// which would be anybody's guess.
  [[nodiscard]] std::size_t least_of(std::size_t first) const noexcept {
    const Entry* const e = heap_.data();
    const auto second = [e](std::size_t a, std::size_t b) {
      return static_cast<std::size_t>(before(e[b], e[a]));
    };
    if (first + arity <= heap_.size()) {
      const std::size_t left = first + second(first, first + 1);
      const std::size_t right = first + 2 + second(first + 2, first + 3);
      return left + (right - left) * second(left, right);
    }
    std::size_t least = first;
    for (std::size_t child = first + 1; child < heap_.size(); ++child)
      if (before(e[child], e[least])) least = child;
    return least;
  }

  /// Puts `entry` at the top or as far below as it must go.
  void sink(const Entry& entry) noexcept {
    std::size_t place = 0;
    for (;;) {
      const std::size_t first = arity * place + 1;
      if (first >= heap_.size()) break;
      const std::size_t least = least_of(first);
      if (!before(heap_[least], entry)) break;
      put(place, heap_[least]);
      place = least;
    }
    put(place, entry);
  }

  std::span<const ArcRows> rows_;
  std::span<const index_t> ranks_;
  std::vector<Node> nodes_;
  std::vector<unsigned char> feeds_ties_;  // whether an arc may lead to a node where ways tie
  std::vector<Entry> heap_;
  std::vector<index_t> settled_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
