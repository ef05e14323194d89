#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// The network of the strong components, and which of its nodes each node has become.
struct Condensation {
  Graph graph{};
  std::vector<index_t> component{};  ///< of each node, as `strong_components` numbers them
};

/// Condensation: the network between circles of mutual help, in which all help flows one way.
///
/// Its nodes are the strong components, numbered as `strong_components` numbers them, by their
/// smallest node; the weight between two is the sum of all weights between their members. It has no
/// cycle, so that `topological_order` has an answer on it.
///
/// Weights of either sign are added; where they cancel, an entry of weight zero remains, which is
/// no tie. Entries of weight zero and all that stays inside a component, self-loops among it, are
/// left out; `quotient` by the components keeps the latter as loops. An isolated node is a
/// component of its own. Of an undirected graph it is undirected, one node a connected component,
/// no edges.
///
/// O(nodes + entries · log(largest degree)).
///
/// Throws ValidationError if weights add up to more than a double; Cancelled.
///
/// F. Harary, R. Z. Norman, D. Cartwright (1965): Structural Models: An Introduction to the Theory
/// of Directed Graphs. Wiley. Components: R. Tarjan (1972): Depth-first search and linear graph
/// algorithms. SIAM Journal on Computing 1, 146–160, doi:10.1137/0201010.
[[nodiscard]] Condensation condensation(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
