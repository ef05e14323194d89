#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct KatzOptions {
  /// What a tie of weight 1 passes on, ≥ 0 and below 1/ρ with the spectral radius ρ of the weights.
  double alpha = 0.1;
  /// What every node has from outside the network; of any sign.
  double beta = 1.0;
  /// The same for each node by itself; replaces `beta` if not empty.
  std::vector<double> beta_weights{};
  /// Whether the scores are divided by the root of the sum of their squares.
  bool normalized = true;
  /// Whose scores a node's own is made of: those it receives from (in), gives to (out), or both.
  Mode mode = Mode::in;
  /// Bound on ‖x − α Wᵀ x − β‖ / ‖x‖, and in a directed graph on the same relative to each element
  /// of x in a strong component (β of both signs: of either part's x). Not scaled by the number of
  /// nodes.
  double tolerance = 1e-12;
  /// Most restarts of the solver, each of usually up to 29 products with the matrix.
  int max_iterations = 1000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
};

struct KatzResult {
  std::vector<double> score{};
  Convergence convergence{};
};

/// Katz centrality: what reaches a party along walks of any length, each tie passing on a part.
///
///     x_j = α Σ_i w_ij x_i + β_j,  that is  x = (I − α Wᵀ)⁻¹ β = Σ_k α^k (Wᵀ)^k β.
///
/// High scores are parties that receive much from parties that receive much; with mode = out, that
/// give much to parties that give much; with all, w_ij + w_ji is used (loops once). Bonacich's
/// power c(α, β) is the case β_j = strength of j.
///
/// The sum converges for α < 1/ρ only, ρ being the spectral radius of W: the largest of its strong
/// components' radii, 0 for a graph without cycles, where any α will do. Larger values, for which
/// the linear system may still have a solution without that meaning, are refused; so are values
/// within a relative 1e-10 of 1/ρ.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant and dividing alpha
/// by it changes nothing. Self-loops are ties as any other, zero weights are none. A node that
/// nothing reaches has β_j. Disconnected parts do not touch each other but in the normalisation.
///
/// Returns one score a node, as unit-length vector if `normalized` (zeros stay zeros); empty for
/// the empty graph. O(entries) for acyclic parts, which are solved by substitution, and O(entries)
/// a product elsewhere; about 29 doubles of memory a node. The spectral radius is calculated only
/// where the largest sums of weights leave α in doubt.
///
/// Throws ValidationError for a negative weight, an alpha that is negative, not finite or too large
/// (the message has ρ and 1/ρ), a beta that is not finite, beta_weights of the wrong length, or
/// where weights or scores exceed a double; ConvergenceError; Cancelled.
///
/// L. Katz (1953): A new status index derived from sociometric analysis. Psychometrika 18, 39–43,
/// doi:10.1007/BF02289026. P. Bonacich, P. Lloyd (2001): Eigenvector-like measures of centrality
/// for asymmetric relations. Social Networks 23, 191–201, doi:10.1016/S0378-8733(01)00038-7.
[[nodiscard]] KatzResult katz(const Graph& graph, const KatzOptions& options = {},
                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
