#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct BetweennessOptions {
  /// Whether to divide by the number of pairs of nodes whose paths could lead through a node.
  bool normalized = true;
  /// Whether a path also counts for the two nodes at its ends.
  bool endpoints = false;
  /// Nodes whose paths are looked at where they start, and where they end; all where none is given.
  std::vector<index_t> sources{};
  std::vector<index_t> targets{};
};

/// Betweenness: how often a party lies on the shortest way from one party to another.
///
///     b(v) = Σ_{s ≠ t} σ_st(v) / σ_st,
///
/// where σ_st is the number of shortest paths from s to t and σ_st(v) the number of those that
/// lead through v; without `endpoints`, only pairs with s ≠ v ≠ t count. High scores are brokers
/// and intermediaries: help that goes from hand to hand passes them.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way, and
/// each pair {s, t} is one. How long arcs are, only `length` says. An arc of weight zero is none;
/// otherwise neither the size nor the sign of a weight matters here. Self-loops are on no shortest
/// path. Pairs without a path add nothing. Lengths are compared exactly (see Length::in_units on
/// ties). Arcs of length zero are fine unless they form a cycle, which in an undirected graph every
/// edge of length zero does: then shortest paths cannot be counted. An arc so short that it
/// vanishes in the rounding of the distance may be left out of the count.
///
/// With `sources` or `targets`, only pairs (s, t) of a source and a target count: who is between
/// the donors of the east and the counties of the west. In an undirected graph each of the orders
/// (s, t) and (t, s) is half a pair.
///
/// Returns one value a node, ≥ 0. With `normalized` it is divided by the number of pairs, reachable
/// or not, of all nodes: (n − 1)(n − 2), with `endpoints` n (n − 1), in an undirected graph half of
/// it; so it is at most 1, and 0 where there are no such pairs. Numbers of paths of any size are
/// counted with the precision of a double.
///
/// O(sources · entries) with unit lengths, O(sources · entries · log nodes) at most with others;
/// memory for a few values a node and thread. Where that takes too long, sampled_betweenness is as
/// near as is asked for.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow,
/// for sources or targets that are out of range or named twice, or where arcs of length zero form a
/// cycle, naming it; Cancelled.
///
/// L. C. Freeman (1977): A set of measures of centrality based on betweenness. Sociometry 40,
/// 35–41, doi:10.2307/3033543. U. Brandes (2001): A faster algorithm for betweenness centrality.
/// Journal of Mathematical Sociology 25, 163–177, doi:10.1080/0022250X.2001.9990249. U. Brandes
/// (2008): On variants of shortest-path betweenness centrality and their generic computation.
/// Social Networks 30, 136–145, doi:10.1016/j.socnet.2007.11.001.
[[nodiscard]] std::vector<double> betweenness(const Graph& graph, const Length& length = {},
                                              const BetweennessOptions& options = {},
                                              const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
