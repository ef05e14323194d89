#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Distances between all parties.
///
///     D_st = the length of the shortest path from s to t.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way. How
/// long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size nor
/// the sign of a weight matters here. Self-loops change nothing.
///
/// Returns n · n values, row by row: those from node 0, from node 1, and so on; ≥ 0, in the unit of
/// the lengths, 0 on the diagonal, and infinity where there is no path.
///
/// O(nodes · entries) with unit lengths, O(nodes · entries · log nodes) with others; memory for the
/// n² values.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// SizeError for more than 46 340 nodes, whose distances take 17 GB; Cancelled.
///
/// E. W. Dijkstra (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
/// 269–271, doi:10.1007/BF01386390.
[[nodiscard]] std::vector<double> distance_matrix(const Graph& graph, const Length& length = {},
                                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
