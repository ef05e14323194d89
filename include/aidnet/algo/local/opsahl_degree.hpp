#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct OpsahlDegreeOptions {
  /// What the node gives (out), receives (in), or both added up (all).
  Mode mode = Mode::all;
  /// How much the amounts count beside the number of ties: 0 is degree, 1 strength.
  double alpha = 0.5;
};

/// Opsahl's degree: the number of a party's ties and their amounts in one figure.
///
///     C_i = k_i^(1 − α) s_i^α = k_i (s_i / k_i)^α,
///
/// with the degree k_i and the strength s_i. Of two donors that give the same in all, α < 1 puts
/// the one with more recipients first, α > 1 the one with fewer.
///
/// Weights are strengths and must be ≥ 0; multiplying them by c multiplies the values by c^α. Zero
/// weights are no ties. Self-loops count twice in mode all and in an undirected graph, as in degree
/// and strength. Isolated nodes have 0.
///
/// Returns one number a node, ≥ 0; empty for the empty graph. O(nodes + entries).
///
/// Throws ValidationError if α is not a finite number ≥ 0, for a negative weight, or if the weights
/// at a node add up to more than a double, or a value is more than one; Cancelled.
///
/// T. Opsahl, F. Agneessens, J. Skvoretz (2010): Node centrality in weighted networks: Generalizing
/// degree and shortest paths. Social Networks 32, 245–251, doi:10.1016/j.socnet.2010.03.006.
[[nodiscard]] std::vector<double> opsahl_degree(const Graph& graph,
                                                const OpsahlDegreeOptions& options = {},
                                                const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
