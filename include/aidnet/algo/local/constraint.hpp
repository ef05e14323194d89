#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct ConstraintOptions {
  /// Whether ties count by their weights, and not alike.
  bool weighted = false;
};

/// Burt's constraint: how much a party depends on partners that are tied to one another.
///
///     C_i = Σ_j (p_ij + Σ_q p_iq p_qj)²,    p_ij = (a_ij + a_ji) / Σ_h (a_ih + a_hi),
///
/// over the partners j of i and the partners q that both have. A party that is constrained has few
/// partners, or partners that deal with each other without it; one with a low value stands between
/// parties that need it to reach each other (structural holes).
///
/// a_ij is 1 where i gives to j, so that ties both ways count twice; weighted it is w_ij, which
/// must be ≥ 0 then, and a common factor changes nothing. Zero weights are no ties. Self-loops are
/// left out.
///
/// Returns one number a node, > 0: it can exceed 1 where there are few partners and all are tied;
/// NaN for a node without partners. Empty for the empty graph. O(entries^1.5 · log entries) at
/// most, whatever the hubs; in parallel.
///
/// Throws ValidationError, if weighted, for a negative weight or if the weights at a node add up to
/// more than a double; SizeError if the ties both ways are more than the index type numbers;
/// Cancelled.
///
/// R. S. Burt (1992): Structural Holes: The Social Structure of Competition. Harvard University
/// Press. R. S. Burt (2004): Structural holes and good ideas. American Journal of Sociology 110,
/// 349–399, doi:10.1086/421787.
[[nodiscard]] std::vector<double> constraint(const Graph& graph,
                                             const ConstraintOptions& options = {},
                                             const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
