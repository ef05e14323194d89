#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EffectiveSizeOptions {
  /// Whether ties count by their weights, and not alike.
  bool weighted = false;
  /// Whether to divide by the number of partners: Burt's efficiency.
  bool normalized = false;
};

/// Burt's effective size: how many of a party's partners are not redundant.
///
///     E_i = Σ_j (1 − Σ_q p_iq m_jq),
///     p_iq = (a_iq + a_qi) / Σ_h (a_ih + a_hi),    m_jq = (a_jq + a_qj) / max_h (a_jh + a_hj),
///
/// over the partners j of i and the partners q that both have. Partners that are tied to the
/// party's other partners bring it little that those do not. Where all ties are alike it is
/// k − 2 t / k for k partners with t ties among them.
///
/// a_ij is 1 where i gives to j, so that ties both ways count twice; weighted it is w_ij, which
/// must be ≥ 0 then, and a common factor changes nothing. Zero weights are no ties. Self-loops are
/// left out.
///
/// Returns one number a node, from 0 to its number of partners, or to 1 if normalized; NaN for a
/// node without partners. Empty for the empty graph. O(entries^1.5 · log entries) at most, whatever
/// the hubs; in parallel.
///
/// Throws ValidationError, if weighted, for a negative weight or if the weights at a node add up to
/// more than a double; SizeError if the ties both ways are more than the index type numbers;
/// Cancelled.
///
/// R. S. Burt (1992): Structural Holes: The Social Structure of Competition. Harvard University
/// Press. R. S. Burt (2004): Structural holes and good ideas. American Journal of Sociology 110,
/// 349–399, doi:10.1086/421787.
[[nodiscard]] std::vector<double> effective_size(const Graph& graph,
                                                 const EffectiveSizeOptions& options = {},
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
