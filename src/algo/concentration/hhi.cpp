#include "aidnet/algo/concentration/hhi.hpp"

#include <algorithm>

#include "algo/concentration/partner_shares_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

double sum_of_squares(const std::vector<double>& shares, double less) {
  Sum sum;
  for (const double p : shares) sum += (p - less) * (p - less);
  return sum.value();
}

}  // namespace

std::vector<double> hhi(const Graph& graph, const HhiOptions& options, const Control& control) {
  return detail::of_partner_shares(
      "hhi", graph, options.mode, control, [&](const std::vector<double>& shares) {
        if (!options.normalized) return std::min(1.0, sum_of_squares(shares, 0.0));
        if (shares.size() == 1) return detail::no_value;
        // Σ p² − 1/k = Σ (p − 1/k)², which does not cancel where shares are nearly equal.
        const double equal = 1.0 / static_cast<double>(shares.size());
        return std::min(1.0, sum_of_squares(shares, equal) / (1.0 - equal));
      });
}

}  // namespace aidnet::inline AIDNET_ABI
