#include "aidnet/algo/structure/estrada_index.hpp"

#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/closed_walks_detail.hpp"
#include "algo/exponential_detail.hpp"

namespace aidnet::inline AIDNET_ABI {

double estrada_index(const Graph& graph, const EstradaIndexOptions& options,
                     const Control& control) {
  control.poll();
  constexpr const char* who = "estrada_index";
  const Graph walks = detail::walked(who, graph, options.mode, options.weighted, control);
  Sum sum;
  for (const double score : detail::closed_walks(who, walks, control)) sum += score;
  if (!std::isfinite(sum.value()))
    throw ValidationError("estrada_index: it exceeds the range of a double; scale the weights");
  return sum.value();
}

}  // namespace aidnet::inline AIDNET_ABI
