#include "aidnet/algo/centrality/strength.hpp"

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/centrality/tally_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> strength(const Graph& graph, const StrengthOptions& options,
                             const Control& control) {
  const std::vector<Sum> totals =
      detail::tally<Sum>(graph, options.mode, control, [](double weight) { return weight; });
  std::vector<double> strengths(totals.size());
  for (std::size_t u = 0; u < totals.size(); ++u) {
    strengths[u] = totals[u].value();
    if (!std::isfinite(strengths[u]))
      throw ValidationError(
          detail::text("strength: the weights at node ", u, " add up to more than a double"));
  }
  return strengths;
}

}  // namespace aidnet::inline AIDNET_ABI
