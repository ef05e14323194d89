#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SampledBetweennessOptions {
  /// How far each score may be from the exact one, between 0 and 1.
  double error = 0.01;
  /// The probability that no score at all is farther, between 0 and 1.
  double confidence = 0.95;
  /// Which sources are drawn: ≥ 0, and the same ones for the same number.
  int seed = 0;
};

struct SampledBetweenness {
  std::vector<double> score;  ///< one a node, in [0, 1]
  double error = 0.0;         ///< the bound that was reached; 0 if the scores are exact
  index_t samples = 0;        ///< how many sources were drawn; 0 if the scores are exact
};

/// Betweenness of large networks, from the paths of some parties, as near as is asked for.
///
///     b(v) = 1 / ((n − 1)(n − 2)) · Σ_{s ≠ v ≠ t} σ_st(v) / σ_st ≈ the mean over drawn sources s
///     of n / ((n − 1)(n − 2)) · Σ_t σ_st(v) / σ_st.
///
/// What betweenness is and reads, see there; this is the normalised one without endpoints. Sources
/// are drawn evenly, with repetition, in rounds of sizes that are known before. After each, the
/// bound of Maurer and Pontil says from the mean and the variance that were found how far off the
/// score of any node can be; the drawing ends as soon as it is at most `error` for all nodes. With
/// probability `confidence` or more over the seeds all scores are within the returned error,
/// whatever the graph. Where that needs as many sources as there are nodes, all of them are taken,
/// once each, and the scores are exact.
///
/// Scores, unlike ranks: parties whose scores differ by less than twice the error may be in either
/// order. Halving the error takes two to four times the time.
///
/// Returns scores in [0, 1], the error and the number of sources. 0 for graphs of fewer than three
/// nodes. The same for the same seed and graph, whatever the threads.
///
/// O(samples · entries) with unit lengths, O(samples · entries · log nodes) at most with others,
/// the samples being of order ln(nodes) · (1 / error + largest variance / error²), and never more
/// than twice the nodes; memory for a few values a node and thread.
///
/// Throws ValidationError for an error or confidence that is not between 0 and 1, a negative seed,
/// for lengths of another graph, or so long that a path's could overflow, or where arcs of length
/// zero form a cycle, naming it; Cancelled.
///
/// U. Brandes, C. Pich (2007): Centrality estimation in large networks. International Journal of
/// Bifurcation and Chaos 17, 2303–2318, doi:10.1142/S0218127407018403. A. Maurer, M. Pontil (2009):
/// Empirical Bernstein bounds and sample variance penalization, doi:10.48550/arXiv.0907.3740.
/// M. Riondato, E. Upfal (2018): ABRA: approximating betweenness centrality in static and dynamic
/// graphs with Rademacher averages. ACM TKDD 12, 61, doi:10.1145/3208351.
[[nodiscard]] SampledBetweenness sampled_betweenness(const Graph& graph, const Length& length = {},
                                                     const SampledBetweennessOptions& options = {},
                                                     const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
