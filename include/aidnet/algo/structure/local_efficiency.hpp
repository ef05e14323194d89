#pragma once

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Local efficiency: how near a party's partners stay to one another without it, on average.
///
///     E_loc = 1/n · Σ_v E(G_v),
///
/// where G_v is the graph among the partners of v, without v itself, and E its global efficiency.
/// High values are networks that stand the loss of a party: help finds another way.
///
/// Partners are the nodes that v has an arc to or from, and paths follow the arcs among them from
/// donor to recipient; NetworkX has the measure for undirected graphs and steps only. How long arcs
/// are, only `length` says; an arc of weight zero or infinite length is none; otherwise neither the
/// size nor the sign of a weight matters here. Self-loops change nothing (in NetworkX a node with
/// one is a partner of itself). A node with fewer than two partners counts with 0, isolated ones
/// too. igraph's measure of this name is another one: its paths may leave G_v.
///
/// Returns one number ≥ 0, at most 1 with unit lengths; infinity where two partners of a node are
/// at distance zero, and NaN for a graph without nodes.
///
/// O(Σ_v k_v m_v) for k_v partners with m_v arcs among them, times log k_v with lengths, and the
/// sum of the degrees of all partners of all nodes to find those arcs; memory for the largest G_v
/// and a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// V. Latora, M. Marchiori (2001): Efficient behavior of small-world networks. Physical Review
/// Letters 87, 198701, doi:10.1103/PhysRevLett.87.198701.
[[nodiscard]] double local_efficiency(const Graph& graph, const Length& length = {},
                                      const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
