#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct AncestorsOptions {
  /// The node whose help is traced back. It must be given.
  std::optional<index_t> node{};
};

/// Ancestors of a party: all others whose help can get to it, directly or passed on.
///
/// A node is one if a chain of arcs leads from it to the given node.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too.
/// Self-loops change nothing. The node itself is left out, also where it is on a cycle. In an
/// undirected graph these are the other nodes of its connected component.
///
/// Returns the nodes in ascending order; none for an isolated node. O(nodes + entries).
///
/// Throws ValidationError for a node that is missing or out of range; Cancelled.
///
/// R. Tarjan (1972): Depth-first search and linear graph algorithms. SIAM Journal on Computing 1,
/// 146–160, doi:10.1137/0201010.
[[nodiscard]] std::vector<index_t> ancestors(const Graph& graph, const AncestorsOptions& options,
                                             const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
