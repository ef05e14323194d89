#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct WidestPathOptions {
  /// Where the path starts, and where it ends. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
};

/// A widest path from one party to another: the chain of gifts whose smallest one is the largest.
///
/// How wide it is, `bottleneck` says. Reads the weights as strengths, which must be ≥ 0: an arc of
/// weight zero is none. The path follows the arcs from donor to recipient; in an undirected graph
/// it goes either way. Self-loops are on no path.
///
/// Returns the nodes of the path in order, the two ends among them; the one node where both ends
/// are the same. Of several widest paths it is one of the fewest steps, always the same: going back
/// from the target, the node with the lowest number of those before it on such paths.
///
/// O(nodes + entries · log nodes).
///
/// Throws UndefinedError where there is no path; ValidationError for a negative weight, or an end
/// that is missing or out of range; Cancelled.
///
/// M. Pollack (1960): The maximum capacity through a network. Operations Research 8, 733–736,
/// doi:10.1287/opre.8.5.733.
[[nodiscard]] std::vector<index_t> widest_path(const Graph& graph, const WidestPathOptions& options,
                                               const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
