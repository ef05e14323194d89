#pragma once

#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI {

/// The ties of a spanning tree, or forest.
struct SpanningTree {
  std::vector<index_t> source{};  ///< of an undirected tie the smaller end
  std::vector<index_t> target{};
  std::vector<double> value{};  ///< its weight or length
  double total = 0.0;           ///< of all
};

}  // namespace aidnet::inline AIDNET_ABI
