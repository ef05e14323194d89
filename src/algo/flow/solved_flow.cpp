#include "algo/flow/solved_flow_detail.hpp"

#include <limits>

#include "aidnet/core/error.hpp"
#include "algo/flow/push_relabel_detail.hpp"
#include "algo/flow/settled_flow_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

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

/// Breadth first from the sources along the arcs that `open` says.
struct Reached {
  /// The arc by which a node was reached; −2 for sources, no_index for what was not.
  std::vector<index_t> by;
  std::vector<index_t> queue;
  static constexpr index_t is_source = -2;
};

template <class Open>
Reached reached_from(const std::vector<index_t>& sources, const FlowArcs& arcs, const Open& open,
                     Poller& poll) {
  Reached reached{std::vector<index_t>(at(arcs.node_count()), no_index), sources};
  reached.queue.reserve(at(arcs.node_count()));
  for (const index_t s : sources) reached.by[at(s)] = Reached::is_source;
  for (std::size_t k = 0; k < reached.queue.size(); ++k) {
    const index_t u = reached.queue[k];
    poll(arcs.offsets[at(u) + 1] - arcs.offsets[at(u)] + 1);
    for (index_t a = arcs.offsets[at(u)]; a < arcs.offsets[at(u) + 1]; ++a) {
      const index_t v = arcs.heads[at(a)];
      if (reached.by[at(v)] != no_index || !open(at(a))) continue;
      reached.by[at(v)] = a;
      reached.queue.push_back(v);
    }
  }
  return reached;
}

/// A target that was reached, or no_index.
index_t target_by(const Reached& reached, const Ends& ends) {
  for (const index_t t : ends.targets)
    if (reached.by[at(t)] != no_index) return t;
  return no_index;
}

/// Throws UndefinedError if a target can be reached by arcs without a limit.
void require_limit(const FlowArcs& arcs, const Ends& ends, const char* who, Poller& poll) {
  const auto unlimited = [&](std::size_t a) { return arcs.capacities[a] == infinity; };
  const Reached reached = reached_from(ends.sources, arcs, unlimited, poll);
  const index_t target = target_by(reached, ends);
  if (target == no_index) return;
  std::string way = text(target);
  for (index_t v = target; reached.by[at(v)] != Reached::is_source;) {
    v = arcs.heads[at(arcs.reverses[at(reached.by[at(v)])])];
    way = text(v, " → ", way);
  }
  throw UndefinedError(
      text(who, ": there is no limit; all capacities on the way ", way, " are infinite"));
}

/// The capacities, where none is far above what can arrive at all.
std::vector<double> cut_down(const FlowArcs& arcs, const Ends& ends, Poller& poll) {
  // The widest way, up to a factor of two: no flow is more than all arcs times as much.
  int low = -1075;
  int high = 1024;
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    const double width = std::ldexp(1.0, middle);
    const auto wide = [&](std::size_t a) { return arcs.capacities[a] >= width; };
    (target_by(reached_from(ends.sources, arcs, wide, poll), ends) != no_index ? low : high) =
        middle;
  }
  // No cycles and at most so many ways: no arc needs to carry more than this.
  const double most = std::min(std::ldexp(static_cast<double>(arcs.heads.size()) + 1.0, high + 1),
                               std::numeric_limits<double>::max());
  std::vector<double> capacities = arcs.capacities;
  for (double& c : capacities) c = std::min(c, most);
  return capacities;
}

template <class Whole>
void solve(SolvedFlow& solved, const Ends& ends, std::span<const double> amounts, const Grid& grid,
           Poller& poll) {
  const FlowArcs& arcs = solved.arcs;
  const std::vector<Whole> capacity = wholes_of<Whole>(amounts, grid).values;
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
  const Reached side = reached_from(
      ends.sources, arcs, [&](std::size_t a) { return residual[a] > 0; }, poll);
  for (const index_t v : side.queue) solved.side[at(v)] = 1;
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
  require_limit(solved.arcs, ends, who, poll);

  const Grid grid = exact_grid(solved.arcs.capacities);
  if (grid.is_narrow()) {
    solve<std::int64_t>(solved, ends, solved.arcs.capacities, grid, poll);
  } else if (grid.bits <= Grid::wide_bits) {
    solve<wide_int>(solved, ends, solved.arcs.capacities, grid, poll);
  } else {
    const std::vector<double> amounts = cut_down(solved.arcs, ends, poll);
    solve<wide_int>(solved, ends, amounts, coarse_grid(amounts), poll);
  }
  if (!(solved.value < infinity))
    throw SizeError(text(who, ": the value is more than a double can hold"));
  control.poll();
  control.report(1.0);
  return solved;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
