#pragma once

#include "aidnet/algo/structure/spanning_tree.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Minimum spanning tree: the shortest set of ties that holds the network together.
///
/// The ties without a cycle that connect all that is connected and have the smallest total length.
/// Each is the shortest one between the two parts that the tree falls into without it. For the
/// backbone of the strongest ties see `maximum_spanning_tree`, which reads weights.
///
/// How long arcs are, only `length` says; with unit lengths all spanning trees are alike, and the
/// first by the numbers of its nodes is returned. Direction is ignored: where arcs go both ways,
/// the shorter one counts. An arc of weight zero is none; otherwise neither the size nor the sign
/// of a weight matters here. Self-loops are never on it. A disconnected graph has a tree for each
/// component together, which leaves isolated nodes alone.
///
/// Returns the ties from the shortest to the longest, each with its smaller node first, and their
/// total, in the unit of the lengths. Of ties of equal length that with the smaller nodes is taken
/// first. As many ties as nodes less the number of components; none for the empty graph.
///
/// O(entries · log entries), in parallel.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// J. B. Kruskal (1956): On the shortest spanning subtree of a graph and the traveling salesman
/// problem. Proceedings of the AMS 7, 48–50, doi:10.1090/S0002-9939-1956-0078686-7.
[[nodiscard]] SpanningTree minimum_spanning_tree(const Graph& graph,
                                                 const Length& length = Length::unit(),
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
