#pragma once

#include <vector>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EigenvectorOptions {
  /// Whose scores a node's own is made of: those it receives from (in), gives to (out), or both.
  Mode mode = Mode::in;
  /// Bound on ‖Wᵀ x − λ x‖ / λ, where ‖x‖ = 1, and in a directed graph on the same relative to each
  /// element of x in a strong component, which is what makes λ as exact. Not scaled by the number
  /// of nodes.
  double tolerance = 1e-12;
  /// Most restarts of the Arnoldi method, each of usually up to 26 products with the matrix.
  int max_iterations = 1000;
  /// Whether not reaching the tolerance is an error; if not, the last iterate is returned.
  bool require_convergence = true;
};

struct EigenvectorResult {
  std::vector<double> score{};
  /// The largest eigenvalue λ of the weights, in their unit; 0 for the empty graph.
  double eigenvalue = 0.0;
  Convergence convergence{};
};

/// Eigenvector centrality: a party stands high that receives from parties that stand high.
///
///     λ x_j = Σ_i w_ij x_i,  x ≥ 0,  ‖x‖ = 1 (the root of the sum of squares),
///
/// with the largest eigenvalue λ, the spectral radius of W. With mode = out a party stands high
/// that gives to parties that stand high; with all, w_ij + w_ji is used (loops once).
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant multiplies λ and
/// nothing else. A self-loop adds its weight once; zero weights are no ties.
///
/// Where the graph is not strongly connected, influence that can return grows at the rate of the
/// strong component it is in, and the one with the largest spectral radius leaves all others
/// behind: it and what it reaches (along the flows, for mode = in) have positive scores, all other
/// nodes have 0. Components whose radius is the same within a relative 1e-9 tie; of those, one that
/// reaches another has no share in the limit. If more than one is left, x is not unique: an error.
/// So is a graph without cycles, in particular one that only leads from donors to recipients: every
/// eigenvalue is 0. `katz` and `pagerank` are defined there.
///
/// Returns one score a node; empty for the empty graph. O(entries) a product and O(nodes) beside
/// it, about 26 doubles of memory a node. The number of products grows as 1/√gap for undirected
/// graphs, gap being the relative distance to the next eigenvalue. Long directed rings with uneven
/// weights and no chords, whose eigenvalues lie on a circle, are the hard case.
///
/// Throws ValidationError for a negative weight, or where weights or scores exceed a double;
/// UndefinedError where there is no cycle, or the leading component is not unique;
/// ConvergenceError; Cancelled.
///
/// P. Bonacich (1972): Factoring and weighting approaches to status scores and clique
/// identification. Journal of Mathematical Sociology 2, 113–120, doi:10.1080/0022250X.1972.9989806.
[[nodiscard]] EigenvectorResult eigenvector(const Graph& graph,
                                            const EigenvectorOptions& options = {},
                                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
