#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct NominalAssortativityOptions {
  /// The group of each node, by numbers that serve as names, as communities have. It must be given.
  std::vector<index_t> groups = {};
  /// Whether ties count by their weights, and not alike.
  bool weighted = false;
};

/// Nominal assortativity: whether aid stays within groups, such as regions or kinds of parties.
///
/// With e_gh the share of ties that lead from group g to h, a_g = Σ_h e_gh and b_h = Σ_g e_gh,
///
///     r = (Σ_g e_gg − Σ_g a_g b_g) / (1 − Σ_g a_g b_g):
///
/// 1 where every tie stays within its group, 0 where ties are as random, below 0 where they cross,
/// as aid from east to west does. In an undirected graph each tie counts in both directions.
///
/// Every tie counts alike, or by its weight, which must be ≥ 0 then; a common factor changes
/// nothing. Zero weights are no ties. Self-loops are left out, isolated nodes change nothing.
///
/// Returns one number, at most 1; NaN where it is not defined: no ties, or all within one group.
/// O(nodes log nodes + entries).
///
/// Throws ValidationError if `groups` has not one number a node and, if weighted, for a
/// negative weight or if the weights add up to more than a double; Cancelled.
///
/// M. E. J. Newman (2003): Mixing patterns in networks. Physical Review E 67, 026126,
/// doi:10.1103/PhysRevE.67.026126.
[[nodiscard]] double nominal_assortativity(const Graph& graph,
                                           const NominalAssortativityOptions& options,
                                           const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
