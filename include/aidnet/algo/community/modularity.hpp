#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct ModularityOptions {
  /// The group of each node, by numbers that serve as names, as communities have. It must be given.
  std::vector<index_t> groups = {};
  /// γ: how much a group has to keep inside; above 1 small groups are better, below 1 large ones.
  double resolution = 1.0;
};

/// Modularity: how much more of the aid stays within groups than would if all gave at random.
///
/// With W the total weight and s the strengths,
///
///     Q = 1/W Σ_ij (w_ij − γ s_i^out s_j^in / W) δ(g_i, g_j)              directed
///     Q = 1/2m Σ_ij (A_ij − γ k_i k_j / 2m) δ(g_i, g_j),  2m = Σ_i k_i     undirected.
///
/// At random every party keeps what it gives and receives in all. Q is 0 where all are in one group
/// (and γ = 1), near 1 where many groups give among themselves only, below 0 where aid crosses, as
/// from east to west. Where donors only give and recipients only receive, the first formula is
/// Barber's for two-mode networks: each donor is compared with each recipient, and only with them.
///
/// Weights are strengths and must be ≥ 0; a common factor changes nothing. Zero weights are no
/// ties. Self-loops stay inside their group and count, in undirected graphs twice in the strength
/// and once in the total, as in NetworkX. Isolated nodes, and groups without ties, change nothing.
///
/// Returns one number, at most 1; NaN where there is no weight. O(nodes log nodes + entries).
///
/// Throws ValidationError if `groups` has not one number a node, for a resolution that is
/// negative or not finite, a negative weight, or if the weights add up to more than a double;
/// Cancelled.
///
/// M. E. J. Newman, M. Girvan (2004): Finding and evaluating community structure in networks.
/// Physical Review E 69, 026113, doi:10.1103/PhysRevE.69.026113. E. A. Leicht, M. E. J. Newman
/// (2008): Community structure in directed networks. Physical Review Letters 100, 118703,
/// doi:10.1103/PhysRevLett.100.118703. M. J. Barber (2007): Modularity and community detection in
/// bipartite networks. Physical Review E 76, 066102, doi:10.1103/PhysRevE.76.066102. J. Reichardt,
/// S. Bornholdt (2006): Statistical mechanics of community detection. Physical Review E 74, 016110,
/// doi:10.1103/PhysRevE.74.016110.
[[nodiscard]] double modularity(const Graph& graph, const ModularityOptions& options,
                                const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
