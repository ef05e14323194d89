#pragma once

#include "aidnet/algo/structure/trophic_method.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct TrophicIncoherenceOptions {
  /// Whose levels, and whose measure of how well ties fit them.
  TrophicMethod method = TrophicMethod::mackay;
  // As for `trophic_levels`.
  double tolerance = 1e-12;
  int max_iterations = 10'000;
  bool require_convergence = true;
};

/// Trophic incoherence: how far a network is from giving in one direction.
///
/// By MacKay, Johnson and Sansom (mackay), with their `trophic_levels` h,
///
///     F₀ = Σ_ij w_ij (h_j − h_i − 1)² / Σ_ij w_ij,
///
/// 0 where every tie leads up exactly one level, as in a network that only leads from donors to
/// recipients, and 1 where what goes round in circles leaves no direction at all; 1 − F₀ is the
/// trophic coherence. By Johnson et al. (levine), with the levels of Levine, q is the standard
/// deviation of h_j − h_i over the ties (population form, each tie alike, without self-loops, which
/// are left out of the levels too): 0 for a maximally coherent network, without an upper bound.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Zero weights are no ties, isolated nodes change nothing. A self-loop fits no levels: it adds 1
/// for mackay. An undirected network has F₀ = 1.
///
/// Returns a number, in [0, 1] for mackay; NaN for a network without ties (levine: but loops).
/// Complexity as `trophic_levels`.
///
/// Throws as `trophic_levels`.
///
/// R. S. MacKay, S. Johnson, B. Sansom (2020): How directed is a directed network? Royal Society
/// Open Science 7, 201138, doi:10.1098/rsos.201138. S. Johnson, V. Domínguez-García, L. Donetti,
/// M. A. Muñoz (2014): Trophic coherence determines food-web stability. PNAS 111, 17923–17928,
/// doi:10.1073/pnas.1409077111.
[[nodiscard]] double trophic_incoherence(const Graph& graph,
                                         const TrophicIncoherenceOptions& options = {},
                                         const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
