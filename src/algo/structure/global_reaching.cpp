#include "aidnet/algo/structure/global_reaching.hpp"

#include <algorithm>
#include <limits>

#include "algo/reaching_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double global_reaching(const Graph& graph, const Length& length, const Control& control) {
  const std::vector<double> local = detail::reaching(graph, length, "global_reaching", control);
  if (local.size() < 2) return std::numeric_limits<double>::quiet_NaN();
  const double most = *std::max_element(local.begin(), local.end());
  double sum = 0.0;
  for (const double one : local) sum += most - one;  // NaN if infinite
  return sum / (static_cast<double>(local.size()) - 1.0);
}

}  // namespace aidnet::inline AIDNET_ABI
