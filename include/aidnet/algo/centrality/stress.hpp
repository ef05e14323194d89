#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Stress: how many shortest ways from one party to another lead through a party.
///
///     s(v) = Σ_{s ≠ v ≠ t} σ_st(v),
///
/// where σ_st(v) is the number of shortest paths from s to t that lead through v. Unlike
/// betweenness, which asks for their share, it counts every path: where there are many equally
/// short ways, each of them adds one to all nodes on it.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way, and
/// each pair {s, t} is one. How long arcs are, only `length` says. An arc of weight zero is none;
/// otherwise neither the size nor the sign of a weight matters here. Self-loops are on no shortest
/// path. Pairs without a path add nothing. Lengths are compared exactly (see Length::in_units on
/// ties). Arcs of length zero are fine unless they form a cycle, which in an undirected graph every
/// edge of length zero does: then shortest paths cannot be counted. An arc so short that it
/// vanishes in the rounding of the distance may be left out of the count.
///
/// Returns one value a node, ≥ 0: a whole number, exact up to 2^53, and infinite beyond what a
/// double holds. There is no normalisation; 0 for an isolated node.
///
/// O(nodes · entries) with unit lengths, O(nodes · entries · log nodes) at most with others;
/// memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow, or
/// where arcs of length zero form a cycle, naming it; Cancelled.
///
/// A. Shimbel (1953): Structural parameters of communication networks. Bulletin of Mathematical
/// Biophysics 15, 501–507, doi:10.1007/BF02476438. U. Brandes (2008): On variants of shortest-path
/// betweenness centrality and their generic computation. Social Networks 30, 136–145,
/// doi:10.1016/j.socnet.2007.11.001.
[[nodiscard]] std::vector<double> stress(const Graph& graph, const Length& length = {},
                                         const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
