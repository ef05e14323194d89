#include "aidnet/algo/local/transitivity.hpp"

#include "algo/partner_ties_detail.hpp"
#include "algo/triangles_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double transitivity(const Graph& graph, const Control& control) {
  control.poll();
  const Csr pairs = detail::partner_ties(graph, control);
  const std::vector<std::int64_t> counts = detail::triangle_counts(pairs, control);
  std::int64_t closed = 0;
  double all = 0.0;  // a hub's pairs can be more than an integer holds when they are added up
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto k = static_cast<double>(detail::partner_count(pairs, u));
    closed += counts[static_cast<std::size_t>(u)];
    all += k * (k - 1.0) / 2.0;
  }
  return all > 0.0 ? static_cast<double>(closed) / all : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace aidnet::inline AIDNET_ABI
