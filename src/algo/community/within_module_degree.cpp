#include "aidnet/algo/community/within_module_degree.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* within_module_degree_name = "within_module_degree";

using detail::at;

}  // namespace

std::vector<double> within_module_degree(const Graph& graph,
                                         const WithinModuleDegreeOptions& options,
                                         const Control& control) {
  if (options.weighted) detail::require_nonnegative(graph, within_module_degree_name);
  control.poll();
  const Graph ties = graph.without_zeros();
  const detail::Groups groups =
      detail::groups_of(within_module_degree_name, options.groups, ties.node_count());
  if (ties.is_directed() && options.mode != Mode::out) (void)ties.transposed();
  std::vector<double> value(at(ties.node_count()));
  const detail::RowChunks chunks(ties.forward());
  chunks.for_each(control.quiet(), [&](std::size_t begin, std::size_t end) {
    for (std::size_t u = begin; u < end; ++u) {
      Sum sum;
      detail::for_ties(ties, options.mode, static_cast<index_t>(u), [&](index_t v, double weight) {
        if (groups.of[at(v)] == groups.of[u]) sum += options.weighted ? weight : 1.0;
      });
      value[u] = sum.value();
      if (!std::isfinite(value[u]))
        throw ValidationError(detail::text(within_module_degree_name, ": the weights at node ", u,
                                           " add up to more than a double"));
    }
  });

  // Shares of the group's largest, so that squares neither overflow nor vanish.
  std::vector<double> largest(at(groups.count), 0.0);
  std::vector<double> smallest(largest.size(), std::numeric_limits<double>::infinity());
  std::vector<double> members(largest.size(), 0.0);
  for (std::size_t u = 0; u < value.size(); ++u) {
    const std::size_t g = at(groups.of[u]);
    largest[g] = std::max(largest[g], value[u]);
    smallest[g] = std::min(smallest[g], value[u]);
    ++members[g];
  }
  std::vector<Sum> sum(largest.size());
  for (std::size_t u = 0; u < value.size(); ++u)
    if (const std::size_t g = at(groups.of[u]); largest[g] > 0.0) sum[g] += value[u] / largest[g];
  std::vector<Sum> squares(largest.size());
  const auto above = [&](std::size_t u) {  // the mean of its group, in shares of the largest
    const std::size_t g = at(groups.of[u]);
    return value[u] / largest[g] - sum[g].value() / members[g];
  };
  for (std::size_t u = 0; u < value.size(); ++u)
    if (const std::size_t g = at(groups.of[u]); smallest[g] < largest[g])
      squares[g] += above(u) * above(u);
  for (std::size_t u = 0; u < value.size(); ++u) {
    const std::size_t g = at(groups.of[u]);
    value[u] = smallest[g] < largest[g] ? above(u) / std::sqrt(squares[g].value() / members[g])
                                        : std::numeric_limits<double>::quiet_NaN();
  }
  control.report(1.0);
  return value;
}

}  // namespace aidnet::inline AIDNET_ABI
