#pragma once

#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/flow/flow_arcs_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The nodes from which more could still flow to some: their side of a minimum cut, the smallest.
class NearSide {
 public:
  explicit NearSide(const FlowArcs& arcs)
      : arcs_(arcs), seen_(static_cast<std::size_t>(arcs.node_count()), 0) {
    nodes_.reserve(seen_.size());
  }

  template <class Whole>
  const std::vector<index_t>& find(std::span<const index_t> targets,
                                   const std::vector<Whole>& residual, Poller& poll) {
    for (const index_t v : nodes_) seen_[at(v)] = 0;
    nodes_.assign(targets.begin(), targets.end());
    for (const index_t t : targets) seen_[at(t)] = 1;
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      const index_t v = nodes_[k];
      poll(arcs_.offsets[at(v) + 1] - arcs_.offsets[at(v)]);
      for (index_t a = arcs_.offsets[at(v)]; a < arcs_.offsets[at(v) + 1]; ++a) {
        const index_t u = arcs_.heads[at(a)];
        if (seen_[at(u)] != 0 || residual[at(arcs_.reverses[at(a)])] == 0) continue;
        seen_[at(u)] = 1;
        nodes_.push_back(u);
      }
    }
    return nodes_;
  }
  [[nodiscard]] bool has(index_t v) const { return seen_[at(v)] != 0; }

 private:
  static std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

  const FlowArcs& arcs_;
  std::vector<index_t> nodes_;
  std::vector<char> seen_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
