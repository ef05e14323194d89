#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct ClosenessOptions {
  /// Which distances count: to the node (in), from it (out), or along arcs either way (all).
  Mode mode = Mode::in;
  /// Whether to scale by the share of other nodes that can be reached, as Wasserman and Faust do.
  bool wf_improved = true;
};

/// Closeness: how near a party is to those that can reach it, or that it can reach.
///
///     c(v) = r / Σ_u d(u, v),    improved: c(v) · r / (n − 1),
///
/// where u runs over the r other nodes that have a path to v, and d is the length of the shortest
/// one (with mode = out, of paths from v). Without the improvement a node with one near partner and
/// no other ranks first; with it, small parts of a disconnected graph rank low.
///
/// Paths follow the arcs from donor to recipient, so that the default looks at where help comes
/// from; in an undirected graph all modes are the same. How long arcs are, only `length` says. An
/// arc of weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing.
///
/// Returns one value a node, ≥ 0; 0 for a node without such partners, as an isolated one. With unit
/// lengths it is at most 1. If all its partners are at distance zero, a node's value is infinite
/// (NetworkX returns 0, as for an isolated node).
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// L. C. Freeman (1978): Centrality in social networks: conceptual clarification. Social Networks
/// 1, 215–239, doi:10.1016/0378-8733(78)90021-7. S. Wasserman, K. Faust (1994): Social network
/// analysis: methods and applications. Cambridge University Press, p. 201,
/// doi:10.1017/CBO9780511815478.
[[nodiscard]] std::vector<double> closeness(const Graph& graph, const Length& length = {},
                                            const ClosenessOptions& options = {},
                                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
