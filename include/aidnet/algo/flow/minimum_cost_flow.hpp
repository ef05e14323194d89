#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI {

struct MinimumCostFlowOptions {
  /// How much each node needs: above 0 what it is to keep, below 0 what it has to give. One value a
  /// node, together 0; where it is empty, nobody needs anything.
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
/// Cycles and self-loops that cost less than nothing carry what they can. Disconnected parts must
/// each add up to 0.
///
/// There may be many such flows of the same cost; this one is always the same. Unit: that of the
/// capacities and demands; the cost is in theirs times that of `cost`.
///
/// Whole amounts give whole flows. Amounts and costs are each counted in whole multiples of a power
/// of two, so that no sum is rounded; where that takes more than 125 bits they are rounded in the
/// last of these for the largest. Demands that do not quite add up to 0, or exceed what can arrive,
/// by 1e-12 of all of them at most, are taken to be rounded: the largest one takes the difference,
/// respectively that little does not arrive.
///
/// The network simplex method, with strongly feasible trees, from blocks of arcs; exponential in
/// theory; in practice a few arcs enter for each node. Single-threaded.
///
/// Throws UndefinedError where the demands cannot be met, with how much and where; its subclass
/// NegativeCycleError where a cycle of infinite capacities costs less than nothing; ValidationError
/// for demands that are not one a node, not finite, or do not add up to 0, for a negative cost in
/// an undirected graph, or capacities or costs of another graph; SizeError where the cost, or all
/// demands together, are more than a double; Cancelled.
///
/// Z. Király, P. Kovács (2012): Efficient implementations of minimum-cost flow algorithms. Acta
/// Universitatis Sapientiae, Informatica 4, 67–118, arXiv:1207.6381.
/// W. H. Cunningham (1976): A network simplex method. Mathematical Programming 11, 105–116.
[[nodiscard]] MinimumCostFlow minimum_cost_flow(const Graph& graph, const Capacity& capacity,
                                                const Cost& cost,
                                                const MinimumCostFlowOptions& options = {},
                                                const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
