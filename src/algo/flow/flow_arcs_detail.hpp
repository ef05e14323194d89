#pragma once

#include <span>
#include <vector>

#include "aidnet/core/graph.hpp"
#include "aidnet/core/weights.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The pairs of nodes between which something can flow, each as two arcs that are each other's
/// reverse; an arc against the only direction of a tie has capacity 0. By node, heads ascending; no
/// loops.
struct FlowArcs {
  std::vector<index_t> offsets{0};
  std::vector<index_t> heads;
  std::vector<index_t> reverses;
  /// The entry of the graph that an arc stands for, or no_index.
  std::vector<index_t> entries;
  std::vector<double> capacities;

  [[nodiscard]] index_t node_count() const { return static_cast<index_t>(offsets.size() - 1); }
};

/// Throws ValidationError for a capacity of another graph, SizeError for too many arcs.
[[nodiscard]] FlowArcs flow_arcs(const Graph& graph, const Capacity& capacity, const char* who);

/// The arcs between some nodes, ascending, that no arcs join to others: node k is nodes[k], and
/// place[nodes[k]] is k.
[[nodiscard]] FlowArcs part_of(const FlowArcs& arcs, std::span<const index_t> nodes,
                               std::span<const index_t> place);

/// Throws ValidationError for an edge of an undirected graph with two capacities.
void require_one_capacity(const FlowArcs& arcs, const char* who);

}  // namespace aidnet::inline AIDNET_ABI::detail
