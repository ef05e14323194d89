#include <algorithm>

#include "algo/some_cycle_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

// Depth-first search: the first arc that leads back to the path closes a cycle.
std::vector<index_t> some_cycle(const Graph& ties, const Control& control) {
  const auto offsets = ties.offsets();
  const auto targets = ties.indices();
  const bool directed = ties.is_directed();
  constexpr index_t done = no_index - 1;
  std::vector<index_t> place(at(ties.node_count()), no_index);  // on the path
  struct Step {
    index_t node;
    index_t entry;
  };
  std::vector<Step> path;
  Poller poll(control);
  const auto enter = [&](index_t v) {
    place[at(v)] = static_cast<index_t>(path.size());
    path.push_back({v, offsets[at(v)]});
    poll(1 + offsets[at(v) + 1] - offsets[at(v)]);
  };
  for (index_t root = 0; root < ties.node_count(); ++root) {
    if (place[at(root)] != no_index) continue;
    enter(root);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.entry == offsets[at(step.node) + 1]) {
        place[at(step.node)] = done;
        path.pop_back();
        continue;
      }
      const index_t w = targets[at(step.entry++)];
      if (!directed && path.size() > 1 && w == path[path.size() - 2].node) continue;
      if (place[at(w)] == no_index) {
        enter(w);
      } else if (place[at(w)] != done) {
        std::vector<index_t> cycle;
        for (std::size_t k = at(place[at(w)]); k < path.size(); ++k) cycle.push_back(path[k].node);
        std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
        return cycle;
      }
    }
  }
  return {};
}

}  // namespace aidnet::inline AIDNET_ABI::detail
