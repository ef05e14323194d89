#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct LoadOptions {
  /// Whether to divide by the number of ordered pairs of other nodes.
  bool normalized = true;
};

/// Load: how much passes a party when every party draws one unit from every other, by even halves.
///
/// One unit is traced from each node t back to each node s that has a path to it, along shortest
/// paths; wherever several nodes stand before a node on such paths, the unit is divided evenly
/// among *those nodes*. The load of v is what passes it, of all units that neither start nor end
/// there. Betweenness instead divides a unit evenly among all *paths*, however they branch. The two
/// are the same where shortest ways are unique. High scores are parties that carry much if each
/// party, not knowing the whole network, asks all its nearest suppliers alike.
///
/// Paths follow the arcs from donor to recipient; in an undirected graph they go either way. How
/// long arcs are, only `length` says. An arc of weight zero is none; otherwise neither the size nor
/// the sign of a weight matters here. Self-loops are on no shortest path. Pairs without a path add
/// nothing. Lengths are compared exactly (see Length::in_units on ties). Arcs of length zero are
/// fine unless they form a cycle, which in an undirected graph every edge of length zero does. An
/// arc so short that it vanishes in the rounding of the distance may be left out.
///
/// This is what NetworkX computes: it splits backwards. Goh et al. send units forward from s and
/// split them among the nodes *behind* a node, which is the load of Graph::reverse(); in an
/// undirected graph both are the same. NetworkX, where a path of one arc ties with a longer one,
/// may lose the latter's share (it does not with unit lengths).
///
/// Returns one value a node, ≥ 0. It is the sum over ordered pairs, in an undirected graph too;
/// with `normalized` it is divided by (n − 1)(n − 2), if that is not 0, and at most 1.
///
/// O(nodes · entries) with unit lengths, O(nodes · entries · log nodes) at most with others;
/// memory for a few values a node and thread.
///
/// Throws ValidationError for lengths of another graph, or so long that a path's could overflow, or
/// where arcs of length zero form a cycle, naming it; Cancelled.
///
/// M. E. J. Newman (2001): Scientific collaboration networks. II. Physical Review E 64, 016132,
/// doi:10.1103/PhysRevE.64.016132. K.-I. Goh, B. Kahng, D. Kim (2001): Universal behavior of load
/// distribution in scale-free networks. Physical Review Letters 87, 278701,
/// doi:10.1103/PhysRevLett.87.278701.
[[nodiscard]] std::vector<double> load(const Graph& graph, const Length& length = {},
                                       const LoadOptions& options = {},
                                       const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
