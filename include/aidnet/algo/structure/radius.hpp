#pragma once

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct RadiusOptions {
  /// Which distances count: from a node (out), to it (in), or along arcs either way (all).
  Mode mode = Mode::out;
  /// Whether nodes without a path are left out, instead of making an eccentricity infinite.
  bool reached_only = false;
};

/// Radius: the distance that the best placed party needs to all others, of all eccentricities the
/// smallest.
///
///     R = min_s max_t d(s, t).
///
/// Paths follow the arcs from donor to recipient; in an undirected graph all modes are the same.
/// How long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size
/// nor the sign of a weight matters here. Self-loops change nothing.
///
/// Returns one number ≥ 0 in the unit of the lengths; infinity where no node has paths to all
/// others, which NetworkX takes for an error, as it does one node without. With `reached_only` each
/// node's eccentricity is the distance to the farthest node that there is a path to, as in igraph,
/// so that one without any makes the radius 0. 0 for a single node, and NaN for a graph without
/// nodes.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// P. Hage, F. Harary (1995): Eccentricity and centrality in networks. Social Networks 17, 57–63,
/// doi:10.1016/0378-8733(94)00248-9.
[[nodiscard]] double radius(const Graph& graph, const Length& length = {},
                            const RadiusOptions& options = {}, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
