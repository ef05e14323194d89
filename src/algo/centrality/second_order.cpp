#include "aidnet/algo/centrality/second_order.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/core/error.hpp"
#include "algo/resistances_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> second_order(const Graph& graph, const SecondOrderOptions& options,
                                 const Control& control) {
  control.poll();
  constexpr const char* who = "second_order";
  const Graph ties = detail::conducting(who, graph, options.weighted, control);
  const auto parts = detail::circuits(who, ties, detail::largest_circuit, control);
  if (parts.size() > 1)
    throw UndefinedError(detail::text("second_order: the network has ", parts.size(),
                                      " parts, and a walk never gets from one to another; take one "
                                      "of them by itself"));
  std::vector<double> score(static_cast<std::size_t>(ties.node_count()), 0.0);
  if (score.size() > 1) {
    double fastest = 0.0;
    for (const double sum : detail::row_sums(ties.forward())) fastest = std::fmax(fastest, sum);
    // Σ_j H_ji over j ≠ i is d (n Σ_j R_ij − Σ_{j<k} R_jk), the resistances being made of weights.
    const std::vector<double> sum = detail::resistance_sums(who, parts[0], control);
    double pairs = 0.0;
    for (const double value : sum) pairs += value / 2.0;
    const auto n = static_cast<double>(score.size());
    for (std::size_t i = 0; i < score.size(); ++i)
      score[i] = std::sqrt(std::fmax(0.0, 2.0 * fastest * (n * sum[i] - pairs) - n * (n - 1.0)));
  }
  control.report(1.0);
  return score;
}

}  // namespace aidnet::inline AIDNET_ABI
