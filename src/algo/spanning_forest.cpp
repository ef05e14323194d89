#include <tuple>

#include "algo/disjoint_sets_detail.hpp"
#include "algo/parallel_sort_detail.hpp"
#include "algo/spanning_forest_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

SpanningTree spanning_forest(index_t nodes, std::vector<WeightedTie> ties, const Control& control) {
  const auto key = [](const WeightedTie& tie) { return std::tie(tie.cost, tie.low, tie.high); };
  parallel_sort(
      ties, [&](const WeightedTie& a, const WeightedTie& b) { return key(a) < key(b); },
      control.quiet());
  SpanningTree tree;
  Poller poll(control);
  control.poll();
  DisjointSets sets(static_cast<std::size_t>(nodes));
  for (const WeightedTie& tie : ties) {
    poll();
    if (!sets.join(tie.low, tie.high)) continue;
    tree.source.push_back(tie.low);
    tree.target.push_back(tie.high);
    tree.value.push_back(tie.cost);
    if (static_cast<index_t>(tree.source.size()) + 1 == nodes) break;
  }
  return tree;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
