#include "aidnet/algo/centrality/load.hpp"

#include "algo/between_detail.hpp"
#include "algo/node_set_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// Divides what a node hands back by the number of nodes before it on shortest paths.
class EvenSplit {
 public:
  using Value = double;
  using Wider = EvenSplit;

  explicit EvenSplit(index_t nodes) : before_(static_cast<std::size_t>(nodes)) {}
  void start(index_t source) { before(source) = 0.0; }
  void found(index_t, index_t v) { before(v) = 1.0; }
  void tied(index_t, index_t v) { before(v) += 1.0; }

  [[nodiscard]] bool fits(std::span<const index_t>) const { return true; }
  [[nodiscard]] double passing(index_t, double sum) const { return sum; }
  [[nodiscard]] double handed(index_t u, double sum, double own) { return (own + sum) / before(u); }

 private:
  double& before(index_t v) { return before_[static_cast<std::size_t>(v)]; }

  std::vector<double> before_;
};

}  // namespace

std::vector<double> load(const Graph& graph, const Length& length, const LoadOptions& options,
                         const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, "load");
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), "load");
  const detail::NodeSet all = detail::node_set_or_all({}, paths.node_count(), "load", "nodes");
  std::vector<double> sums =
      detail::sum_between<EvenSplit>(paths, ranks, {all.nodes, {}, all.has}, control);
  detail::rescale_pairs(sums, true, options.normalized,
                        detail::ordered_pairs(paths.node_count(), false));
  return sums;
}

}  // namespace aidnet::inline AIDNET_ABI
