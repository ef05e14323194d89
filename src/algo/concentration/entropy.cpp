#include "aidnet/algo/concentration/entropy.hpp"

#include <algorithm>

#include "algo/concentration/partner_shares_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

std::vector<double> entropy(const Graph& graph, const EntropyOptions& options,
                            const Control& control) {
  return detail::of_partner_shares(
      "entropy", graph, options.mode, control, [&](const std::vector<double>& shares) {
        if (options.normalized && shares.size() == 1) return detail::no_value;
        Sum sum;
        for (const double p : shares)
          if (p > 0.0) sum += p * -std::log(p);  // a tiny share may have rounded to 0
        const double most = std::log(static_cast<double>(shares.size()));
        const double nats = std::min(most, sum.value());
        return options.normalized ? nats / most : nats;
      });
}

}  // namespace aidnet::inline AIDNET_ABI
