#pragma once

#include "aidnet/algo/community/communities.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What Leiden communities make as large as they can.
enum class LeidenObjective {
  modularity,
  cpm,  ///< the constant Potts model
};

struct LeidenOptions {
  LeidenObjective objective = LeidenObjective::modularity;
  /// γ: above for more and smaller communities, below for fewer and larger ones.
  double resolution = 1.0;
  /// How often all is done again from what was found; −1 for until that changes nothing.
  int iterations = 2;
  /// θ: how freely nodes are joined while communities are refined, in mean weights of a tie; with 0
  /// each joins where it gains most.
  double theta = 0.01;
  /// For the order in which nodes are looked at, and who joins whom: ≥ 0, the same for the same.
  int seed = 0;
};

struct Leiden : Communities {
  double quality = 0.0;  ///< the objective
  /// Whether the last iteration changed nothing.
  bool converged = false;
};

/// Leiden communities: parties that give to one another more than they would at random, and none of
/// which falls apart.
///
/// As `louvain`, nodes move to where the objective gains most, and communities become the nodes of
/// the next level; but before that each community is taken apart and put together again from
/// single nodes, so that only what is well connected stays together. Objectives:
///
///     modularity   see there, directed or not
///     cpm          H = Σ_c (e_c − γ n_c (n_c − 1) / 2),  without the 2 in directed graphs,
///
/// with e_c the weight within community c and n_c its members. With cpm γ is a weight: communities
/// have more than γ for each pair within, less than γ for each pair across, whatever the rest of
/// the network is, so there is no resolution limit.
///
/// After each iteration communities are connected, directions aside, and no two of them would gain
/// by being one. When converged, moving no single node gains either. It is still not the best
/// partition, which nobody can find in reasonable time; of several seeds take the best.
///
/// Weights are strengths and must be ≥ 0; with modularity a common factor changes nothing but by
/// rounding, with cpm none if γ has it too. Zero weights are no ties. Self-loops count in the
/// strengths of modularity, and otherwise change nothing. Isolated nodes are communities of their
/// own.
///
/// Returns the community of each node, numbered in order of their smallest node, their number, and
/// the objective as `quality` (modularity is NaN without ties). The same for the same seed and
/// graph, whatever the threads. Gains below the rounding error are none. About O(entries) a level.
///
/// Throws ValidationError for a resolution, theta or seed that is negative, for iterations that are
/// neither −1 nor positive, a negative weight, or if the weights add up to more than a double;
/// Cancelled.
///
/// V. A. Traag, L. Waltman, N. J. van Eck (2019): From Louvain to Leiden: guaranteeing
/// well-connected communities. Scientific Reports 9, 5233, doi:10.1038/s41598-019-41695-z.
/// V. A. Traag, P. Van Dooren, Y. Nesterov (2011): Narrow scope for resolution-limit-free community
/// detection. Physical Review E 84, 016114, doi:10.1103/PhysRevE.84.016114. E. A. Leicht,
/// M. E. J. Newman (2008): Community structure in directed networks. Physical Review Letters 100,
/// 118703, doi:10.1103/PhysRevLett.100.118703.
[[nodiscard]] Leiden leiden(const Graph& graph, const LeidenOptions& options = {},
                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
