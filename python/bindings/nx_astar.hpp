#pragma once

#include <functional>
#include <span>
#include <vector>

#include "nx_adjacency.hpp"

namespace nx {

struct AstarOptions {
  /// One value an entry; empty where each is 1.
  std::span<const double> lengths;
  index_t source;
  index_t target;
  /// What is expected from a node on; asked of each node once, when it is first seen. None: 0.
  std::function<double(index_t)> heuristic;
  /// How long a path may be expected to be.
  double cutoff;
};

/// The path that networkx.astar_path finds, step for step, also where the heuristic promises too
/// much; empty if none.
std::vector<index_t> astar_path(const Adjacency& graph, const AstarOptions& options);

}  // namespace nx
