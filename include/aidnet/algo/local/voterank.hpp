#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct VoterankOptions {
  /// How many nodes to elect at most; 0 means as many as get votes.
  int count = 0;
  /// Who votes for a node: those it gives to (out), receives from (in), or both (all).
  Mode mode = Mode::out;
};

/// VoteRank: a committee of parties that together reach far, in order of election.
///
/// Each node has one vote for each node that it may vote for, see `mode`. The node with most votes
/// is elected, votes no more, and weakens its voters: each of their votes counts less by the
/// reciprocal of the mean number of voters a node, down to 0. Then all vote again. So the elected
/// are not only strong but apart from each other, unlike the first ones of a ranking.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too.
/// Self-loops are left out. With mode all, nodes that give to each other are one voter. Of nodes
/// with the same votes the one with the smallest number is elected. Votes are counted as whole
/// numbers (multiples of one part in all ties), so that equal ones are equal.
///
/// Returns the elected nodes, the first one first; those who get no vote are never elected. Empty
/// where there are no ties. O(entries · mean degree · log entries).
///
/// Throws ValidationError if count is negative; SizeError if the ties both ways are more than the
/// index type numbers; Cancelled.
///
/// J.-X. Zhang, D.-B. Chen, Q. Dong, Z.-D. Zhao (2016): Identifying a set of influential spreaders
/// in complex networks. Scientific Reports 6, 27823, doi:10.1038/srep27823.
[[nodiscard]] std::vector<index_t> voterank(const Graph& graph, const VoterankOptions& options = {},
                                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
