#include "aidnet/algo/centrality/random_walk_closeness.hpp"

#include <cmath>

#include "aidnet/core/error.hpp"
#include "algo/passage_detail.hpp"
#include "algo/resistances_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> random_walk_closeness(const Graph& graph,
                                          const RandomWalkClosenessOptions& options,
                                          const Control& control) {
  control.poll();
  constexpr const char* who = "random_walk_closeness";
  const Graph ties = detail::conducting(who, graph, options.weighted, control);
  const std::vector<double> strengths = detail::row_sums(ties.forward());
  std::vector<double> score(strengths.size(), 0.0);
  const auto parts = detail::circuits(who, ties, detail::largest_circuit, control);
  detail::for_each_circuit(parts, control, [&](const detail::Circuit& part, const Control& inner) {
    std::vector<double> totals;
    double all = 0.0;
    for (const index_t v : part.nodes) {
      totals.push_back(strengths[static_cast<std::size_t>(v)]);
      all += totals.back();
    }
    if (!std::isfinite(all))
      throw ValidationError(detail::text(who, ": the weights of the part of node ",
                                         part.nodes.front(), " add up to more than a double"));
    const std::vector<double> sums = detail::passage_sums(part, totals, inner);
    for (std::size_t k = 0; k < sums.size(); ++k)
      score[static_cast<std::size_t>(part.nodes[k])] =
          static_cast<double>(sums.size() - 1) / sums[k];
  });
  return score;
}

}  // namespace aidnet::inline AIDNET_ABI
