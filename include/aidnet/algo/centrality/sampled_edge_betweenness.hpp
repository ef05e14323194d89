#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SampledEdgeBetweennessOptions {
  /// How far each score may be from the exact one, between 0 and 1.
  double error = 0.01;
  /// The probability that no score at all is farther, between 0 and 1.
  double confidence = 0.95;
  /// Which sources are drawn: ≥ 0, and the same ones for the same number.
  int seed = 0;
};

struct SampledEdgeBetweenness {
  std::vector<double> score;  ///< one an entry, in [0, 1]
  double error = 0.0;         ///< the bound that was reached; 0 if the scores are exact
  index_t samples = 0;        ///< how many sources were drawn; 0 if the scores are exact
};

/// Edge betweenness of large networks, from the paths of some parties, as near as is asked for.
///
///     b(e) = 1 / (n (n − 1)) · Σ_{s ≠ t} σ_st(e) / σ_st
///          ≈ the mean over drawn sources s of x_s(e) = 1 / (n − 1) · Σ_t σ_st(e) / σ_st.
///
/// What edge betweenness is and reads, see there; this is the normalised one. Sources are drawn
/// evenly, with repetition, so that the expectation of x_s(e) is b(e): in an undirected graph both
/// ways of using an edge count, and each pair twice. As n − 1 parties can be reached at most,
/// x_s(e) is in [0, 1].
///
/// Sources are drawn in rounds of sizes that are known before. After each, the empirical Bernstein
/// bound of Maurer and Pontil (their theorem 4) says how far the mean of one edge can be off, above
/// or below, but for a probability δ. With δ = (1 − confidence) / (2 · arcs · rounds) the sum of
/// all these probabilities is at most 1 − confidence. So with probability `confidence` or more over
/// the seeds all scores are within the returned error at once, whatever the graph and however its
/// edges depend on one another. The drawing ends as soon as that is at most `error` for the edge of
/// the largest variance. Where it would take as many sources as there are nodes, all of them are
/// taken, once each, and the scores are exact.
///
/// Scores, unlike ranks: ties whose scores differ by less than twice the error may be in either
/// order. Halving the error takes two to four times the time. In a sparse graph only bridges
/// between large parts have scores that are not small: choose the error by the score that matters.
///
/// Returns scores in the order of Graph::indices(), the same for both entries of an undirected
/// edge, the error and the number of sources. 0 for self-loops and arcs of weight zero; empty for a
/// graph without entries. The same for the same seed and graph, whatever the threads.
///
/// O(samples · entries) with unit lengths, O(samples · entries · log nodes) at most with others,
/// the samples being of order ln(entries) · (1 / error + largest variance / error²), and never more
/// than twice the nodes; memory for a few values a node and an entry, and thread.
///
/// Throws ValidationError for an error or confidence that is not between 0 and 1, a negative seed,
/// for lengths of another graph, or so long that a path's could overflow, or where arcs of length
/// zero form a cycle, naming it; Cancelled.
///
/// U. Brandes, C. Pich (2007): Centrality estimation in large networks. International Journal of
/// Bifurcation and Chaos 17, 2303–2318, doi:10.1142/S0218127407018403. A. Maurer, M. Pontil (2009):
/// Empirical Bernstein bounds and sample variance penalization, doi:10.48550/arXiv.0907.3740.
[[nodiscard]] SampledEdgeBetweenness sampled_edge_betweenness(
    const Graph& graph, const Length& length = {},
    const SampledEdgeBetweennessOptions& options = {}, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
