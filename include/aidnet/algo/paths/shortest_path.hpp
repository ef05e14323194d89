#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct ShortestPathOptions {
  /// Where the path starts, and where it ends. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
};

/// A shortest path from one party to another: the hands that help passes on its shortest way.
///
/// The path follows the arcs from donor to recipient; in an undirected graph it goes either way.
/// How long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size
/// nor the sign of a weight matters here. Self-loops are on no path.
///
/// Returns the nodes of the path in order, the two ends among them; the one node where both ends
/// are the same. Of several shortest paths it is one, always the same: going back from the target,
/// the node with the lowest number of those before it. Lengths are compared exactly (see
/// Length::in_units on ties).
///
/// O(nodes + entries) with unit lengths, O(entries · log nodes) with others, at most: the search
/// starts from both ends, and is over where they have met, after a small part of most networks.
///
/// Throws UndefinedError where there is no path; ValidationError for an end that is missing or out
/// of range, for lengths of another graph, or so long that a path's could overflow; Cancelled.
///
/// E. W. Dijkstra (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
/// 269–271, doi:10.1007/BF01386390.
[[nodiscard]] std::vector<index_t> shortest_path(const Graph& graph, const Length& length,
                                                 const ShortestPathOptions& options,
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
