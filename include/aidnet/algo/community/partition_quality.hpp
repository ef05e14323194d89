#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct PartitionQualityOptions {
  /// The group of each node, by numbers that serve as names, as communities have. It must be given.
  std::vector<index_t> groups = {};
};

struct PartitionQuality {
  double coverage = 0.0;         ///< the share of the ties that stay within groups
  double weight_coverage = 0.0;  ///< the share of the weight that does
  double performance = 0.0;      ///< the share of the pairs that are as groups say
};

/// Coverage and performance of groups: how much stays within them, and how well they predict ties.
///
///     coverage         ties within groups / ties
///     weight coverage  weight within groups / weight
///     performance      (pairs tied within groups + pairs not tied across) / pairs
///
/// Pairs are ordered in a directed graph. Both coverages are 1 where all are in one group, so they
/// compare partitions of about equal numbers only; performance is high for small groups where ties
/// are few. `modularity` compares with chance.
///
/// Weights are strengths and must be ≥ 0; a common factor changes nothing. Zero weights are no
/// ties. Self-loops are left out.
///
/// Returns three numbers in [0, 1]; the coverages are NaN without ties, performance is with fewer
/// than two nodes. O(nodes log nodes + entries).
///
/// Throws ValidationError if `groups` has not one number a node, for a negative weight, or if
/// the weights add up to more than a double; Cancelled.
///
/// S. Fortunato (2010): Community detection in graphs. Physics Reports 486, 75–174,
/// doi:10.1016/j.physrep.2009.11.002.
[[nodiscard]] PartitionQuality partition_quality(const Graph& graph,
                                                 const PartitionQualityOptions& options,
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
