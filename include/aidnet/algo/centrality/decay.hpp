#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct DecayOptions {
  /// What is left of a benefit after one unit of distance: between 0 and 1, without these two.
  double delta = 0.5;
  /// Which distances count: to the node (in), from it (out), or along arcs either way (all).
  Mode mode = Mode::in;
  /// Whether to divide by delta (n − 1), the value of a node next to all others by unit lengths.
  bool normalized = false;
};

/// Decay centrality: the benefit of all other parties, which fades with each step of distance.
///
///     c(v) = Σ_{u ≠ v} delta^d(u, v),
///
/// where d(u, v) is the length of the shortest path from u to v (with mode = out, from v to u), and
/// a node without a path adds 0. A small delta makes it nearly the degree, one near 1 nearly the
/// number of nodes that can be reached.
///
/// Paths follow the arcs from donor to recipient, so that the default looks at where help comes
/// from; in an undirected graph all modes are the same. How long arcs are, only `length` says. An
/// arc of weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing.
///
/// Returns one value a node, at least 0 and less than n − 1 (n − 1 where all are at distance zero);
/// 0 for a node that nothing leads to, as an isolated one. With `normalized` it is at most 1 with
/// unit lengths, and 0 for the only node of a graph.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for a delta that is not between 0 and 1, for lengths of another graph, or
/// so long that a path's could overflow; Cancelled.
///
/// M. O. Jackson (2008): Social and economic networks. Princeton University Press, section 2.2.4,
/// doi:10.1515/9781400833993.
[[nodiscard]] std::vector<double> decay(const Graph& graph, const Length& length = {},
                                        const DecayOptions& options = {},
                                        const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
