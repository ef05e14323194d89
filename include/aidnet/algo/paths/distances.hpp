#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct DistancesOptions {
  /// The node that distances are measured from. It must be given.
  std::optional<index_t> source{};
  /// Whether paths start from the source (out), end there (in), or go either way (all).
  Mode mode = Mode::out;
};

/// Distances of one party to all others: in how many steps its help can get there.
///
///     d(s, v) = the length of the shortest path from s to v.
///
/// Paths follow the arcs from donor to recipient; with mode = in they end at the source. In an
/// undirected graph all modes are the same. How long arcs are, only `length` says. An arc of weight
/// zero is none; otherwise neither the size nor the sign of a weight matters here. Self-loops
/// change nothing.
///
/// Returns one value a node, ≥ 0, in the unit of the lengths: 0 for the source, and infinity where
/// there is no path.
///
/// O(nodes + entries) with unit lengths, O(entries · log nodes) with others.
///
/// Throws ValidationError for a source that is missing or out of range, for lengths of another
/// graph, or so long that a path's could overflow; Cancelled.
///
/// E. W. Dijkstra (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
/// 269–271, doi:10.1007/BF01386390.
[[nodiscard]] std::vector<double> distances(const Graph& graph, const Length& length,
                                            const DistancesOptions& options,
                                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
