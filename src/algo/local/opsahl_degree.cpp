#include "aidnet/algo/local/opsahl_degree.hpp"

#include <cmath>
#include <cstdint>

#include "aidnet/core/sum.hpp"
#include "algo/centrality/tally_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> opsahl_degree(const Graph& graph, const OpsahlDegreeOptions& options,
                                  const Control& control) {
  detail::require_nonnegative(graph, "opsahl_degree");
  if (!(options.alpha >= 0.0) || !std::isfinite(options.alpha))
    throw ValidationError(detail::text("opsahl_degree: alpha is ", options.alpha,
                                       "; it must be 0 or more, and finite"));
  const Balance mode = options.mode == Mode::out  ? Balance::out
                       : options.mode == Mode::in ? Balance::in
                                                  : Balance::all;
  const auto counts = detail::tally<std::int64_t>(graph, mode, control.quiet(),
                                                  [](double) { return std::int64_t{1}; });
  const auto totals =
      detail::tally<Sum>(graph, mode, control, [](double weight) { return weight; });
  std::vector<double> values(totals.size(), 0.0);
  for (std::size_t u = 0; u < values.size(); ++u) {
    const double strength = totals[u].value();
    if (!std::isfinite(strength))
      throw ValidationError(
          detail::text("opsahl_degree: the weights at node ", u, " add up to more than a double"));
    if (counts[u] == 0) continue;
    const auto k = static_cast<double>(counts[u]);
    values[u] = k * std::pow(strength / k, options.alpha);
    if (!std::isfinite(values[u]))
      throw ValidationError(
          detail::text("opsahl_degree: the value of node ", u, " is more than a double"));
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
