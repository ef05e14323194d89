#pragma once

#include <optional>
#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct AllShortestPathsOptions {
  /// Where paths start, and where they end. Both must be given.
  std::optional<index_t> source{};
  std::optional<index_t> target{};
  /// How many paths to write down at most, at least 1: there can be more than anybody could read.
  index_t limit = 1000;
};

struct AllShortestPaths {
  /// Path p has the places offsets[p] to offsets[p + 1] of the two others.
  std::vector<index_t> offsets{0};
  std::vector<index_t> nodes;     ///< in order, source and target among them
  std::vector<double> distances;  ///< of each of them from the source
  /// How many shortest paths there are, written down or not; rounded where they are more than 2^53.
  double count = 0.0;

  /// How many were written down.
  [[nodiscard]] index_t written() const noexcept {
    return static_cast<index_t>(offsets.size() - 1);
  }
  [[nodiscard]] std::span<const index_t> path(index_t p) const noexcept {
    const auto first = static_cast<std::size_t>(offsets[static_cast<std::size_t>(p)]);
    return std::span(nodes).subspan(
        first, static_cast<std::size_t>(offsets[static_cast<std::size_t>(p) + 1]) - first);
  }
};

/// All shortest paths from one party to another: on how many ways help gets there as soon.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way. How
/// long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size nor
/// the sign of a weight matters here. Self-loops are on no path.
///
/// Lengths are added up from the source and compared exactly (see Length::in_units on ties). The
/// order is that of node numbers, going back from the target: the first path is shortest_path's.
///
/// Returns the paths, `limit` of them at most, and how many there are in all; none where there is
/// no path, and the one of no steps from a node to itself.
///
/// O(entries · log nodes) for their number, and what it takes to write them down.
///
/// Throws ValidationError for an end that is missing or out of range, a limit below 1, for lengths
/// of another graph, or so long that a path's could overflow, or where arcs of length zero form a
/// cycle, naming it; SizeError where the paths together have more nodes than the index type counts;
/// Cancelled.
///
/// E. W. Dijkstra (1959): A note on two problems in connexion with graphs. Numerische Mathematik 1,
/// 269–271, doi:10.1007/BF01386390.
[[nodiscard]] AllShortestPaths all_shortest_paths(const Graph& graph, const Length& length,
                                                  const AllShortestPathsOptions& options,
                                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
