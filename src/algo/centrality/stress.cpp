#include "aidnet/algo/centrality/stress.hpp"

#include "algo/between_detail.hpp"
#include "algo/node_set_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// σ_st(v) over all targets t: the paths to v, times those that go on from it.
class NumberOfPaths : public detail::PathCounts<double> {
 public:
  using PathCounts::PathCounts;
  using Value = double;
  using Wider = NumberOfPaths;

  [[nodiscard]] bool fits(std::span<const index_t>) const { return true; }
  [[nodiscard]] double passing(index_t u, double onward) {
    return onward > 0.0 ? of(u) * onward : 0.0;  // of(u) may be infinite
  }
  [[nodiscard]] double handed(index_t, double onward, double own) const { return own + onward; }
};

}  // namespace

std::vector<double> stress(const Graph& graph, const Length& length, const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, "stress");
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), "stress");
  const detail::NodeSet all = detail::node_set_or_all({}, paths.node_count(), "stress", "nodes");
  std::vector<double> sums =
      detail::sum_between<NumberOfPaths>(paths, ranks, {all.nodes, {}, all.has}, control);
  detail::rescale_pairs(sums, graph.is_directed(), false, 0.0);
  return sums;
}

}  // namespace aidnet::inline AIDNET_ABI
