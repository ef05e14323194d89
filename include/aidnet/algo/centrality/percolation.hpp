#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct PercolationOptions {
  /// How far each node is affected, ≥ 0; all alike if empty.
  std::vector<double> states{};
};

/// Percolation centrality: betweenness for what starts in some parties more than in others.
///
///     c(v) = 1 / (n − 2) · Σ_{s ≠ v ≠ t} σ_st(v) / σ_st · x_s / (Σ_u x_u − x_v),
///
/// where σ_st is the number of shortest paths from s to t, σ_st(v) of those through v, and x are
/// the states of the nodes. With x as how much each party was struck, or has to give, it says who
/// passes that on. With all states alike it is betweenness divided by (n − 1)(n − 2).
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way, and
/// both orders of a pair count, each by the state of its source. How long arcs are, only `length`
/// says. An arc of weight zero is none; otherwise neither the size nor the sign of a weight matters
/// here. Self-loops are on no shortest path. Pairs without a path add nothing. Lengths are compared
/// exactly (see Length::in_units on ties). Arcs of length zero are fine unless they form a cycle,
/// which in an undirected graph every edge of length zero does.
///
/// Returns one value a node, in [0, 1]; 0 for an isolated node, for graphs of fewer than three, and
/// where no other node has a state above 0. Multiplying all states by a constant changes nothing.
///
/// O(nodes · entries) with unit lengths, O(nodes · entries · log nodes) at most with others;
/// memory for a few values a node and thread.
///
/// Throws ValidationError for states that are negative, not finite, too large to be added or not
/// one a node, for lengths of another graph, or so long that a path's could overflow, or where arcs
/// of length zero form a cycle, naming it; Cancelled.
///
/// M. Piraveenan, M. Prokopenko, L. Hossain (2013): Percolation centrality: quantifying
/// graph-theoretic impact of nodes during percolation in networks. PLoS ONE 8, e53095,
/// doi:10.1371/journal.pone.0053095.
[[nodiscard]] std::vector<double> percolation(const Graph& graph, const Length& length = {},
                                              const PercolationOptions& options = {},
                                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
