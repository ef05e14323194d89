#pragma once

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct DiameterOptions {
  /// Whether paths follow arcs one way (out and in, which are the same here) or either way (all).
  Mode mode = Mode::out;
  /// Whether pairs without a path are left out, instead of making the value infinite.
  bool reached_only = false;
};

/// Diameter: the largest distance between two parties, of all eccentricities the largest.
///
///     D = max_{s, t} d(s, t).
///
/// In how many steps help gets from any party to any other, at worst. Paths follow the arcs from
/// donor to recipient; in an undirected graph all modes are the same. How long arcs are, only
/// `length` says. An arc of weight zero is none; otherwise neither the size nor the sign of a
/// weight matters here. Self-loops change nothing.
///
/// Returns one number ≥ 0 in the unit of the lengths; infinity where some pair has no path, which
/// NetworkX takes for an error, and which most directed graphs have. With `reached_only` it is the
/// longest of the shortest paths that there are, as in igraph, and 0 where there is none. 0 for a
/// single node, and NaN for a graph without nodes.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// P. Hage, F. Harary (1995): Eccentricity and centrality in networks. Social Networks 17, 57–63,
/// doi:10.1016/0378-8733(94)00248-9.
[[nodiscard]] double diameter(const Graph& graph, const Length& length = {},
                              const DiameterOptions& options = {}, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
