#pragma once

#include <algorithm>
#include <cstddef>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Calls visit(v, i, j) for all v in row u of either of two tables, ascending, v = u too: the
/// places of v in the first and in the second one, or no_index.
template <class Visit>
void for_merged_rows(const Csr& first, const Csr& second, index_t u, const Visit& visit) {
  const auto row = static_cast<std::size_t>(u);
  index_t i = first.offsets[row];
  index_t j = second.offsets[row];
  const index_t i_end = first.offsets[row + 1];
  const index_t j_end = second.offsets[row + 1];
  const auto at = [](const Csr& rows, index_t k) {
    return rows.indices[static_cast<std::size_t>(k)];
  };
  while (i < i_end || j < j_end) {
    const bool in_first = i < i_end && (j == j_end || at(first, i) <= at(second, j));
    const bool in_second = j < j_end && (i == i_end || at(second, j) <= at(first, i));
    const index_t v = in_first ? at(first, i) : at(second, j);
    visit(v, in_first ? i++ : no_index, in_second ? j++ : no_index);
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
