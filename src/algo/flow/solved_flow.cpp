#include "algo/flow/solved_flow_detail.hpp"

#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/cycle_detail.hpp"
#include "algo/flow/flow_search_detail.hpp"
#include "algo/flow/push_relabel_detail.hpp"
#include "algo/flow/settled_flow_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Ends {
  std::vector<index_t> sources, targets;
  std::vector<char> is_target;
};

Ends ends_of(const std::vector<index_t>& source, const std::vector<index_t>& target,
             index_t node_count, const char* who) {
  const char* missing = " is missing; it must name a node, or several";
  if (source.empty()) throw ValidationError(text(who, ": source", missing));
  if (target.empty()) throw ValidationError(text(who, ": target", missing));
  const NodeSet sources = node_set(source, node_count, who, "source");
  const NodeSet targets = node_set(target, node_count, who, "target");
  for (const index_t v : sources.nodes)
    if (targets.has[at(v)] != 0.0)
      throw ValidationError(text(who, ": node ", v, " is both source and target"));
  return {sources.nodes, targets.nodes, {targets.has.begin(), targets.has.end()}};
}

/// Throws UndefinedError if a target can be reached by arcs without a limit.
void require_limit(const FlowArcs& arcs, const Ends& ends, FlowSearch& search, const char* who,
                   Poller& poll) {
  search.find(
      ends.sources, [&](std::size_t a) { return arcs.capacities[a] == infinity; }, poll);
  for (const index_t t : ends.targets)
    if (search.has(t))
      throw UndefinedError(text(who, ": there is no limit; all capacities on the way ",
                                way_text(search.way_to(t), 12), " are infinite"));
}

template <class Whole>
void solve(SolvedFlow& solved, const Ends& ends, const Grid& grid, FlowSearch& search,
           Poller& poll) {
  const FlowArcs& arcs = solved.arcs;
  const std::vector<Whole> capacity = wholes_of<Whole>(arcs.capacities, grid).values;
  PushRelabel<Whole> preflow(arcs);
  solved.value = amount_of(preflow.run(capacity, ends.sources, ends.targets, poll), grid);

  std::vector<Whole>& residual = preflow.residual();
  std::vector<char> is_end = ends.is_target;
  for (const index_t s : ends.sources) is_end[at(s)] = 1;
  SettledFlow<Whole> settled(arcs, capacity, residual);
  settled.run(preflow.excess(), is_end, poll);

  solved.flow.resize(arcs.heads.size());
  for (std::size_t a = 0; a < solved.flow.size(); ++a)
    solved.flow[a] = amount_of<Whole>(settled.flow(static_cast<index_t>(a)), grid);
  const auto& side = search.find(
      ends.sources, [&](std::size_t a) { return residual[a] > 0; }, poll);
  for (const index_t v : side) solved.side[at(v)] = 1;
}

}  // namespace

SolvedFlow solved_flow(const Graph& graph, const Capacity& capacity,
                       const std::vector<index_t>& source, const std::vector<index_t>& target,
                       const char* who, const Control& control) {
  const Ends ends = ends_of(source, target, graph.node_count(), who);
  Poller poll(control);
  control.poll();
  SolvedFlow solved{0.0, flow_arcs(graph, capacity, who), {}, {}};
  solved.side.assign(at(graph.node_count()), 0);
  FlowSearch search(solved.arcs);
  require_limit(solved.arcs, ends, search, who, poll);
  const Grid grid = grid_of(solved.arcs.capacities);
  in_wholes(grid.bits, [&]<class Whole>() { solve<Whole>(solved, ends, grid, search, poll); });
  if (!(solved.value < infinity))
    throw SizeError(text(who, ": the value is more than a double can hold"));
  control.poll();
  control.report(1.0);
  return solved;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
