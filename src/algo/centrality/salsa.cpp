#include "aidnet/algo/centrality/salsa.hpp"

#include <cmath>
#include <span>

#include "aidnet/algo/structure/weak_components.hpp"
#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/double_cover_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

/// The score of each node on one side: `group[i]` is the group of node i, strength 0 leaves it out.
std::vector<double> side(const std::vector<double>& strength, std::span<const index_t> group,
                         index_t groups) {
  std::vector<Sum> total(static_cast<std::size_t>(groups));
  std::vector<index_t> members(total.size(), 0);
  index_t all = 0;
  for (std::size_t i = 0; i < strength.size(); ++i) {
    if (strength[i] == 0.0) continue;
    total[static_cast<std::size_t>(group[i])] += strength[i];
    ++members[static_cast<std::size_t>(group[i])];
    ++all;
  }
  std::vector<double> score(strength.size(), 0.0);
  for (std::size_t i = 0; i < strength.size(); ++i) {
    if (strength[i] == 0.0) continue;
    const auto g = static_cast<std::size_t>(group[i]);
    if (!std::isfinite(total[g].value()))
      throw ValidationError("salsa: the weights add up to more than a double");
    score[i] = strength[i] / total[g].value() *
               (static_cast<double>(members[g]) / static_cast<double>(all));
  }
  return score;
}

}  // namespace

SalsaResult salsa(const Graph& graph, const Control& control) {
  control.poll();
  detail::require_nonnegative(graph, "salsa");
  if (graph.node_count() == 0) {
    control.report(1.0);
    return {};
  }
  const Graph ties = graph.without_zeros();
  if (ties.entry_count() == 0)
    throw UndefinedError("salsa: no tie has a positive weight, so there is nowhere to walk");
  const auto n = static_cast<std::size_t>(ties.node_count());
  const Components groups = weak_components(detail::double_cover("salsa", ties), control.quiet());
  const std::span<const index_t> group(groups.component);
  control.poll();
  SalsaResult result{side(detail::row_sums(ties.forward()), group.first(n), groups.count),
                     side(detail::row_sums(ties.transposed()), group.subspan(n), groups.count)};
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
