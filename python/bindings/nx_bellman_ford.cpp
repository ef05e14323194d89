#include "nx_bellman_ford.hpp"

#include <limits>

namespace nx {
namespace {

/// For each node a list of nodes in the order in which they were added; what is cleared is used
/// again.
class Lists {
 public:
  explicit Lists(std::size_t count) : first_(count, none), last_(count, none) {}

  void add(index_t list, index_t node) {
    const std::size_t link = taken(node);
    if (first_[at(list)] == none)
      first_[at(list)] = link;
    else
      links_[last_[at(list)]].next = link;
    last_[at(list)] = link;
  }
  void clear(index_t list) {
    if (first_[at(list)] == none) return;
    links_[last_[at(list)]].next = free_;
    free_ = first_[at(list)];
    first_[at(list)] = last_[at(list)] = none;
  }
  /// Whether `wanted` holds for a node of the list; stops at the first.
  template <class Wanted>
  bool any(index_t list, const Wanted& wanted) const {
    for (std::size_t link = first_[at(list)]; link != none; link = links_[link].next)
      if (wanted(links_[link].node)) return true;
    return false;
  }

 private:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
  struct Link {
    index_t node;
    std::size_t next;
  };

  std::size_t taken(index_t node) {
    if (free_ == none) {
      links_.push_back({node, none});
      return links_.size() - 1;
    }
    const std::size_t link = free_;
    free_ = links_[link].next;
    links_[link] = {node, none};
    return link;
  }

  std::vector<std::size_t> first_;
  std::vector<std::size_t> last_;
  std::vector<Link> links_;
  std::size_t free_ = none;
};

/// Nodes that wait, each at most once, first come first served.
class Queue {
 public:
  explicit Queue(std::size_t nodes) : ring_(nodes), waiting_(nodes, false) {}

  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] bool has(index_t node) const { return waiting_[at(node)]; }
  void push(index_t node) {
    ring_[(head_ + count_++) % ring_.size()] = node;
    waiting_[at(node)] = true;
  }
  index_t pop() {
    const index_t node = ring_[head_];
    head_ = (head_ + 1) % ring_.size();
    --count_;
    waiting_[at(node)] = false;
    return node;
  }

 private:
  std::vector<index_t> ring_;
  std::vector<bool> waiting_;
  std::size_t head_ = 0;
  std::size_t count_ = 0;
};

struct Ends {
  index_t source = aidnet::no_index;
  index_t target = aidnet::no_index;
};

class Search {
 public:
  Search(const Adjacency& graph, const BellmanFordOptions& options)
      : graph_(graph),
        options_(options),
        queue_(graph.node_count()),
        before_(graph.node_count()),
        distance_(graph.node_count(), unseen),
        whole_(graph.node_count(), 1),
        entered_(graph.node_count(), aidnet::no_index),
        updated_(graph.node_count()),
        pushes_(graph.node_count(), 0) {}

  Cheapest run(const aidnet::Control& control) {
    for (const index_t source : options_.sources) {
      distance_[at(source)] = 0.0;
      found_.node.push_back(source);
      queue_.push(source);
    }
    std::int64_t scanned = 0;
    while (!queue_.empty() && found_.cycle == aidnet::no_index) {
      const index_t u = queue_.pop();
      if ((++scanned & 1023) == 0) control.poll();
      if (!before_.any(u, [this](index_t v) { return queue_.has(v); })) found_.cycle = scan(u);
    }
    for (const index_t v : found_.node) {
      found_.distance.push_back(distance_[at(v)]);
      found_.whole.push_back(whole_[at(v)]);
      before_.any(v, [this](index_t u) {
        found_.before.push_back(u);
        return false;
      });
      found_.offsets.push_back(static_cast<index_t>(found_.before.size()));
    }
    return std::move(found_);
  }

 private:
  static constexpr double unseen = std::numeric_limits<double>::infinity();

  /// Follows the entries of u; the node where a negative cycle is noticed, or −1.
  index_t scan(index_t u) {
    const double reached = distance_[at(u)];
    const auto end = at(graph_.offsets()[at(u) + 1]);
    for (auto k = at(graph_.offsets()[at(u)]); k < end; ++k) {
      const index_t v = graph_.neighbors()[k];
      const double beyond = reached + (options_.lengths.empty() ? 1.0 : options_.lengths[k]);
      if (beyond == distance_[at(v)]) before_.add(v, u);
      if (!(beyond < distance_[at(v)])) continue;
      if (options_.heuristic) {
        const Ends& latest = updated_[at(u)];
        if (v == latest.source || v == latest.target) {
          before_.add(v, u);
          return v;
        }
        updated_[at(v)] = entered_[at(v)] == u ? latest : Ends{u, v};
      }
      if (!queue_.has(v)) {
        queue_.push(v);
        if (++pushes_[at(v)] == static_cast<index_t>(graph_.node_count())) return v;
      }
      if (distance_[at(v)] == unseen) found_.node.push_back(v);
      distance_[at(v)] = beyond;
      if (!options_.whole.empty())
        whole_[at(v)] = static_cast<std::int8_t>(whole_[at(u)] != 0 && options_.whole[k] != 0);
      before_.clear(v);
      before_.add(v, u);
      entered_[at(v)] = u;
    }
    return aidnet::no_index;
  }

  const Adjacency& graph_;
  const BellmanFordOptions& options_;
  Queue queue_;
  Lists before_;
  std::vector<double> distance_;
  std::vector<std::int8_t> whole_;
  std::vector<index_t> entered_;
  std::vector<Ends> updated_;
  std::vector<index_t> pushes_;
  Cheapest found_;
};

}  // namespace

Cheapest bellman_ford(const Adjacency& graph, const BellmanFordOptions& options,
                      const aidnet::Control& control) {
  return Search(graph, options).run(control);
}

}  // namespace nx
