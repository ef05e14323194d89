#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EccentricityOptions {
  /// Which distances count: from the node (out), to it (in), or along arcs either way (all).
  Mode mode = Mode::out;
  /// Whether other nodes without a path are left out, instead of making the value infinite.
  bool reached_only = false;
};

/// Eccentricity: how far the farthest other party is.
///
///     e(v) = max_u d(v, u),
///
/// where u runs over the other nodes and d is the length of the shortest path (with mode = in, of
/// paths to v). Low scores are central: help gets from there to anyone in few steps.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph all modes are the same.
/// How long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size
/// nor the sign of a weight matters here. Self-loops change nothing.
///
/// Returns one value a node, ≥ 0, in the unit of the lengths; infinity where some other node has no
/// path, which NetworkX takes for an error. With `reached_only` it is the distance to the farthest
/// node that there is a path to, as in igraph, and 0 where there is none. The only node of a graph
/// has 0.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// P. Hage, F. Harary (1995): Eccentricity and centrality in networks. Social Networks 17, 57–63,
/// doi:10.1016/0378-8733(94)00248-9.
[[nodiscard]] std::vector<double> eccentricity(const Graph& graph, const Length& length = {},
                                               const EccentricityOptions& options = {},
                                               const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
