#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// A tree on the nodes: all but node 0, ascending, the parent of each, and what the edge carries.
struct GomoryHuTree {
  std::vector<index_t> node, parent;
  std::vector<double> value;
};

/// All minimum cuts of an undirected graph at once: a tree of as few cuts as there are nodes, less
/// one, that has the bottleneck between any two parties.
///
/// The minimum cut (and so the maximum flow) between any two nodes has the least value on the way
/// between them in the tree; taking that edge away leaves the two sides of such a cut. An edge of
/// weight zero is no edge; beyond that only `capacity` counts. Self-loops carry nothing. Between
/// disconnected parts, and to isolated nodes, edges of the tree have the value 0; between nodes
/// that a way of infinite capacities joins the value is infinite.
///
/// A graph may have many such trees, with the same values between nodes; this one is always the
/// same. In the unit of the capacities; sums are exact, see maximum_flow.
///
/// For each node of a connected part but one a maximum flow in that part; single-threaded.
///
/// Throws ValidationError for a directed graph, or a capacity that is of another graph or differs
/// between the two entries of an edge; SizeError where a value is more than a double; Cancelled.
///
/// R. E. Gomory, T. C. Hu (1961): Multi-terminal network flows. Journal of the Society for
/// Industrial and Applied Mathematics 9, 551–570, doi:10.1137/0109047.
/// D. Gusfield (1990): Very simple methods for all pairs network flow analysis. SIAM Journal on
/// Computing 19, 143–155, doi:10.1137/0219009.
[[nodiscard]] GomoryHuTree gomory_hu_tree(const Graph& graph, const Capacity& capacity,
                                          const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
