#pragma once

#include "aidnet/algo/structure/spanning_tree.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Maximum spanning tree: the backbone of strongest ties that holds the network together.
///
/// The ties without a cycle that connect all that is connected and have the largest total weight.
/// Each is the strongest one between the two parts that the tree falls into without it; and on the
/// tree's chain between any two parties the weakest tie is as strong as on any other chain.
///
/// Weights are strengths. Direction is ignored: where arcs go both ways, their weights are added
/// up, as `Graph::to_undirected` does. Zero weights are no ties; negative ones are taken last, but
/// are taken where nothing else connects. Self-loops are never on it. A disconnected graph has a
/// tree for each component together, which leaves isolated nodes alone.
///
/// Returns the ties from the strongest to the weakest, each with its smaller node first, and their
/// total. Of ties of equal weight that with the smaller nodes is taken first. As many ties as nodes
/// less the number of components; none for the empty graph.
///
/// O(entries · log entries), in parallel.
///
/// Throws ValidationError if weights add up to more than a double; Cancelled.
///
/// J. B. Kruskal (1956): On the shortest spanning subtree of a graph and the traveling salesman
/// problem. Proceedings of the AMS 7, 48–50, doi:10.1090/S0002-9939-1956-0078686-7.
[[nodiscard]] SpanningTree maximum_spanning_tree(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
