#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What is returned, and what it is compared with. See `reciprocity`.
enum class ReciprocityMethod {
  weighted,      ///< the share of the weight that is returned
  binary,        ///< the share of the ties that are returned
  rho,           ///< the latter, compared with ties at random
  weighted_rho,  ///< the share of the weight, compared with units of weight at random
};

struct ReciprocityOptions {
  /// Whether weights or ties are returned, see below.
  ReciprocityMethod method = ReciprocityMethod::weighted;
};

/// Reciprocity: the share of all aid, or of all ties, that is returned in kind.
///
///     weighted      r = Σ_{i≠j} min(w_ij, w_ji) / Σ_{i≠j} w_ij
///     binary        r = Σ_{i≠j} a_ij a_ji / L,  L = Σ_{i≠j} a_ij
///     rho           ρ = (r − a) / (1 − a),  r binary, a = L / (n (n − 1))
///     weighted_rho  ρ = (r − b) / (1 − b),  r weighted, b = μ / (1 + 2μ), μ the mean weight of a
///                   pair, Σ_{i≠j} w_ij / (n (n − 1))
///
/// r is 0 where nobody gives to a party that gives to it, 1 where all pairs give each other alike.
/// ρ is 0 where ties are returned as often as they would be at random, above 0 where more often,
/// below where parties keep to the roles of donor and recipient. For weighted_rho that is the
/// weighted random graph: the weight of each ordered pair is a whole number of units, drawn alike
/// for all from the geometric distribution of mean μ, of which two have μ² / (1 + 2μ) in common.
/// So the unit matters: count in the smallest amounts that are given. (The authors prefer models
/// that keep each party's strengths, which have no such formula.)
///
/// Weights are strengths and must be ≥ 0 if they are read; multiplying all of them by a constant
/// changes weighted_rho alone. Zero weights are no ties; for binary and rho any other weight makes
/// one, a negative one too. Self-loops are left out. In an undirected graph what is given is
/// received, so r = 1. Where no weight is left (no ties, or only self-loops) there is nothing to
/// take a share of, and r is NaN; so is ρ, and rho where every pair is tied, at random too.
/// Isolated nodes change rho and weighted_rho alone.
///
/// Returns one number in [0, 1], for rho and weighted_rho in [−1, 1]; or NaN. O(nodes + entries).
///
/// Throws ValidationError, for methods weighted and weighted_rho, for a negative weight, or if the
/// weights add up to more than a double; Cancelled.
///
/// T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli (2013): Reciprocity of weighted
/// networks. Scientific Reports 3, 2729, doi:10.1038/srep02729. D. Garlaschelli, M. I. Loffredo
/// (2004): Patterns of link reciprocity in directed networks. Physical Review Letters 93, 268701,
/// doi:10.1103/PhysRevLett.93.268701. D. Garlaschelli (2009): The weighted random graph model. New
/// Journal of Physics 11, 073005, doi:10.1088/1367-2630/11/7/073005.
[[nodiscard]] double reciprocity(const Graph& graph, const ReciprocityOptions& options = {},
                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
