#pragma once

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Global reaching centrality: how hierarchical a network is, from 0 (flat) to 1 (a star).
///
///     GRC = 1 / (n − 1) · Σ_v (max_u c(u) − c(v)),
///
/// where c is the local reaching centrality: in a directed graph the share of the other nodes that
/// a node has a path to, in an undirected one the mean of the reciprocals of its distances. 1 where
/// one party gives to all others and they to nobody, 0 where all reach alike.
///
/// Paths follow the arcs from donor to recipient. Of a directed graph, `length` says only which
/// arcs there are: an infinite one is none. An arc of weight zero is none; otherwise neither the
/// size nor the sign of a weight matters here. Self-loops change nothing. Without any ties all
/// reach alike, and the value is 0 (NetworkX raises an error).
///
/// Returns one number ≥ 0, at most 1 in a directed graph or with unit lengths; NaN for fewer than
/// two nodes, and where nodes of an undirected graph are at distance zero.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// E. Mones, L. Vicsek, T. Vicsek (2012): Hierarchy measure for complex networks. PLoS ONE 7,
/// e33799, doi:10.1371/journal.pone.0033799.
[[nodiscard]] double global_reaching(const Graph& graph, const Length& length = {},
                                     const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
