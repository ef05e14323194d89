#pragma once

#include <optional>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct KShortestPathsOptions {
  /// Where paths start, and where they end. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
  /// How many paths to find, at least 1.
  index_t k = 3;
};

struct KShortestPaths {
  /// Path p has the places offsets[p] to offsets[p + 1] of the two others.
  std::vector<index_t> offsets{0};
  std::vector<index_t> nodes;     ///< in order, source and target among them
  std::vector<double> distances;  ///< of each of them from the source, along the path

  [[nodiscard]] index_t count() const noexcept { return static_cast<index_t>(offsets.size() - 1); }
  [[nodiscard]] std::span<const index_t> path(index_t p) const noexcept {
    const auto first = static_cast<std::size_t>(offsets[static_cast<std::size_t>(p)]);
    return std::span(nodes).subspan(
        first, static_cast<std::size_t>(offsets[static_cast<std::size_t>(p) + 1]) - first);
  }
};

/// The shortest paths from one party to another, and the next best: who else could pass it on.
///
/// No path goes by a node twice. They follow the arcs from donor to recipient; in an undirected
/// graph they go either way. How long arcs are, only `length` says. An arc of weight zero is none;
/// otherwise neither the size nor the sign of a weight matters here. Self-loops are on no path.
///
/// The order is that of lengths; of paths as long as each other, those with fewer steps come first,
/// and of those with as many, going back from the target, the one with the lower node number where
/// they first differ. Lengths are added up from the source and compared exactly (see
/// Length::in_units on ties).
///
/// Returns k paths, or all if there are fewer: none where there is no path at all, and the one of
/// no steps from a node to itself.
///
/// O(k · nodes · entries · log nodes) at most. All distances to the target are found first, so that
/// a search for a detour looks at little more than the detour, and most are never begun: those that
/// cannot be among the first k.
///
/// Throws ValidationError for an end that is missing or out of range, k below 1, for lengths of
/// another graph, or so long that a path's could overflow; SizeError where the paths together have
/// more nodes than the index type counts; Cancelled.
///
/// J. Y. Yen (1971): Finding the k shortest loopless paths in a network. Management Science 17,
/// 712–716, doi:10.1287/mnsc.17.11.712. E. L. Lawler (1972): A procedure for computing the k best
/// solutions to discrete optimization problems and its application to the shortest path problem.
/// Management Science 18, 401–405, doi:10.1287/mnsc.18.7.401.
[[nodiscard]] KShortestPaths k_shortest_paths(const Graph& graph, const Length& length,
                                              const KShortestPathsOptions& options,
                                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
