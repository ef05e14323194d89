#pragma once

#include <vector>

#include "aidnet/algo/community/communities.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// How labels spread. See `label_propagation`.
enum class LabelPropagationMethod {
  asynchronous,  ///< one node after the other, in a random order; ties count by weight
  ldbc,          ///< all nodes at once, and no chance; ties count alike
};

struct LabelPropagationOptions {
  LabelPropagationMethod method = LabelPropagationMethod::asynchronous;
  /// Rounds: the most that asynchronous may take, what ldbc makes.
  int max_iterations = 100;
  /// For the order of the nodes and the choice among equal labels, of asynchronous: ≥ 0, and the
  /// same for the same number.
  int seed = 0;
};

struct LabelPropagation : Communities {
  std::vector<index_t> label;  ///< of each node: the node whose label it was at first
  int iterations = 0;
  /// Whether another round would change nothing.
  bool converged = false;
};

/// Label propagation communities: parties that agree with most of their partners.
///
/// Every node starts with a label of its own. In each round every node takes the label that most of
/// its partners have; nodes with the same label in the end are a community.
///
/// asynchronous: in an order that is drawn anew in each round, by the sum of w_ij + w_ji over the
/// partners with a label; a node keeps its label if that is among the best ones, and otherwise
/// takes one of them by chance. It ends when all keep theirs, as it does in a few rounds. One run
/// may differ much from another: it is fast, and no measure of how good the communities are.
///
/// ldbc: from the labels of the round before, by the number of partners; of several best ones the
/// smallest. A partner on both sides counts twice. The CDLP of the LDBC Graphalytics benchmark,
/// whose output is `label`: exactly max_iterations rounds, of which those that change nothing are
/// not made. Where donors only give and recipients only receive, labels can change sides for ever.
///
/// Directions do not matter otherwise. Zero weights are no ties; other weights are read by
/// asynchronous, must be ≥ 0 then, and a common factor changes nothing. Self-loops are left out.
/// Isolated nodes are communities of their own; parts that nothing connects are never one, but a
/// community may be disconnected.
///
/// Returns the community of each node, numbered in order of their smallest node, their number, the
/// labels, the rounds that were made, and whether one more changes nothing. The same for the same
/// seed and graph, whatever the threads. O(nodes + entries) a round.
///
/// Throws ValidationError for max_iterations below 1 or a negative seed and, for asynchronous, for
/// a negative weight or if the weights add up to more than a double; ConvergenceError if
/// asynchronous takes more rounds; Cancelled.
///
/// U. N. Raghavan, R. Albert, S. Kumara (2007): Near linear time algorithm to detect community
/// structures in large-scale networks. Physical Review E 76, 036106,
/// doi:10.1103/PhysRevE.76.036106. A. Iosup et al. (2020): The LDBC Graphalytics benchmark,
/// doi:10.48550/arXiv.2011.15028.
[[nodiscard]] LabelPropagation label_propagation(const Graph& graph,
                                                 const LabelPropagationOptions& options = {},
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
