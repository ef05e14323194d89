#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct ParticipationCoefficientOptions {
  /// The group of each node, by numbers that serve as names, as communities have. It must be given.
  std::vector<index_t> groups = {};
  /// Which partners: those given to, received from, or both.
  Mode mode = Mode::all;
  /// Whether ties count by their weights, and not alike.
  bool weighted = false;
};

/// Participation coefficient: how evenly a party's ties are spread over the groups.
///
///     P_i = 1 − Σ_g (k_ig / k_i)²,  k_ig the ties of node i with nodes of group g, k_i all of
///     them:
///
/// 0 where all its partners are in one group, be it its own or not; 1 − 1/m where they are evenly
/// in m groups. A donor of one region's counties has 0, one that gives everywhere a high value.
///
/// Every tie counts alike, or by its weight, which must be ≥ 0 then; a common factor changes
/// nothing. With mode all a partner on both sides counts on both. Zero weights are no ties,
/// self-loops are left out. In an undirected graph all modes are the same.
///
/// Returns one value a node, in [0, 1); NaN for nodes without partners. O(nodes log nodes +
/// entries), one value a group and thread.
///
/// Throws ValidationError if `groups` has not one number a node and, if weighted, for a
/// negative weight or if the weights at a node add up to more than a double; Cancelled.
///
/// R. Guimerà, L. A. N. Amaral (2005): Functional cartography of complex metabolic networks. Nature
/// 433, 895–900, doi:10.1038/nature03288.
[[nodiscard]] std::vector<double> participation_coefficient(
    const Graph& graph, const ParticipationCoefficientOptions& options,
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
