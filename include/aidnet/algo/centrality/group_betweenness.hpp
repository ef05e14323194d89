#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct GroupBetweennessOptions {
  /// The members, one at least.
  std::vector<index_t> group{};
  /// Whether to divide by the number of pairs of nodes outside the group.
  bool normalized = true;
};

/// Group betweenness: how often the shortest way between two outsiders leads through a group.
///
///     b(S) = Σ_{s, t ∉ S} σ_st(S) / σ_st,
///
/// where σ_st is the number of shortest paths from s to t and σ_st(S) the number of those that lead
/// through at least one member. A path through several members counts once, so that it is less than
/// the sum of their betweennesses: what is lost if all of them fall away together.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way, and
/// each pair {s, t} is one. How long arcs are, only `length` says. An arc of weight zero is none;
/// otherwise neither the size nor the sign of a weight matters here. Self-loops are on no shortest
/// path. Pairs without a path add nothing. Lengths are compared exactly (see Length::in_units on
/// ties). Arcs of length zero are fine unless they form a cycle, which in an undirected graph every
/// edge of length zero does. An arc so short that it vanishes in the rounding of the distance may
/// be left out of the count.
///
/// Returns one number ≥ 0. With `normalized` it is divided by the number of pairs outside, (n −
/// |S|)(n − |S| − 1), in an undirected graph half of it, if that is not 0; so it is at most 1.
/// Numbers of paths of any size are counted with the precision of a double. NetworkX (3.6) has the
/// same for one member of an undirected or strongly connected graph; for more members it often
/// differs from this definition.
///
/// O(nodes · entries) with unit lengths, O(nodes · entries · log nodes) at most with others;
/// memory for a few values a node and thread.
///
/// Throws ValidationError for a group without members, for members that are out of range or named
/// twice, for lengths of another graph, or so long that a path's could overflow, or where arcs of
/// length zero form a cycle, naming it; Cancelled.
///
/// M. G. Everett, S. P. Borgatti (1999): The centrality of groups and classes. Journal of
/// Mathematical Sociology 23, 181–201, doi:10.1080/0022250X.1999.9990219.
[[nodiscard]] double group_betweenness(const Graph& graph, const Length& length = {},
                                       const GroupBetweennessOptions& options = {},
                                       const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
