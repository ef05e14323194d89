#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct MaximumFlowOptions {
  /// Where help starts: one node or several. At least one.
  std::vector<index_t> source{};
  /// Where it is to arrive: one node or several, none of them a source. At least one.
  std::vector<index_t> target{};
};

struct MaximumFlow {
  /// How much arrives.
  double value = 0.0;
  /// How much passes along each entry. Of an undirected graph's two entries of an edge one has the
  /// flow and the other the same below zero; of a directed graph's all are ≥ 0.
  std::vector<double> flow;
};

/// How much help could be passed on at most from some parties to others, over all ways at once,
/// where no tie passes on more than its capacity.
///
/// Maximises Σ_{s,j} (f_sj − f_js) over the sources s, where 0 ≤ f_ij ≤ c_ij, and what comes to a
/// node that is neither source nor target leaves it again. Flow follows the arcs from donor to
/// recipient; an edge of an undirected graph carries up to its capacity one way or the other. An
/// entry of weight zero is no arc; beyond that only `capacity` counts. Self-loops carry nothing,
/// nor do arcs of capacity zero. Several sources or targets act as one. In disconnected parts, and
/// at isolated nodes, nothing flows.
///
/// There may be many such flows, all of the same value; this one is always the same and has no
/// cycles, so that all of it is on its way to a target, and of two opposite arcs at most one is
/// used. In the unit of the capacities.
///
/// Sums are exact, however uneven capacities are: they are counted in whole multiples of a power of
/// two, with as many bits as that takes; only what comes back is rounded to doubles. Beyond 125
/// bits, as of tenths beside 1e30, that is several times slower. Whole capacities give whole flows.
///
/// O(nodes² · √entries), in practice little more than linear; single-threaded.
///
/// Throws UndefinedError where infinite capacities set no limit, with the way; ValidationError for
/// missing, repeated or unknown sources or targets, a node that is both, or a capacity of another
/// graph; SizeError where the value is more than a double; Cancelled.
///
/// A. V. Goldberg, R. E. Tarjan (1988): A new approach to the maximum-flow problem. Journal of the
/// ACM 35, 921–940, doi:10.1145/48014.61051.
/// B. V. Cherkassky, A. V. Goldberg (1997): On implementing the push-relabel method for the maximum
/// flow problem. Algorithmica 19, 390–410, doi:10.1007/PL00009180.
[[nodiscard]] MaximumFlow maximum_flow(const Graph& graph, const Capacity& capacity,
                                       const MaximumFlowOptions& options,
                                       const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
