#pragma once

#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Who needs how much, and the arcs between different nodes that can carry something.
struct Transport {
  std::vector<index_t> sources, targets, entries;
  std::vector<double> capacities, costs;
  /// One a node, below 0 for what it has to give.
  std::vector<double> demands;
  /// The sum of the demands above 0.
  double needed = 0.0;

  /// What share of the amounts that are added up may be missing by rounding.
  static constexpr double rounding = 1e-12;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
