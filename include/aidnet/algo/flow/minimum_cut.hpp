#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct MinimumCutOptions {
  /// Where help starts: one node or several. At least one.
  std::vector<index_t> source{};
  /// Where it is to arrive: one node or several, none of them a source. At least one.
  std::vector<index_t> target{};
};

struct MinimumCut {
  /// How much the ties of the cut can carry together: the value of a maximum flow.
  double value = 0.0;
  /// The nodes on the sources' side, ascending.
  std::vector<index_t> side;
  /// The ties of the cut, from the sources' side to the other one, in the order of the entries.
  std::vector<index_t> source, target;
  std::vector<double> capacity;
};

/// The bottleneck between some parties and others: the ties with the least capacity together
/// without which no help passes from the former to the latter.
///
/// min Σ c_ij over i in S, j not in S, for all sets of nodes S that have all sources and no target.
/// It equals the maximum flow (Ford and Fulkerson). Arcs count from donor to recipient only, edges
/// of an undirected graph either way. An entry of weight zero is no arc; beyond that only
/// `capacity` counts. Self-loops are in no cut. Where nothing passes, the cut has no ties and the
/// value 0.
///
/// Of several minimum cuts it is the one nearest to the sources, which lies within the side of
/// every other one. Sums are exact, see maximum_flow, so that ties are found. In the unit of the
/// capacities.
///
/// O(nodes² · √entries), in practice little more than linear; single-threaded.
///
/// Throws UndefinedError where a way of infinite capacities cannot be cut, with the way;
/// ValidationError for missing, repeated or unknown sources or targets, a node that is both, or a
/// capacity of another graph; SizeError where the value is more than a double; Cancelled.
///
/// L. R. Ford, D. R. Fulkerson (1956): Maximal flow through a network. Canadian Journal of
/// Mathematics 8, 399–404, doi:10.4153/CJM-1956-045-5.
[[nodiscard]] MinimumCut minimum_cut(const Graph& graph, const Capacity& capacity,
                                     const MinimumCutOptions& options, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
