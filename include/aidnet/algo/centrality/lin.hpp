#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct LinOptions {
  /// Which distances count: to the node (in), from it (out), or along arcs either way (all).
  Mode mode = Mode::in;
};

/// Lin's index: closeness that is fair to nodes of large parts of a disconnected network.
///
///     l(v) = r² / Σ_u d(u, v),
///
/// where u runs over the r nodes that have a path to v, v itself among them, and d is the length of
/// the shortest one (with mode = out, of paths from v). Closeness divides by the mean distance; Lin
/// multiplies by the number of nodes once more, so that many reachable nodes outweigh near ones.
///
/// Paths follow the arcs from donor to recipient, so that the default looks at where help comes
/// from; in an undirected graph all modes are the same. How long arcs are, only `length` says. An
/// arc of weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing.
///
/// Returns one value a node; 1 for a node that nothing leads to, as an isolated one, which Boldi
/// and Vigna define so. With unit lengths it is at least 1. Infinite where all nodes with a path
/// are at distance zero.
///
/// O(nodes · entries) at most with unit lengths, where 64 searches run as one, and
/// O(nodes · entries · log nodes) with others; memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow;
/// Cancelled.
///
/// N. Lin (1976): Foundations of social research. McGraw-Hill. P. Boldi, S. Vigna (2014): Axioms
/// for centrality. Internet Mathematics 10, 222–262, doi:10.1080/15427951.2013.865686.
[[nodiscard]] std::vector<double> lin(const Graph& graph, const Length& length = {},
                                      const LinOptions& options = {}, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
