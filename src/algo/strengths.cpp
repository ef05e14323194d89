#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/strengths_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

std::vector<double> row_sums(const Csr& csr) {
  std::vector<double> sums(csr.offsets.size() - 1);
  for (std::size_t u = 0; u < sums.size(); ++u) {
    Sum sum;
    for (const double w : csr.row_weights(static_cast<index_t>(u))) sum += w;
    sums[u] = sum.value();
    if (!std::isfinite(sums[u]))
      throw ValidationError(text("the weights at node ", u, " add up to more than a double"));
  }
  return sums;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
