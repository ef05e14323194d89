#include "aidnet/algo/structure/strong_components.hpp"

#include "aidnet/algo/structure/weak_components.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

/// Gabow's search. `open` has the nodes whose component is not complete, in order of discovery, and
/// `starts` the places in it where the components begin that are known so far; an arc back to an
/// earlier component merges all that were begun since.
class Search {
 public:
  Search(const Csr& arcs, const Control& control)
      : arcs_(arcs),
        poll_(control),
        complete_(static_cast<index_t>(arcs.offsets.size() - 1)),
        place_(at(complete_), no_index),
        component_(at(complete_)) {}

  /// Puts all that can be reached from `root` into components.
  void from(index_t root) {
    if (place_[at(root)] != no_index) return;
    enter(root);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.entry == step.end) {
        leave(step.node);
        path_.pop_back();
        continue;
      }
      const index_t target = arcs_.indices[at(step.entry++)];
      const index_t place = place_[at(target)];
      if (place == no_index)
        enter(target);
      else
        while (starts_.back() > place) starts_.pop_back();
    }
  }

  /// The components, renumbered from order of completion to order of smallest node.
  Components numbered() && {
    std::vector<index_t> number(at(count_), no_index);
    index_t next = 0;
    for (index_t& c : component_) {
      if (number[at(c)] == no_index) number[at(c)] = next++;
      c = number[at(c)];
    }
    return {std::move(component_), count_};
  }

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

  void leave(index_t node) {
    const index_t start = place_[at(node)];
    if (starts_.back() != start) return;  // belongs to a component that began earlier
    starts_.pop_back();
    for (std::size_t k = at(start); k < open_.size(); ++k) {
      place_[at(open_[k])] = complete_;
      component_[at(open_[k])] = count_;
    }
    open_.resize(at(start));
    ++count_;
  }

  const Csr& arcs_;
  Poller poll_;
  const index_t complete_;      // a place after all others: arcs to there merge nothing
  std::vector<index_t> place_;  // of each node in open_; no_index: not seen, complete_: done
  std::vector<index_t> component_;
  index_t count_ = 0;
  std::vector<index_t> open_;
  std::vector<index_t> starts_;
  std::vector<Step> path_;
};

}  // namespace

Components strong_components(const Graph& graph, const Control& control) {
  if (!graph.is_directed()) return weak_components(graph, control);
  control.poll();
  const Graph ties = graph.without_zeros();
  Search search(ties.forward(), control);
  for (index_t u = 0; u < ties.node_count(); ++u) search.from(u);
  Components components = std::move(search).numbered();
  control.report(1.0);
  return components;
}

}  // namespace aidnet::inline AIDNET_ABI
