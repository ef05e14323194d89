#include "aidnet/algo/local/constraint.hpp"

#include "algo/local/mutual_shares_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> constraint(const Graph& graph, const ConstraintOptions& options,
                               const Control& control) {
  if (options.weighted) detail::require_nonnegative(graph, "constraint");
  control.poll();
  const detail::MutualShares shares("constraint", graph, options.weighted, control);
  const Csr& pairs = shares.pairs();
  return shares.by_node(control, [&](index_t u, Poller& poll) {
    const auto partners = pairs.row(u);
    const auto own = pairs.row_weights(u);
    Sum sum;
    for (std::size_t k = 0; k < partners.size(); ++k) {
      const index_t v = partners[k];
      const auto theirs = pairs.row_weights(v);
      poll(1 + static_cast<std::int64_t>(std::min(own.size(), theirs.size())));
      double invested = own[k] / shares.total(u);
      detail::for_common(partners, pairs.row(v), [&](std::size_t i, std::size_t j) {
        invested += own[i] / shares.total(u) * (theirs[j] / shares.total(partners[i]));
      });
      sum += invested * invested;
    }
    return sum.value();
  });
}

}  // namespace aidnet::inline AIDNET_ABI
