#pragma once

#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/core/graph.hpp"
#include "algo/merged_rows_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Who is tied to whom, whichever way: symmetric rows without loops and without weights of zero.
///
/// Beside each partner stands value(given, received), the weights of the two arcs between them,
/// one of which is 0 where there is no such arc; in an undirected graph both are its weight.
template <class Value>
[[nodiscard]] Csr partner_ties(const Graph& graph, const Control& control, const Value& value) {
  const Graph ties = graph.without_zeros();
  const Csr& gives = ties.forward();
  const Csr& receives = ties.transposed();
  Csr pairs;
  pairs.offsets.reserve(gives.offsets.size());
  pairs.indices.reserve(gives.indices.size());
  pairs.weights.reserve(gives.indices.size());
  const auto weight = [](const Csr& rows, index_t entry) {
    return entry != no_index ? rows.weights[static_cast<std::size_t>(entry)] : 0.0;
  };
  Poller poll(control);
  for (index_t u = 0; u < ties.node_count(); ++u) {
    poll(1 + static_cast<std::int64_t>(gives.row(u).size() + receives.row(u).size()));
    for_merged_rows(gives, receives, u, [&](index_t partner, index_t there, index_t back) {
      if (partner == u) return;
      pairs.indices.push_back(partner);
      pairs.weights.push_back(value(weight(gives, there), weight(receives, back)));
    });
    if (pairs.indices.size() > static_cast<std::size_t>(std::numeric_limits<index_t>::max()))
      throw SizeError("the ties both ways are more than the index type can number");
    pairs.offsets.push_back(static_cast<index_t>(pairs.indices.size()));
  }
  return pairs;
}

/// The same where only the ties matter: every value is 1.
[[nodiscard]] inline Csr partner_ties(const Graph& graph, const Control& control) {
  return partner_ties(graph, control, [](double, double) { return 1.0; });
}

/// How many partners node u has.
[[nodiscard]] inline std::int64_t partner_count(const Csr& pairs, index_t u) {
  return static_cast<std::int64_t>(pairs.row(u).size());
}

}  // namespace aidnet::inline AIDNET_ABI::detail
