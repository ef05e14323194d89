#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct BellmanFordOptions {
  /// The node that paths start from. It must be given.
  std::optional<index_t> source{};
};

/// The cheapest ways from one party to all others, where some hands cost less than nothing.
///
///     d(s, v) = the least sum of costs on a path from s to v.
///
/// A subsidy that is more than the fee, the logarithm of a rate of exchange: with costs like these
/// a longer path may be the cheaper one. For lengths, which are never negative, use `distances`.
///
/// Paths follow the arcs from donor to recipient. What arcs cost, only `cost` says. An arc of
/// weight zero is none; otherwise neither the size nor the sign of a weight matters here. A
/// self-loop changes nothing unless its cost is negative.
///
/// If costs that can be reached from the source add up to less than zero round a cycle, nothing is
/// the cheapest; in an undirected graph an edge of negative cost is such a cycle, there and back.
/// Costs as doubles are rounded, as tenths and logarithms are: sums round a cycle that are below
/// zero by no more than 2^-51 of the sizes of their terms count as zero.
///
/// Returns one value a node, in the unit of the costs: 0 for the source, and infinity where there
/// is no path.
///
/// O(nodes · entries) at most, and near O(entries) in most networks.
///
/// Throws NegativeCycleError, which names the cycle; ValidationError for a source that is missing
/// or out of range, for costs of another graph, or so large that a path's could overflow;
/// Cancelled.
///
/// R. Bellman (1958): On a routing problem. Quarterly of Applied Mathematics 16, 87–90,
/// doi:10.1090/qam/102435. B. V. Cherkassky, A. V. Goldberg (1999): Negative-cycle detection
/// algorithms. Mathematical Programming 85, 277–311, doi:10.1007/s101070050058.
[[nodiscard]] std::vector<double> bellman_ford(const Graph& graph, const Cost& cost,
                                               const BellmanFordOptions& options,
                                               const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
