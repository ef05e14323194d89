#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SalsaResult {
  std::vector<double> hub{};
  std::vector<double> authority{};
};

/// SALSA: how large a part of its group's giving or receiving a party has.
///
/// A walker on recipients goes back along a tie to one of the donors, drawn in proportion to what
/// they gave, and from there along a tie to one of that donor's recipients; one on donors does the
/// same the other way round. Started from a recipient drawn evenly, it ends at j with probability
///
///     a_j = |A_k| / |A| · s_j / Σ_{i in A_k} s_i,    s_j = Σ_i w_ij,
///
/// where A are the nodes that receive and A_k those of j's group: donors that share recipients,
/// directly or through others, with these. Hubs are the same for donors. Unlike HITS, which gives
/// all to the leading group, every group has a part in proportion to the number of its members (the
/// weighting of Lempel and Moran); within a group the scores are shares of strength.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Self-loops are ties as any other, zero weights are none. Nodes that give nothing have hub 0,
/// nodes that receive nothing authority 0. In an undirected graph each node is both and hubs and
/// authorities are the same.
///
/// Returns one hub and one authority score a node, ≥ 0 and summing to 1 each; empty for the empty
/// graph. A closed form, not an iteration: O(nodes + entries), and memory for the entries twice.
///
/// Throws ValidationError for a negative weight, or where weights add up to more than a double;
/// UndefinedError where no tie has a positive weight; SizeError where twice the nodes or entries do
/// not fit index_t; Cancelled.
///
/// R. Lempel, S. Moran (2001): SALSA: the stochastic approach for link-structure analysis. ACM
/// Transactions on Information Systems 19, 131–160, doi:10.1145/382979.383041.
[[nodiscard]] SalsaResult salsa(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
