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

/// What a search for a path leaves out, one mark a node: nodes, and steps from the source to some.
/// Empty where nothing is left out.
struct Hidden {
  std::span<const bool> nodes{};
  std::span<const bool> first{};

  [[nodiscard]] bool node(index_t v) const {
    return !nodes.empty() && nodes[static_cast<std::size_t>(v)];
  }
  [[nodiscard]] bool step(index_t from, index_t to, index_t source) const {
    return from == source && !first.empty() && first[static_cast<std::size_t>(to)];
  }
};

/// The path that networkx.bidirectional_shortest_path finds; empty if none. `back` are the edges
/// turned round, in NetworkX's order (the graph itself, if undirected).
std::vector<index_t> meeting_path(const Adjacency& graph, const Adjacency& back, index_t source,
                                  index_t target, const Hidden& hidden);

/// Edges in one direction, with their lengths as in DijkstraOptions.
struct Lengths {
  const Adjacency* graph;
  std::span<const double> lengths;
  std::span<const std::int8_t> whole;
};

/// The path that networkx.bidirectional_dijkstra finds, and how long it is; empty if none.
struct Meeting {
  std::vector<index_t> path;
  double distance = 0.0;
  bool whole = true;  ///< whether the distance is a sum of whole numbers
};

Meeting meeting_dijkstra(const Lengths& forward, const Lengths& backward, index_t source,
                         index_t target, const Hidden& hidden);

}  // namespace nx
