#pragma once

#include <vector>

#include "algo/distance_tallies_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// How many other nodes there are paths from (or to), and the sum of a term of their distances.
struct DistanceSum {
  double reached = 0.0;
  double sum = 0.0;

  void merge(const DistanceSum& other) {
    reached += other.reached;
    sum += other.sum;
  }
};

/// For each node v, adds up term(distance) over the other nodes (see tally_distances).
template <class Term>
std::vector<DistanceSum> distance_sums(const Graph& graph, const Length& length, Mode mode,
                                       const Term& term, const char* who, const Control& control) {
  return tally_distances<DistanceSum>(graph, length, mode, who, control,
                                      [&term](DistanceSum& tally, double distance, int count) {
                                        tally.reached += count;
                                        tally.sum += count * term(distance);
                                      });
}

}  // namespace aidnet::inline AIDNET_ABI::detail
