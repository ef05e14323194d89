#pragma once

#include "aidnet/algo/community/communities.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct LouvainOptions {
  /// γ of modularity: above 1 for more and smaller communities, below 1 for fewer and larger ones.
  double resolution = 1.0;
  /// Ends when a level gains no more modularity than this.
  double tolerance = 1e-7;
  /// How often communities are merged at most; 0 for as often as it gains.
  int max_levels = 0;
  /// In which order nodes are looked at: ≥ 0, and the same for the same number.
  int seed = 0;
};

struct Louvain : Communities {
  double modularity = 0.0;
  int levels = 0;  ///< how often communities were merged
};

/// Louvain communities: parties that give to one another more than they would at random.
///
/// Every node starts as a community of its own. Each is moved to the neighbouring community, or out
/// into one of its own, where modularity (see there) gains most, and looked at again when one of
/// its neighbours has moved; when none is left, communities become the nodes of the next level, and
/// so on until nothing moves. What comes out is a partition of high modularity, not the best one,
/// which nobody can find in reasonable time; other seeds find others, and communities may even be
/// disconnected: `leiden` mends that. Of several seeds the one with the largest modularity is the
/// best.
///
/// Directed graphs use directed modularity: a tie from a small donor to a small recipient binds
/// more than one between two large ones. Weights are strengths and must be ≥ 0; a common factor
/// changes nothing but by rounding. Zero weights are no ties. Self-loops count in the strengths.
/// Isolated nodes are communities of their own, parts that nothing connects are never one. Below
/// the size of about √(2m) ties communities can stay merged (resolution limit): raise γ.
///
/// Returns the community of each node, numbered in order of their smallest node, their number, the
/// modularity (NaN without ties) and the number of levels. The same for the same seed and graph,
/// whatever the threads. Gains below the rounding error are none. About O(entries) a level.
///
/// Throws ValidationError for a resolution, tolerance, max_levels or seed that is negative, a
/// negative weight, or if the weights add up to more than a double; Cancelled.
///
/// V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre (2008): Fast unfolding of communities
/// in large networks. Journal of Statistical Mechanics, P10008,
/// doi:10.1088/1742-5468/2008/10/P10008. E. A. Leicht, M. E. J. Newman (2008): Community structure
/// in directed networks. Physical Review Letters 100, 118703, doi:10.1103/PhysRevLett.100.118703.
/// S. Fortunato, M. Barthélemy (2007): Resolution limit in community detection. PNAS 104, 36–41,
/// doi:10.1073/pnas.0605965104.
[[nodiscard]] Louvain louvain(const Graph& graph, const LouvainOptions& options = {},
                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
