#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct BonacichPowerOptions {
  /// What a partner's own power adds (> 0) or takes away (< 0), by unit of weight; below 1/ρ in
  /// magnitude with the spectral radius ρ of the weights. 0: power is strength.
  double beta = 0.1;
  /// Whether the squares of the scores sum to the number of nodes, as in the paper; if not,
  /// alpha = 1.
  bool normalized = true;
  /// Whose power a node's own is made of: those it gives to (out), receives from (in), or both.
  Mode mode = Mode::out;
  /// As for `katz`, on a system of twice the nodes where beta < 0.
  double tolerance = 1e-12;
  /// Most restarts of the solver, each of usually up to 29 products with the matrix.
  int max_iterations = 1000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
};

struct BonacichPowerResult {
  std::vector<double> score{};
  Convergence convergence{};
};

/// Bonacich's power: to be tied to the powerful gives power, or, with beta < 0, takes it away.
///
///     c_i = Σ_j w_ij (alpha + beta c_j),  that is  c = alpha (I − beta W)⁻¹ W 1.
///
/// With beta > 0 a donor stands high whose recipients pass much on to others that do. With beta < 0
/// it stands high whose recipients have nobody else to give to: in bargaining, partners without
/// alternatives are the ones that depend on it. alpha only scales the scores and is chosen so that
/// their squares sum to the number of nodes: 1 is then a usual score.
///
/// For |beta| < 1/ρ the scores sum over walks of all lengths, those of even length counting against
/// those of odd length where beta < 0; ρ is the spectral radius of W, 0 for a graph without cycles,
/// where any beta will do. Larger values, for which the linear system may still have a solution
/// without that meaning, are refused; so are values within a relative 1e-10 of 1/ρ.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant and dividing beta
/// by it changes nothing. With mode = in, w_ji is used; with all, w_ij + w_ji (loops once). Self-
/// loops are ties as any other, zero weights are none. A node without ties has 0, and so has every
/// node of a graph without any. Scores can be negative where beta < 0. Disconnected parts do not
/// touch each other but in the normalisation.
///
/// Returns one score a node; empty for the empty graph. Cost and memory as `katz`, at most twice
/// that where beta < 0.
///
/// Throws ValidationError for a negative weight, a beta that is not finite or too large (the
/// message has ρ and 1/ρ), or where weights or scores exceed a double; SizeError where, for
/// beta < 0, twice the nodes or entries do not fit index_t; ConvergenceError; Cancelled.
///
/// P. Bonacich (1987): Power and centrality: a family of measures. American Journal of Sociology
/// 92, 1170–1182, doi:10.1086/228631.
[[nodiscard]] BonacichPowerResult bonacich_power(const Graph& graph,
                                                 const BonacichPowerOptions& options = {},
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
