#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EdgeBetweennessOptions {
  /// Whether to divide by the number of pairs of nodes.
  bool normalized = true;
  /// Nodes whose paths are looked at where they start, and where they end; all where none is given.
  std::vector<index_t> sources{};
  std::vector<index_t> targets{};
};

/// Edge betweenness: how often a tie lies on the shortest way from one party to another.
///
///     b(e) = Σ_{s ≠ t} σ_st(e) / σ_st,
///
/// where σ_st is the number of shortest paths from s to t and σ_st(e) the number of those that use
/// the edge e. High scores are bridges: ties that hold parts of the network together, and that many
/// chains of help would miss.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way, and
/// each pair {s, t} is one. How long arcs are, only `length` says. An arc of weight zero is none
/// and has 0; otherwise neither the size nor the sign of a weight matters here. Self-loops are on
/// no shortest path and have 0. Pairs without a path add nothing. Lengths are compared exactly (see
/// Length::in_units on ties). Arcs of length zero are fine unless they form a cycle, which in an
/// undirected graph every edge of length zero does. An arc so short that it vanishes in the
/// rounding of the distance may be left out of the count.
///
/// With `sources` or `targets`, only pairs (s, t) of a source and a target count. In an undirected
/// graph each of the orders (s, t) and (t, s) is half a pair.
///
/// Returns one value an entry, in the order of Graph::indices(), ≥ 0; both entries of an undirected
/// edge have the same. With `normalized` it is divided by the number of pairs of all nodes,
/// reachable or not: n (n − 1), in an undirected graph half of it; so it is at most 1. Empty for a
/// graph without entries. Numbers of paths of any size are counted with the precision of a double.
///
/// O(sources · entries) with unit lengths, O(sources · entries · log nodes) at most with others;
/// memory for a few values a node and an entry, and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow,
/// for sources or targets that are out of range or named twice, or where arcs of length zero form a
/// cycle, naming it; Cancelled.
///
/// M. Girvan, M. E. J. Newman (2002): Community structure in social and biological networks. PNAS
/// 99, 7821–7826, doi:10.1073/pnas.122653799. U. Brandes (2008): On variants of shortest-path
/// betweenness centrality and their generic computation. Social Networks 30, 136–145,
/// doi:10.1016/j.socnet.2007.11.001.
[[nodiscard]] std::vector<double> edge_betweenness(const Graph& graph, const Length& length = {},
                                                   const EdgeBetweennessOptions& options = {},
                                                   const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
