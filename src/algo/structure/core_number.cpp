#include "aidnet/algo/structure/core_number.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace aidnet::inline AIDNET_ABI {
namespace {

std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

/// The nodes in ascending order of a count each, kept sorted while counts fall by one at a time.
class Queue {
 public:
  explicit Queue(const std::vector<std::int64_t>& count)
      : nodes_(count.size()), place_(count.size()) {
    const std::int64_t most = count.empty() ? 0 : *std::max_element(count.begin(), count.end());
    first_.assign(at(most) + 2, 0);
    for (const std::int64_t c : count) ++first_[at(c) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<index_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t u = 0; u < count.size(); ++u) {
      place_[u] = next[at(count[u])]++;
      nodes_[at(place_[u])] = static_cast<index_t>(u);
    }
  }

  [[nodiscard]] index_t node(std::size_t k) const noexcept { return nodes_[k]; }

  /// Notes that the count of `node` is about to fall from `count`: it changes places with the first
  /// node of the same count, which then is the last of the next smaller one.
  void move_down(index_t node, std::int64_t count) noexcept {
    const index_t place = place_[at(node)];
    const index_t front = first_[at(count)]++;
    const index_t other = std::exchange(nodes_[at(front)], node);
    nodes_[at(place)] = other;
    place_[at(other)] = place;
    place_[at(node)] = front;
  }

 private:
  std::vector<index_t> nodes_;
  std::vector<index_t> place_;  // of each node in nodes_
  std::vector<index_t> first_;  // where the nodes of each count begin in nodes_
};

}  // namespace

std::vector<std::int64_t> core_number(const Graph& graph, const CoreNumberOptions& options,
                                      const Control& control) {
  control.poll();
  const Graph ties = graph.without_zeros();
  // Nodes lose a tie when one whom they give to (mode out) or receive from (in) is taken away, so
  // it is the arcs the other way that tell who loses one.
  const bool undirected = !ties.is_directed();
  const bool along = options.mode != Mode::out || undirected;
  const bool against = options.mode != Mode::in && !undirected;
  const auto losers = [&](index_t u, const auto& visit) {
    if (along)
      for (const index_t v : ties.out_neighbors(u))
        if (v != u) visit(v);
    if (against)
      for (const index_t v : ties.in_neighbors(u))
        if (v != u) visit(v);
  };

  std::vector<std::int64_t> core(static_cast<std::size_t>(ties.node_count()), 0);
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u)
    losers(u, [&](index_t v) {
      poll();
      ++core[at(v)];
    });
  Queue queue(core);
  for (std::size_t k = 0; k < core.size(); ++k) {
    const index_t gone = queue.node(k);
    losers(gone, [&](index_t v) {
      poll();
      if (core[at(v)] > core[at(gone)]) queue.move_down(v, core[at(v)]--);
    });
  }
  control.report(1.0);
  return core;
}

}  // namespace aidnet::inline AIDNET_ABI
