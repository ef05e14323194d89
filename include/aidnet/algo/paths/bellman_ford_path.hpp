#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct BellmanFordPathOptions {
  /// Where the path starts, and where it ends. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
};

/// The cheapest way from one party to another, where some hands cost less than nothing.
///
/// What it costs, `bellman_ford` says, and what costs are. The path follows the arcs from donor to
/// recipient. An arc of weight zero is none; otherwise neither the size nor the sign of a weight
/// matters here. Self-loops are on no path.
///
/// Returns the nodes of the path in order, the two ends among them, each once; the one node where
/// both ends are the same. Of several cheapest paths it is one, always the same.
///
/// O(nodes · entries) at most, and near O(entries) in most networks.
///
/// Throws NegativeCycleError if costs that can be reached from the source add up to less than zero
/// round a cycle, on the way to the target or not; UndefinedError where there is no path;
/// ValidationError for an end that is missing or out of range, for costs of another graph, or so
/// large that a path's could overflow; Cancelled.
///
/// R. Bellman (1958): On a routing problem. Quarterly of Applied Mathematics 16, 87–90,
/// doi:10.1090/qam/102435. B. V. Cherkassky, A. V. Goldberg (1999): Negative-cycle detection
/// algorithms. Mathematical Programming 85, 277–311, doi:10.1007/s101070050058.
[[nodiscard]] std::vector<index_t> bellman_ford_path(const Graph& graph, const Cost& cost,
                                                     const BellmanFordPathOptions& options,
                                                     const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
