#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct MinimumCostFlowOptions {
  /// How much each node needs: above 0 what it is to keep, below 0 what it has to give. One value a
  /// node, together 0. It must be given.
  std::vector<double> demand{};
};

struct MinimumCostFlow {
  /// What the flow costs in all.
  double cost = 0.0;
  /// How much passes along each entry. Of an undirected graph's two entries of an edge one has the
  /// flow and the other the same below zero; of a directed graph's all are ≥ 0.
  std::vector<double> flow;
};

/// How help comes from those who have it to those who need it at the least cost, where no tie
/// passes on more than its capacity.
///
/// min Σ a_ij f_ij with costs a and flows 0 ≤ f_ij ≤ c_ij, where each node receives its demand d_i
/// more than it gives: Σ_j f_ji − Σ_j f_ij = d_i. Flow follows the arcs from donor to recipient; an
/// edge of an undirected graph carries up to its capacity one way or the other, and what it costs
/// must be ≥ 0. An entry of weight zero is no arc; beyond that only `capacity` and `cost` count.
/// Cycles and self-loops that cost less than nothing carry what they can; where such a cycle has no
/// limit, it counts as one as bellman_ford says. Disconnected parts must each add up to 0.
///
/// There may be many such flows of the same cost; this one is always the same. Unit: that of the
/// capacities and demands; the cost is in theirs times that of `cost`.
///
/// Whole amounts give whole flows. No sum of amounts or costs is rounded, however uneven they are,
/// see maximum_flow. Whole amounts, and all others whose sums doubles hold, are taken at their
/// word; tenths are not, because they are rounded to begin with. The demands of a connected part
/// may then miss 0 by 1e-12 of what it needs: the largest on the side that has more is lowered. And
/// some nodes may together need more than can come to them, by 1e-12 of their own demands: that
/// little does not arrive.
///
/// The network simplex method, with strongly feasible trees, from cheap ways to one node and blocks
/// of arcs; exponential in theory; in practice a few arcs enter for each node. Single-threaded.
///
/// Throws UndefinedError where the demands cannot be met, with how much and where; its subclass
/// NegativeCycleError where a cycle of infinite capacities costs less than nothing; ValidationError
/// for demands that are missing, not one a node, not finite, or do not add up to 0, for a negative
/// cost in an undirected graph, or capacities or costs of another graph; SizeError where the cost,
/// or all demands together, are more than a double; Cancelled.
///
/// Z. Király, P. Kovács (2012): Efficient implementations of minimum-cost flow algorithms. Acta
/// Universitatis Sapientiae, Informatica 4, 67–118, arXiv:1207.6381.
/// W. H. Cunningham (1976): A network simplex method. Mathematical Programming 11, 105–116.
[[nodiscard]] MinimumCostFlow minimum_cost_flow(const Graph& graph, const Capacity& capacity,
                                                const Cost& cost,
                                                const MinimumCostFlowOptions& options,
                                                const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
