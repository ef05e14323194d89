#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct RandomWalkClosenessOptions {
  /// Whether ties are walked in proportion to their weights; if not, each alike.
  bool weighted = true;
};

/// Random-walk closeness, or Markov centrality: how soon a party is found by what wanders about.
///
///     c_j = (n − 1) / Σ_i H_ij,
///
/// where H_ij is the mean number of steps until a random walk from i is at j for the first time,
/// and n the number of nodes; at each node the walk follows a tie with a probability in proportion
/// to a_ij = w_ij + w_ji. News, or a case of need, that is passed on at random gets early to the
/// parties of high scores; unlike closeness, it takes no account of the shortest way alone.
///
/// Weights must be ≥ 0; multiplying all of them by a constant changes nothing. Zero weights are no
/// ties. A self-loop keeps the walk for a step, and counts once. Where the network is not
/// connected, n and the sum are of a node's own part, so that scores of parts of different size
/// cannot be compared; an isolated node has 0.
///
/// Returns one score a node, in [0, 1]: one over a mean number of steps. Empty for the empty graph.
///
/// O(n³) and 2½ n² doubles for the largest connected part of n nodes. Nothing is ever subtracted:
/// nodes are taken out of the network one by one (Grassmann, Taksar and Heyman 1985,
/// doi:10.1287/opre.33.5.1107), half of them at a time for each half that is left, so that scores
/// are exact to about n · 1e-16, however uneven the weights are.
///
/// Throws ValidationError for a negative weight, or where the weights of a part exceed a double;
/// SizeError for a connected part of more than 8 192 nodes; Cancelled.
///
/// J. D. Noh, H. Rieger (2004): Random walks on complex networks. Physical Review Letters 92,
/// 118701, doi:10.1103/PhysRevLett.92.118701. S. White, P. Smyth (2003): Algorithms for estimating
/// relative importance in networks. KDD 2003, 266–275, doi:10.1145/956750.956782.
[[nodiscard]] std::vector<double> random_walk_closeness(
    const Graph& graph, const RandomWalkClosenessOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
