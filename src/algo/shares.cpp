#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/shares_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

std::vector<double> shares_of(const char* who, const char* option, const std::vector<double>& given,
                              std::size_t n) {
  if (given.size() != n)
    throw ValidationError(
        text(who, ": ", option, " has ", given.size(), " elements for ", n, " nodes"));
  Sum sum;
  for (std::size_t i = 0; i < n; ++i) {
    if (!(given[i] >= 0.0) || !std::isfinite(given[i]))
      throw ValidationError(text(who, ": ", option, " of node ", i, " is ", given[i],
                                 "; it must be finite and 0 or more"));
    sum += given[i];
  }
  if (!(sum.value() > 0.0) || !std::isfinite(sum.value()))
    throw ValidationError(text(who, ": ", option, " must have a positive, finite sum"));
  std::vector<double> shares(given);
  for (double& share : shares) share /= sum.value();
  return shares;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
