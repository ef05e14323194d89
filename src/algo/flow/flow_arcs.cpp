#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/flow/flow_arcs_detail.hpp"
#include "algo/merged_rows_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// For each arc the place of the one that leads back. Rows are ascending: going through all arcs
/// in their order, those that lead to a node come in the order of its own row.
std::vector<index_t> reverses_of(const FlowArcs& arcs) {
  std::vector<index_t> next(arcs.offsets.begin(), arcs.offsets.end() - 1);
  std::vector<index_t> reverses(arcs.heads.size());
  for (std::size_t a = 0; a < reverses.size(); ++a) reverses[a] = next[at(arcs.heads[a])]++;
  return reverses;
}

}  // namespace

FlowArcs flow_arcs(const Graph& graph, const Capacity& capacity, const char* who) {
  const auto values = capacity.values();
  if (values.size() != at(graph.entry_count()))
    throw ValidationError(text(who, ": capacity has ", values.size(), " values, the graph has ",
                               graph.entry_count(), " entries"));
  const index_t n = graph.node_count();
  const Csr& out = graph.forward();
  const Csr& in = graph.transposed();
  const auto entry_of = graph.transposed_entries();
  const auto carries = [&](index_t e) { return out.weights[at(e)] != 0.0 ? values[at(e)] : 0.0; };

  FlowArcs arcs;
  arcs.offsets.reserve(at(n) + 1);
  const auto room = at(graph.entry_count()) * (graph.is_directed() ? 2 : 1);
  arcs.heads.reserve(room);
  arcs.entries.reserve(room);
  arcs.capacities.reserve(room);
  for (index_t u = 0; u < n; ++u) {
    for_merged_rows(out, in, u, [&](index_t v, index_t there, index_t turned) {
      const index_t back = turned != no_index ? entry_of[at(turned)] : no_index;
      const double forth = there != no_index ? carries(there) : 0.0;
      if (v == u || (forth == 0.0 && (back == no_index || carries(back) == 0.0))) return;
      arcs.heads.push_back(v);
      arcs.entries.push_back(there);
      arcs.capacities.push_back(forth);
    });
    if (arcs.heads.size() > at(std::numeric_limits<index_t>::max()))
      throw SizeError(text(who, ": more arcs and reverse arcs than index_t can count"));
    arcs.offsets.push_back(static_cast<index_t>(arcs.heads.size()));
  }
  arcs.reverses = reverses_of(arcs);
  return arcs;
}

FlowArcs part_of(const FlowArcs& arcs, std::span<const index_t> nodes,
                 std::span<const index_t> place) {
  FlowArcs part;
  part.offsets.reserve(nodes.size() + 1);
  for (const index_t u : nodes) {
    for (auto a = at(arcs.offsets[at(u)]); a < at(arcs.offsets[at(u) + 1]); ++a) {
      part.heads.push_back(place[at(arcs.heads[a])]);
      part.entries.push_back(arcs.entries[a]);
      part.capacities.push_back(arcs.capacities[a]);
    }
    part.offsets.push_back(static_cast<index_t>(part.heads.size()));
  }
  part.reverses = reverses_of(part);
  return part;
}

void require_one_capacity(const FlowArcs& arcs, const char* who) {
  for (std::size_t a = 0; a < arcs.heads.size(); ++a) {
    const index_t back = arcs.reverses[a];
    if (arcs.capacities[a] != arcs.capacities[at(back)])
      throw ValidationError(text(who, ": the graph is undirected, but the edge ",
                                 arcs.heads[at(back)], " → ", arcs.heads[a],
                                 " has two capacities"));
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
