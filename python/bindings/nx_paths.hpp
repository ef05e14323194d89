#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "nx_adjacency.hpp"

// Shortest paths in exactly NetworkX's order, so that of several ones the same are found.
namespace nx {

/// What Dijkstra's algorithm found, in the order in which nodes were settled: by distance, then by
/// when they were first seen at it.
struct Settled {
  std::vector<index_t> node;
  std::vector<index_t> parent;  ///< −1 for a source
  std::vector<double> distance;
  std::vector<std::int8_t> whole;  ///< whether the distance is a sum of whole numbers
};

struct DijkstraOptions {
  /// One value an entry, ≥ 0; empty where each is 1.
  std::span<const double> lengths;
  /// Which of them are whole numbers; empty where it is not asked.
  std::span<const std::int8_t> whole;
  std::span<const index_t> sources;
  /// Where to stop; −1 for nowhere.
  index_t target;
  /// How far to go.
  double cutoff;
};

Settled dijkstra(const Adjacency& graph, const DijkstraOptions& options);

/// The path that networkx.bidirectional_shortest_path finds in an undirected graph; empty if none.
std::vector<index_t> meeting_path(const Adjacency& graph, index_t source, index_t target);

}  // namespace nx
