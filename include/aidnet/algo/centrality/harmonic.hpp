#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct HarmonicOptions {
  /// Which distances count: to the node (in), from it (out), or along arcs either way (all).
  Mode mode = Mode::in;
  /// Whether to divide by the number of other nodes.
  bool normalized = false;
};

/// Harmonic centrality: the sum of the nearnesses of all other parties.
///
///     h(v) = Σ_{u ≠ v} 1 / d(u, v),
///
/// where d(u, v) is the length of the shortest path from u to v (with mode = out, from v to u), and
/// a node without a path adds 0. That makes it the closeness for disconnected networks, as most aid
/// networks are: nothing needs to be said about unreachable parties.
///
/// Paths follow the arcs from donor to recipient, so that the default looks at where help comes
/// from; in an undirected graph all modes are the same. How long arcs are, only `length` says. An
/// arc of weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing.
///
/// Returns one value a node, ≥ 0; 0 for a node that nothing leads to, as an isolated one. With unit
/// lengths it is at most n − 1, or 1 if normalized. A node with another one at distance zero has
/// the value infinity (NetworkX leaves such pairs out, as if there were no path).
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// M. Marchiori, V. Latora (2000): Harmony in the small-world. Physica A 285, 539–546,
/// doi:10.1016/S0378-4371(00)00311-3. P. Boldi, S. Vigna (2014): Axioms for centrality. Internet
/// Mathematics 10, 222–262, doi:10.1080/15427951.2013.865686.
[[nodiscard]] std::vector<double> harmonic(const Graph& graph, const Length& length = {},
                                           const HarmonicOptions& options = {},
                                           const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
