#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Gabow's search for strong components. `open_` has the nodes whose component is not complete, in
/// order of discovery, and `starts_` the places in it where the components begin that are known so
/// far; an arc back to an earlier component merges all that were begun since.
class StrongSearch {
 public:
  StrongSearch(const Csr& arcs, const Control& control)
      : arcs_(arcs),
        poll_(control),
        complete_(static_cast<index_t>(arcs.offsets.size() - 1)),
        place_(at(complete_), no_index) {}

  /// Puts all that can be reached from `root` into components, along arcs to nodes that
  /// inside(node) is true of; complete(nodes) is told of each.
  template <class Inside, class Complete>
  void from(index_t root, const Inside& inside, const Complete& complete) {
    if (place_[at(root)] != no_index) return;
    enter(root);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.entry == step.end) {
        leave(step.node, complete);
        path_.pop_back();
        continue;
      }
      const index_t target = arcs_.indices[at(step.entry++)];
      if (!inside(target)) continue;
      const index_t place = place_[at(target)];
      if (place == no_index)
        enter(target);
      else
        while (starts_.back() > place) starts_.pop_back();
    }
  }

  /// Makes a node one that was never seen. REQUIRES that no search is under way.
  void forget(index_t node) { place_[at(node)] = no_index; }

 private:
  struct Step {
    index_t node;
    index_t entry;  // the arc to be looked at next
    index_t end;
  };

  void enter(index_t node) {
    const index_t begin = arcs_.offsets[at(node)];
    const index_t end = arcs_.offsets[at(node) + 1];
    poll_(1 + end - begin);
    const auto place = static_cast<index_t>(open_.size());
    place_[at(node)] = place;
    open_.push_back(node);
    starts_.push_back(place);
    path_.push_back({node, begin, end});
  }

  template <class Complete>
  void leave(index_t node, const Complete& complete) {
    const index_t start = place_[at(node)];
    if (starts_.back() != start) return;  // belongs to a component that began earlier
    starts_.pop_back();
    const auto nodes = std::span<const index_t>(open_).subspan(at(start));
    for (const index_t v : nodes) place_[at(v)] = complete_;
    complete(nodes);
    open_.resize(at(start));
  }

  const Csr& arcs_;
  Poller poll_;
  const index_t complete_;      // a place after all others: arcs to there merge nothing
  std::vector<index_t> place_;  // of each node in open_; no_index: not seen, complete_: done
  std::vector<index_t> open_;
  std::vector<index_t> starts_;
  std::vector<Step> path_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
