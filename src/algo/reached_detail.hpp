#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The nodes that steps along `rows` lead to from a node, without that one, ascending.
[[nodiscard]] inline std::vector<index_t> reached_from(index_t node, const Csr& rows,
                                                       const Control& control) {
  control.poll();
  Poller poll(control);
  std::vector<bool> seen(rows.offsets.size() - 1, false);
  seen[static_cast<std::size_t>(node)] = true;
  std::vector<index_t> found{node};
  for (std::size_t head = 0; head < found.size(); ++head) {
    const auto next = rows.row(found[head]);
    poll(1 + static_cast<std::int64_t>(next.size()));
    for (const index_t v : next) {
      if (seen[static_cast<std::size_t>(v)]) continue;
      seen[static_cast<std::size_t>(v)] = true;
      found.push_back(v);
    }
  }
  // In ascending order.
  found.clear();
  for (std::size_t v = 0; v < seen.size(); ++v)
    if (seen[v] && v != static_cast<std::size_t>(node)) found.push_back(static_cast<index_t>(v));
  control.report(1.0);
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
