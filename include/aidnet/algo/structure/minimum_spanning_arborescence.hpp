#pragma once

#include <optional>

#include "aidnet/algo/structure/spanning_tree.hpp"
#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct MinimumSpanningArborescenceOptions {
  /// From which node all others are to be reached; if not given, from the best one.
  std::optional<index_t> root{};
};

/// Minimum spanning arborescence: the shortest set of arcs along which one party reaches all
/// others.
///
/// Each node but the root has exactly one arc of it that leads to it, no arcs go round in a circle,
/// and the total length is the smallest. Unlike a spanning tree it follows the arcs from donor to
/// recipient; in an undirected graph it takes edges either way. Unlike shortest paths it makes the
/// whole short, not each way from the root.
///
/// How long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size
/// nor the sign of a weight matters here. Self-loops are never on it.
///
/// Returns the arcs in the order of the nodes that they lead to, each with its length, and their
/// total, in the unit of the lengths; none for a graph of one node, or none. Of several it is
/// always the same one. Differences of lengths are rounded, so that the total may miss the smallest
/// by rounding errors.
///
/// O(entries · log nodes).
///
/// Throws UndefinedError where no node, or not the root, reaches all others; ValidationError for a
/// root out of range, for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// J. Edmonds (1967): Optimum branchings. Journal of Research of the National Bureau of Standards
/// 71B, 233–240, doi:10.6028/jres.071B.032. Computed as in H. N. Gabow, Z. Galil, T. Spencer, R. E.
/// Tarjan (1986): Efficient algorithms for finding minimum spanning trees in undirected and
/// directed graphs. Combinatorica 6, 109–122, doi:10.1007/BF02579168.
[[nodiscard]] SpanningTree minimum_spanning_arborescence(
    const Graph& graph, const Length& length = Length::unit(),
    const MinimumSpanningArborescenceOptions& options = {}, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
