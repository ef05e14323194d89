#pragma once

#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/flow/flow_arcs_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Breadth first from some nodes along the arcs that are open. One object serves many searches.
class FlowSearch {
 public:
  explicit FlowSearch(const FlowArcs& arcs)
      : arcs_(arcs), by_(static_cast<std::size_t>(arcs.node_count()), no_index) {
    nodes_.reserve(by_.size());
  }

  /// The nodes that are reached, the first ones as they are given. `open(a)` says so of an arc.
  template <class Open>
  const std::vector<index_t>& find(std::span<const index_t> first, const Open& open, Poller& poll) {
    for (const index_t v : nodes_) by_[at(v)] = no_index;
    nodes_.assign(first.begin(), first.end());
    for (const index_t s : first) by_[at(s)] = given;
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      const index_t u = nodes_[k];
      poll(arcs_.offsets[at(u) + 1] - arcs_.offsets[at(u)] + 1);
      for (index_t a = arcs_.offsets[at(u)]; a < arcs_.offsets[at(u) + 1]; ++a) {
        const index_t v = arcs_.heads[at(a)];
        if (by_[at(v)] != no_index || !open(at(a))) continue;
        by_[at(v)] = a;
        nodes_.push_back(v);
      }
    }
    return nodes_;
  }

  /// The nodes from which more could still flow to some: their side of a minimum cut, the smallest.
  template <class Whole>
  const std::vector<index_t>& find_behind(std::span<const index_t> targets,
                                          const std::vector<Whole>& residual, Poller& poll) {
    return find(
        targets, [&](std::size_t a) { return residual[at(arcs_.reverses[a])] != 0; }, poll);
  }

  [[nodiscard]] bool has(index_t v) const { return by_[at(v)] != no_index; }

  /// The nodes on the way by which v was reached.
  [[nodiscard]] std::vector<index_t> way_to(index_t v) const {
    std::vector<index_t> way{v};
    while (by_[at(way.back())] != given)
      way.push_back(arcs_.heads[at(arcs_.reverses[at(by_[at(way.back())])])]);
    return {way.rbegin(), way.rend()};
  }

 private:
  static constexpr index_t given = -2;

  const FlowArcs& arcs_;
  std::vector<index_t> nodes_;
  std::vector<index_t> by_;  // the arc by which a node was reached, or no_index
};

}  // namespace aidnet::inline AIDNET_ABI::detail
