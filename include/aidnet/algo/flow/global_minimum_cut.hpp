#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct GlobalMinimumCut {
  /// How much the ties of the cut can carry together.
  double value = 0.0;
  /// The nodes that the ties lead from, ascending: neither none nor all.
  std::vector<index_t> side;
  /// The ties of the cut, from that side to the other one, in the order of the entries.
  std::vector<index_t> source, target;
  std::vector<double> capacity;
};

/// Where a network comes apart most easily: the ties with the least capacity together without which
/// not everybody can still reach everybody.
///
/// min Σ c_ij over i in S, j not in S, for all sets of nodes S but none and all; the least of the
/// minimum cuts between any two nodes. With unit capacities that is the edge connectivity. Arcs
/// count from donor to recipient only, edges of an undirected graph either way. An entry of weight
/// zero is no arc; beyond that only `capacity` counts. Self-loops are in no cut. Where not
/// everybody reaches everybody (disconnected parts, isolated nodes) the value is 0 and the cut has
/// no ties.
///
/// Of several such cuts it is always the same one: of those that part a node from all before it,
/// the first such node's, towards it rather than away from it, with the fewest nodes at the end
/// that the ties lead to. Sums are exact, see maximum_flow. In the unit of the capacities.
///
/// For each node a maximum flow from the nodes before it, in a directed graph one back as well, in
/// parallel: between nodes · entries and nodes times that of a maximum flow. Nodes + entries where
/// not everybody reaches everybody.
///
/// Throws UndefinedError for fewer than two nodes, or where every cut has an infinite capacity;
/// ValidationError for a capacity that is of another graph or, in an undirected one, differs
/// between the two entries of an edge; SizeError where the value is more than a double; Cancelled.
///
/// M. Stoer, F. Wagner (1997): A simple min-cut algorithm. Journal of the ACM 44, 585–591,
/// doi:10.1145/263867.263872.
/// J. Hao, J. B. Orlin (1994): A faster algorithm for finding the minimum cut in a directed graph.
/// Journal of Algorithms 17, 424–446, doi:10.1006/jagm.1994.1043.
[[nodiscard]] GlobalMinimumCut global_minimum_cut(const Graph& graph, const Capacity& capacity,
                                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
