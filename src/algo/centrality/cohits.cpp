#include "aidnet/algo/centrality/cohits.hpp"

#include "algo/two_mode_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

CohitsResult cohits(const Graph& graph, const CohitsOptions& options, const Control& control) {
  detail::TwoModeScores scores =
      detail::rank_two_mode("cohits", graph, detail::TwoModeScale::shares, options, control);
  return {std::move(scores.donor), std::move(scores.recipient), scores.convergence};
}

}  // namespace aidnet::inline AIDNET_ABI
