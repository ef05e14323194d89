#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "nx_adjacency.hpp"

namespace nx {

struct BellmanFordOptions {
  /// One value an entry, of any sign; empty where each is 1.
  std::span<const double> lengths;
  /// Which of them are whole numbers; empty where it is not asked.
  std::span<const std::int8_t> whole;
  std::span<const index_t> sources;
  /// Whether NetworkX's way to notice a negative cycle early is followed.
  bool heuristic;
};

/// The nodes that can be reached, in the order in which they were first seen.
struct Cheapest {
  std::vector<index_t> node;
  std::vector<double> distance;
  std::vector<std::int8_t> whole;  ///< whether the distance is a sum of whole numbers
  /// The nodes before the k-th one on its shortest paths: those from offsets[k] to offsets[k + 1].
  std::vector<index_t> offsets{0};
  std::vector<index_t> before;
  index_t cycle = aidnet::no_index;  ///< where a negative cycle was noticed; −1 if there is none
};

/// The Bellman–Ford algorithm with NetworkX's queue, step for step, so that of several shortest
/// paths, and of several negative cycles, the same are found.
Cheapest bellman_ford(const Adjacency& graph, const BellmanFordOptions& options,
                      const aidnet::Control& control);

}  // namespace nx
