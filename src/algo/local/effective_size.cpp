#include "aidnet/algo/local/effective_size.hpp"

#include "algo/local/mutual_shares_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> effective_size(const Graph& graph, const EffectiveSizeOptions& options,
                                   const Control& control) {
  if (options.weighted) detail::require_nonnegative(graph, "effective_size");
  control.poll();
  const detail::MutualShares shares("effective_size", graph, options.weighted, control);
  const Csr& pairs = shares.pairs();
  std::vector<double> most(static_cast<std::size_t>(graph.node_count()), 0.0);
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const double m : pairs.row_weights(u))
      most[static_cast<std::size_t>(u)] = std::max(most[static_cast<std::size_t>(u)], m);

  return shares.by_node(control, [&](index_t u, Poller& poll) {
    const auto partners = pairs.row(u);
    const auto own = pairs.row_weights(u);
    const auto count = static_cast<double>(partners.size());
    Sum redundant;
    for (const index_t v : partners) {
      const auto theirs = pairs.row_weights(v);
      poll(1 + static_cast<std::int64_t>(std::min(own.size(), theirs.size())));
      detail::for_common(partners, pairs.row(v), [&](std::size_t i, std::size_t j) {
        redundant += own[i] / shares.total(u) * (theirs[j] / most[static_cast<std::size_t>(v)]);
      });
    }
    const double size = count - redundant.value();
    return options.normalized ? size / count : size;
  });
}

}  // namespace aidnet::inline AIDNET_ABI
