#pragma once

#include <optional>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct AstarPathOptions {
  /// Where the path starts, and where it ends. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
  /// What is known of the distance from each node to the target: no more than it is. Without, 0.
  std::vector<double> heuristic{};
};

/// A shortest path from one party to another, found the sooner the more is known of distances.
///
/// The search goes first where the way so far and the estimate of the rest add up to least: with
/// road lengths, say, the distance as the crow flies, and it never looks the other way.
///
/// The path follows the arcs from donor to recipient; in an undirected graph it goes either way.
/// How long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size
/// nor the sign of a weight matters here. Self-loops are on no path.
///
/// An estimate may be too low, or out of proportion to its neighbours'; infinity says that the
/// target cannot be reached from there. If none is too high, the path is a shortest one, and of
/// several the same as shortest_path's: going back from the target, by the node with the lowest
/// number of those before it (among paths with arcs of length zero it may be another). If some are
/// too high, it is a path, longer than the shortest by no more than the largest excess; if that is
/// infinite, none may be found.
///
/// Returns the nodes of the path in order, the two ends among them; the one node where both ends
/// are the same.
///
/// O(entries · log nodes) where no estimate exceeds a neighbour's by more than the arc between
/// them is long, O(nodes · entries · log nodes) with others.
///
/// Throws UndefinedError where there is no path; ValidationError for an end that is missing or out
/// of range, for estimates that are not one a node, negative, NaN, or not 0 at the target, for
/// lengths of another graph, or so long that a path's could overflow; Cancelled.
///
/// P. E. Hart, N. J. Nilsson, B. Raphael (1968): A formal basis for the heuristic determination of
/// minimum cost paths. IEEE Transactions on Systems Science and Cybernetics 4, 100–107,
/// doi:10.1109/TSSC.1968.300136. A. Martelli (1977): On the complexity of admissible search
/// algorithms. Artificial Intelligence 8, 1–13, doi:10.1016/0004-3702(77)90002-9.
[[nodiscard]] std::vector<index_t> astar_path(const Graph& graph, const Length& length,
                                              const AstarPathOptions& options,
                                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
