#include <cmath>

#include "aidnet/core/error.hpp"
#include "algo/closed_walks_detail.hpp"
#include "algo/exponential_detail.hpp"
#include "algo/source_chunks_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

std::vector<double> closed_walks(const char* who, const Graph& walks, const Control& control) {
  // For a symmetric matrix, half the way there and half the way back.
  const bool symmetric = !walks.is_directed();
  std::vector<double> score(static_cast<std::size_t>(walks.node_count()));
  for_source_chunks(
      walks.node_count(), ExponentialColumns::width, control,
      [&] { return ExponentialColumns(who, walks, symmetric ? 0.5 : 1.0); },
      [&](ExponentialColumns& columns, index_t first, index_t end, Poller& poll) {
        columns.compute(first, end - first, no_index, poll);
        ExponentialColumns::Row sum{};
        if (symmetric)
          for (index_t j = 0; j < walks.node_count(); ++j)
            for (std::size_t c = 0; c < sum.size(); ++c)
              sum[c] += columns.to(j)[c] * columns.to(j)[c];
        for (index_t u = first; u < end; ++u) {
          const auto c = static_cast<std::size_t>(u - first);
          score[static_cast<std::size_t>(u)] = symmetric ? sum[c] : columns.to(u)[c];
        }
      },
      [](ExponentialColumns&) {});
  for (const double value : score)
    if (!std::isfinite(value))
      throw ValidationError(
          text(who, ": the sum over walks exceeds the range of a double; scale the weights"));
  control.report(1.0);
  return score;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
