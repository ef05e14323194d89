#include "aidnet/algo/centrality/birank.hpp"

#include "algo/two_mode_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

BirankResult birank(const Graph& graph, const BirankOptions& options, const Control& control) {
  detail::TwoModeScores scores =
      detail::rank_two_mode("birank", graph, detail::TwoModeScale::roots, options, control);
  return {std::move(scores.donor), std::move(scores.recipient), scores.convergence};
}

}  // namespace aidnet::inline AIDNET_ABI
