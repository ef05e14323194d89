#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct ApproximateCurrentFlowBetweennessOptions {
  /// Whether weights are conductances; if not, each tie has the conductance 1.
  bool weighted = true;
  /// How far each score may be from the exact one, between 0 and 1.
  double error = 0.05;
  /// The probability that no score at all is farther, between 0 and 1.
  double confidence = 0.95;
  /// Which pairs are drawn: ≥ 0, and the same ones for the same number.
  int seed = 0;
};

struct ApproximateCurrentFlowBetweenness {
  std::vector<double> score;  ///< one a node, in [0, 1]
  double error = 0.0;         ///< the bound that was reached; 0 if the scores are exact
  std::int64_t samples = 0;   ///< how many pairs were drawn; 0 if the scores are exact
};

/// Current-flow betweenness of large networks, from the currents of some pairs, as near as is asked
/// for.
///
///     b_v = the mean over pairs s, t of other nodes of ½ Σ_j c_vj |p_st(v) − p_st(j)|
///         ≈ n / (n − 2) · the mean over drawn pairs, which counts 0 where v is one of the two.
///
/// What current-flow betweenness is and reads, see there; this is the normalised one. Pairs are
/// drawn evenly, with repetition, in rounds of sizes that are known before. After each, the bound
/// of Maurer and Pontil says from the mean and the variance that were found how far off the score
/// of any node can be; the drawing ends as soon as it is at most `error` for all nodes. With
/// probability `confidence` or more over the seeds all scores are within the returned error,
/// whatever the graph. Where that needs as many pairs as there are, scores are the exact ones.
///
/// The potentials of a pair are found by conjugate gradients, preconditioned by a factorisation
/// that fills nothing in, until what the currents lack at all nodes together is a thousandth of the
/// error: no current can be wrong by more, and that is part of the returned error. So there is no
/// limit of size. Where weights are so uneven, over more than some ten decades, that doubles cannot
/// hold such potentials, scores are the exact ones too.
///
/// Returns scores in [0, 1], the error and the number of pairs. 0 for graphs of fewer than three
/// nodes. The same for the same seed and graph, whatever the threads.
///
/// O(samples · entries · iterations), the samples being of order ln(nodes) · (1 / error + largest
/// variance / error²), the iterations a dozen in networks that are knit well and up to hundreds in
/// long and thin ones; some dozens of values a node and thread.
///
/// Throws ValidationError for an error or confidence that is not between 0 and 1, a negative seed,
/// a negative weight, or where weights at a node exceed a double; and, where scores are to be
/// exact, what current_flow_betweenness does, SizeError for parts of more than 8 192 nodes;
/// Cancelled.
///
/// U. Brandes, D. Fleischer (2005): Centrality measures based on current flow. STACS 2005, LNCS
/// 3404, 533–544, doi:10.1007/978-3-540-31856-9_44. A. Maurer, M. Pontil (2009): Empirical
/// Bernstein bounds and sample variance penalization, doi:10.48550/arXiv.0907.3740.
[[nodiscard]] ApproximateCurrentFlowBetweenness approximate_current_flow_betweenness(
    const Graph& graph, const ApproximateCurrentFlowBetweennessOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
