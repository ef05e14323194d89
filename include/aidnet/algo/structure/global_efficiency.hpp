#pragma once

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Global efficiency: how near parties are to one another on average, unreachable ones included.
///
///     E = 1 / (n (n − 1)) · Σ_{s ≠ t} 1 / d(s, t),
///
/// where d is the length of the shortest path, and a pair without one adds 0. Unlike the mean
/// distance it means something for disconnected graphs, as most aid networks are.
///
/// Paths follow the arcs from donor to recipient, and both orders of a pair count; NetworkX has the
/// measure for undirected graphs and steps only. How long arcs are, only `length` says; the value
/// is not divided by that of an ideal graph, so that with lengths it may be more than 1. An arc of
/// weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing.
///
/// Returns one number ≥ 0, at most 1 with unit lengths; infinity where two nodes are at distance
/// zero, and NaN for fewer than two nodes, of which there are no pairs (NetworkX returns 0).
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// V. Latora, M. Marchiori (2001): Efficient behavior of small-world networks. Physical Review
/// Letters 87, 198701, doi:10.1103/PhysRevLett.87.198701.
[[nodiscard]] double global_efficiency(const Graph& graph, const Length& length = {},
                                       const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
