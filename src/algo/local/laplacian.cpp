#include "aidnet/algo/local/laplacian.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/core/sum.hpp"
#include "algo/partner_ties_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> laplacian(const Graph& graph, const LaplacianOptions& options,
                              const Control& control) {
  detail::require_nonnegative(graph, "laplacian");
  control.poll();
  double most = 0.0;
  for (const double w : graph.weights()) most = std::max(most, w);
  const double unit = most > 0.0 ? most : 1.0;  // so that no square overflows on the way
  const bool directed = graph.is_directed();
  const Csr pairs = detail::partner_ties(graph, control, [&](double out, double in) {
    return directed ? out / unit + in / unit : out / unit;
  });
  const auto nodes = static_cast<std::size_t>(graph.node_count());
  std::vector<double> strengths(nodes);
  Sum energy;
  for (std::size_t u = 0; u < nodes; ++u) {
    Sum sum;
    for (const double v : pairs.row_weights(static_cast<index_t>(u))) {
      sum += v;
      energy += v * v;
    }
    strengths[u] = sum.value();
    energy += strengths[u] * strengths[u];
  }

  std::vector<double> values(nodes);
  Poller poll(control);
  for (std::size_t u = 0; u < nodes; ++u) {
    const auto partners = pairs.row(static_cast<index_t>(u));
    const auto ties = pairs.row_weights(static_cast<index_t>(u));
    poll(1 + static_cast<std::int64_t>(partners.size()));
    Sum drop;
    drop += strengths[u] * strengths[u];
    for (std::size_t k = 0; k < partners.size(); ++k)
      drop += ties[k] * (2.0 * strengths[static_cast<std::size_t>(partners[k])] + ties[k]);
    values[u] = options.normalized ? std::min(1.0, drop.value() / energy.value())
                                   : drop.value() * unit * unit;
    if (!options.normalized && !std::isfinite(values[u]))
      throw ValidationError(
          detail::text("laplacian: the value of node ", u, " is more than a double"));
    if (options.normalized && energy.value() == 0.0)
      values[u] = std::numeric_limits<double>::quiet_NaN();
  }
  control.report(1.0);
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
