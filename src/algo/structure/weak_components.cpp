#include "aidnet/algo/structure/weak_components.hpp"

#include <numeric>
#include <utility>

namespace aidnet::inline AIDNET_ABI {
namespace {

/// Disjoint sets of nodes, each named by its smallest member: `above[u]` ≤ u leads there.
class Sets {
 public:
  explicit Sets(std::size_t n) : above_(n) { std::iota(above_.begin(), above_.end(), index_t{0}); }

  void join(index_t u, index_t v) noexcept {
    u = smallest(u);
    v = smallest(v);
    above(u < v ? v : u) = u < v ? u : v;
  }

  /// The number of each node's set, in order of the smallest members.
  Components numbered() && {
    index_t count = 0;
    for (std::size_t u = 0; u < above_.size(); ++u) {
      // What lies above has its number already.
      const bool first = above_[u] == static_cast<index_t>(u);
      above_[u] = first ? count++ : above(above_[u]);
    }
    return {std::move(above_), count};
  }

 private:
  index_t& above(index_t u) noexcept { return above_[static_cast<std::size_t>(u)]; }

  index_t smallest(index_t u) noexcept {
    while (above(u) != u) u = above(u) = above(above(u));  // halves the way for the next one
    return u;
  }

  std::vector<index_t> above_;
};

}  // namespace

Components weak_components(const Graph& graph, const Control& control) {
  control.poll();
  Sets sets(static_cast<std::size_t>(graph.node_count()));
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    const auto weights = graph.out_weights(u);
    poll(1 + static_cast<std::int64_t>(targets.size()));
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const bool seen_from_there = !graph.is_directed() && targets[k] < u;
      if (weights[k] != 0.0 && !seen_from_there) sets.join(u, targets[k]);
    }
  }
  Components components = std::move(sets).numbered();
  control.report(1.0);
  return components;
}

}  // namespace aidnet::inline AIDNET_ABI
