#include "aidnet/algo/local/triangles.hpp"

#include "algo/partner_ties_detail.hpp"
#include "algo/triangles_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<std::int64_t> triangles(const Graph& graph, const Control& control) {
  control.poll();
  return detail::triangle_counts(detail::partner_ties(graph, control), control);
}

}  // namespace aidnet::inline AIDNET_ABI
