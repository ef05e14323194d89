#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Local reaching centrality: the share of all other parties that a party's help can get to.
///
///     directed:    c(v) = 1 / (n − 1) · |{u ≠ v : there is a path from v to u}|,
///     undirected:  c(v) = 1 / (n − 1) · Σ_{u ≠ v} 1 / d(v, u),
///
/// where d is the length of the shortest path and a node without one adds 0. In an undirected graph
/// all nodes of a part reach the same ones; there the definition puts nearness in place of reach.
///
/// Paths follow the arcs from donor to recipient. Of a directed graph, `length` says only which
/// arcs there are: an infinite one is none. An arc of weight zero is none; otherwise neither the
/// size nor the sign of a weight matters here (NetworkX can average weights along one of the
/// shortest paths; which one, where several tie, is left to chance). Self-loops change nothing.
///
/// Returns one value a node, ≥ 0, and at most 1 in a directed graph or with unit lengths; 0 for a
/// node that gives to nobody, as an isolated one; NaN for the only node of a graph.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// E. Mones, L. Vicsek, T. Vicsek (2012): Hierarchy measure for complex networks. PLoS ONE 7,
/// e33799, doi:10.1371/journal.pone.0033799.
[[nodiscard]] std::vector<double> local_reaching(const Graph& graph, const Length& length = {},
                                                 const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
