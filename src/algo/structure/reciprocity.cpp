#include "aidnet/algo/structure/reciprocity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double reciprocity(const Graph& graph, const ReciprocityOptions& options, const Control& control) {
  using enum ReciprocityMethod;
  const bool compared = options.method == rho || options.method == weighted_rho;
  const bool by_weight = options.method == weighted || options.method == weighted_rho;
  if (by_weight) detail::require_nonnegative(graph, "reciprocity");
  control.poll();
  const auto offsets = graph.offsets();
  const auto indices = graph.indices();
  const auto weights = graph.weights();
  using detail::at;
  const auto amount = [&](index_t e) {
    return by_weight ? weights[at(e)] : weights[at(e)] == 0.0 ? 0.0 : 1.0;
  };

  // Rows are read in ascending order of their node u, so the place of u in the row of any v only
  // moves forward: returning arcs are found without a search or a transpose.
  std::vector<index_t> place(offsets.begin(), offsets.end() - 1);
  Sum returned;
  Sum kept;  // separate, so that r is exactly 1 where all is returned, and never more
  Poller poll(control);
  for (index_t u = 0; u < graph.node_count(); ++u) {
    poll(1 + offsets[at(u) + 1] - offsets[at(u)]);
    for (index_t e = offsets[at(u)]; e < offsets[at(u) + 1]; ++e) {
      const index_t v = indices[at(e)];
      if (v == u) continue;
      index_t& back = place[at(v)];
      while (back < offsets[at(v) + 1] && indices[at(back)] < u) ++back;
      const bool mutual = back < offsets[at(v) + 1] && indices[at(back)] == u;
      const double both = mutual ? std::min(amount(e), amount(back)) : 0.0;
      returned += both;
      kept += amount(e) - both;
    }
  }
  control.report(1.0);

  const double total = returned.value() + kept.value();
  if (!std::isfinite(total))
    throw ValidationError("reciprocity: the weights add up to more than a double");
  const double share =
      total > 0.0 ? returned.value() / total : std::numeric_limits<double>::quiet_NaN();
  if (!compared) return share;
  const auto nodes = static_cast<double>(graph.node_count());
  const double pairs = nodes * (nodes - 1.0);
  // (r − b) / (1 − b), of which nothing overflows, and exactly 1 where all is returned.
  if (by_weight) return 1.0 - (1.0 - share) * (2.0 - 1.0 / (1.0 + total / pairs));
  // (r − a) / (1 − a); where all pairs are tied it is 0/0.
  return (share * pairs - total) / (pairs - total);
}

}  // namespace aidnet::inline AIDNET_ABI
