#include "aidnet/algo/structure/node_reciprocity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* node_reciprocity_name = "node_reciprocity";

/// Sums of what goes both ways, and of what goes one way beyond it; separate, so that a share is
/// exactly 1 where all is returned, and never more.
struct Balance {
  Sum both{};
  Sum more_out{};
  Sum more_in{};
};

Balance balance_of(const Graph& ties, index_t u, bool weighted) {
  const auto to = ties.out_neighbors(u);
  const auto given = ties.out_weights(u);
  const auto from = ties.in_neighbors(u);
  const auto received = ties.in_weights(u);
  Balance balance;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < to.size() || k < from.size()) {
    const bool gives = i < to.size() && (k == from.size() || to[i] <= from[k]);
    const bool receives = k < from.size() && (i == to.size() || from[k] <= to[i]);
    const index_t v = gives ? to[i] : from[k];
    const double out = gives ? (weighted ? given[i] : 1.0) : 0.0;
    const double in = receives ? (weighted ? received[k] : 1.0) : 0.0;
    i += gives;
    k += receives;
    if (v == u) continue;
    const double both = std::min(out, in);
    balance.both += both;
    balance.more_out += out - both;
    balance.more_in += in - both;
  }
  return balance;
}

}  // namespace

std::vector<double> node_reciprocity(const Graph& graph, const NodeReciprocityOptions& options,
                                     const Control& control) {
  if (options.weighted) detail::require_nonnegative(graph, node_reciprocity_name);
  control.poll();
  const Graph ties = graph.without_zeros();
  (void)ties.transposed();  // made once, before threads ask for it
  std::vector<double> share(static_cast<std::size_t>(ties.node_count()));
  const detail::RowChunks chunks(ties.forward());
  chunks.for_each(control, [&](std::size_t begin, std::size_t end) {
    for (std::size_t u = begin; u < end; ++u) {
      const Balance balance = balance_of(ties, static_cast<index_t>(u), options.weighted);
      const double both = balance.both.value();
      double more = 0.0;
      if (options.mode != Mode::in) more += balance.more_out.value();
      if (options.mode != Mode::out) more += balance.more_in.value();
      if (options.mode == Mode::all) more *= 0.5;
      if (!std::isfinite(both + more))
        throw ValidationError(detail::text(node_reciprocity_name, ": the weights at node ", u,
                                           " add up to more than a double"));
      share[u] =
          both + more > 0.0 ? both / (both + more) : std::numeric_limits<double>::quiet_NaN();
    }
  });
  if (ties.node_count() == 0) control.report(1.0);
  return share;
}

}  // namespace aidnet::inline AIDNET_ABI
