#include <algorithm>
#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/loopless_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

std::vector<double> loopless_degrees(const char* who, const Graph& ties, Mode mode, bool weighted,
                                     const Control& control) {
  std::vector<double> degrees(static_cast<std::size_t>(ties.node_count()));
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    Sum sum;
    for_ties(ties, mode, u, [&](index_t, double weight) {
      poll();
      sum += weighted ? weight : 1.0;
    });
    poll();
    if (!std::isfinite(sum.value()))
      throw ValidationError(
          text(who, ": the weights at node ", u, " add up to more than a double"));
    degrees[static_cast<std::size_t>(u)] = sum.value();
  }
  return degrees;
}

Groups groups_of(const char* who, const std::vector<index_t>& values, index_t nodes) {
  if (values.empty() && nodes > 0)
    throw ValidationError(
        text(who, ": groups is missing; it must have one number for each of ", nodes, " nodes"));
  Groups groups{std::vector<index_t>(static_cast<std::size_t>(nodes)), 0};
  if (values.size() != groups.of.size())
    throw ValidationError(
        text(who, ": groups has ", values.size(), " elements for ", nodes, " nodes"));
  std::vector<index_t> names = values;
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  groups.count = static_cast<index_t>(names.size());
  for (std::size_t u = 0; u < values.size(); ++u)
    groups.of[u] = static_cast<index_t>(std::lower_bound(names.begin(), names.end(), values[u]) -
                                        names.begin());
  return groups;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
