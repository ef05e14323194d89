#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct GroupClosenessOptions {
  /// The members, one at least.
  std::vector<index_t> group{};
  /// Which distances count: to the group (in), from it (out), or along arcs either way (all).
  Mode mode = Mode::in;
  /// Whether to scale by the share of the other nodes that can be reached, as Wasserman and Faust
  /// do.
  bool wf_improved = true;
};

/// Group closeness: how near a group is to all parties outside it, each by its nearest member.
///
///     c(S) = r / Σ_u d(u, S),    improved: c(S) · r / (n − |S|),
///
/// where u runs over the r nodes outside the group that have a path to some member, and d(u, S) is
/// the length of the shortest path to any of them (with mode = out, of paths from them). With one
/// member it is that node's closeness.
///
/// Paths follow the arcs from donor to recipient, so that the default looks at where help comes
/// from; in an undirected graph all modes are the same. How long arcs are, only `length` says. An
/// arc of weight zero is none; otherwise neither the size nor the sign of a weight matters here.
/// Self-loops change nothing.
///
/// Returns one number ≥ 0, at most 1 with unit lengths; 0 where nobody else has a path, infinite
/// where all who have one are at distance zero, and NaN if all nodes are members. NetworkX counts a
/// node without a path as if it were at distance zero, which makes groups of small parts the
/// closest; where all have one the values are the same.
///
/// O(nodes + entries) with unit lengths, O(entries · log nodes) with others.
///
/// Throws ValidationError for a group without members, for members that are out of range or named
/// twice, for lengths of another graph, or so long that a path's could overflow; Cancelled.
///
/// M. G. Everett, S. P. Borgatti (1999): The centrality of groups and classes. Journal of
/// Mathematical Sociology 23, 181–201, doi:10.1080/0022250X.1999.9990219.
[[nodiscard]] double group_closeness(const Graph& graph, const Length& length = {},
                                     const GroupClosenessOptions& options = {},
                                     const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
