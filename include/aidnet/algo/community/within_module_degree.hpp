#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct WithinModuleDegreeOptions {
  /// The group of each node, by numbers that serve as names, as communities have. It must be given.
  std::vector<index_t> groups = {};
  /// Which ties within the group: those given, received, or both.
  Mode mode = Mode::all;
  /// Whether ties count by their weights, and not alike.
  bool weighted = false;
};

/// Within-module degree: how much better connected in its group a party is than the others there.
///
///     z_i = (κ_i − mean κ) / sd κ,  κ_i the ties of node i with its own group,
///
/// mean and standard deviation (divided by n, not n − 1) over the nodes of the group. Above about
/// 2.5 it is a hub of its group; together with the participation coefficient it tells the role.
///
/// Every tie counts alike, or by its weight, which must be ≥ 0 then; a common factor changes
/// nothing. With mode all a partner on both sides counts on both. Zero weights are no ties,
/// self-loops are left out; nodes without ties count in the mean. In an undirected graph all modes
/// are the same.
///
/// Returns one value a node; NaN in groups where all have the same, as in groups of one. O(nodes
/// log nodes + entries).
///
/// Throws ValidationError if `groups` has not one number a node and, if weighted, for a
/// negative weight or if the weights at a node add up to more than a double; Cancelled.
///
/// R. Guimerà, L. A. N. Amaral (2005): Functional cartography of complex metabolic networks. Nature
/// 433, 895–900, doi:10.1038/nature03288.
[[nodiscard]] std::vector<double> within_module_degree(const Graph& graph,
                                                       const WithinModuleDegreeOptions& options,
                                                       const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
