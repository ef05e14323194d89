#pragma once

#include <cmath>

#include "aidnet/core/sum.hpp"
#include "algo/common_detail.hpp"
#include "algo/partner_ties_detail.hpp"
#include "algo/row_chunks_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Burt's proportions: what each node has at each partner, of what it has at all of them. Between
/// two nodes stand the weights, or numbers, of the arcs both ways.
class MutualShares {
 public:
  MutualShares(const char* who, const Graph& graph, bool weighted, const Control& control)
      : pairs_(partner_ties(graph, control,
                            [weighted](double out, double in) {
                              if (weighted) return out + in;
                              return (out != 0.0 ? 1.0 : 0.0) + (in != 0.0 ? 1.0 : 0.0);
                            })),
        totals_(pairs_.offsets.size() - 1) {
    for (std::size_t u = 0; u < totals_.size(); ++u) {
      Sum sum;
      for (const double m : pairs_.row_weights(static_cast<index_t>(u))) sum += m;
      totals_[u] = sum.value();
      if (!std::isfinite(totals_[u]))
        throw ValidationError(
            text(who, ": the weights at node ", u, " add up to more than a double"));
    }
  }

  [[nodiscard]] const Csr& pairs() const noexcept { return pairs_; }
  /// What node u has at all of its partners.
  [[nodiscard]] double total(index_t u) const noexcept {
    return totals_[static_cast<std::size_t>(u)];
  }

  /// One value a node: value(u, poll), NaN where it has no partners.
  template <class Value>
  [[nodiscard]] std::vector<double> by_node(const Control& control, const Value& value) const {
    std::vector<double> values(totals_.size());
    RowChunks(pairs_).for_each(control, [&](std::size_t begin, std::size_t end) {
      Poller poll(control);
      for (std::size_t u = begin; u < end; ++u) {
        const auto node = static_cast<index_t>(u);
        poll();
        values[u] =
            pairs_.row(node).empty() ? std::numeric_limits<double>::quiet_NaN() : value(node, poll);
      }
    });
    return values;
  }

 private:
  Csr pairs_;
  std::vector<double> totals_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
