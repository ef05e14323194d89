#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Visits the ties of node u that `mode` names, visit(other end, weight), without the loop. A
/// partner on both sides is visited twice in mode all of a directed graph. `ties` has no zeros.
template <class Visit>
void for_ties(const Graph& ties, Mode mode, index_t u, const Visit& visit) {
  const auto follow = [&](const Csr& rows) {
    const auto others = rows.row(u);
    const auto weights = rows.row_weights(u);
    for (std::size_t k = 0; k < others.size(); ++k)
      if (others[k] != u) visit(others[k], weights[k]);
  };
  if (!ties.is_directed() || mode != Mode::in) follow(ties.forward());
  if (ties.is_directed() && mode != Mode::out) follow(ties.transposed());
}

/// What each node has at the ties that `mode` names, loops left out: their number, or the sum of
/// their weights where `weighted`. Throws ValidationError if a sum is more than a double.
[[nodiscard]] std::vector<double> loopless_degrees(const char* who, const Graph& ties, Mode mode,
                                                   bool weighted, const Control& control);

/// The groups that `values` put the nodes in, numbered from 0.
struct Groups {
  std::vector<index_t> of;
  index_t count = 0;
};
/// Throws ValidationError if there is not one number a node.
[[nodiscard]] Groups groups_of(const char* who, const std::vector<index_t>& values, index_t nodes);

}  // namespace aidnet::inline AIDNET_ABI::detail
