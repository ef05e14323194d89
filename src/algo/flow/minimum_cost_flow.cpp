#include "aidnet/algo/flow/minimum_cost_flow.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/cheapest_tree_detail.hpp"
#include "algo/cycle_detail.hpp"
#include "algo/flow/needs_detail.hpp"
#include "algo/flow/network_simplex_detail.hpp"
#include "algo/flow/shortfall_detail.hpp"
#include "algo/flow/transport_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;
using detail::Grid;
using detail::text;
using detail::Transport;

constexpr const char* minimum_cost_flow_name = "minimum_cost_flow";

void require_demands(const Graph& graph, const std::vector<double>& demand) {
  const std::size_t n = at(graph.node_count());
  if (demand.empty() && n > 0)
    throw ValidationError(text(minimum_cost_flow_name,
                               ": demand is missing; it must have one value for each of ", n,
                               " nodes: what it needs, or below 0 what it has to give"));
  if (demand.size() != n)
    throw ValidationError(
        text(minimum_cost_flow_name, ": demand has ", demand.size(), " values for ", n, " nodes"));
  for (std::size_t v = 0; v < n; ++v)
    if (!std::isfinite(demand[v]))
      throw ValidationError(text(minimum_cost_flow_name, ": demand of node ", v, " is ", demand[v],
                                 "; it must be a finite number"));
}

/// What loops carry is set in `flow`.
Transport transport_of(const Graph& graph, std::span<const double> capacities,
                       std::span<const double> costs, const std::vector<double>& demand,
                       std::vector<double>& flow) {
  require_demands(graph, demand);
  Transport problem;
  problem.demands = demand;
  Sum needed;
  for (const double d : problem.demands) needed += std::max(d, 0.0);
  problem.needed = needed.value();
  if (!std::isfinite(problem.needed))
    throw SizeError(
        text(minimum_cost_flow_name, ": the demands add up to more than a double can hold"));
  std::size_t e = 0;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) {
      const std::size_t entry = e++;
      if (graph.weights()[entry] == 0.0 || capacities[entry] == 0.0) continue;
      const double cost = costs.empty() ? 1.0 : costs[entry];
      if (cost < 0.0 && !graph.is_directed())
        throw ValidationError(text(minimum_cost_flow_name, ": the cost of the edge ", u, " → ", v,
                                   " is ", cost, "; in an undirected graph it must be 0 or more"));
      if (u == v) {
        if (cost < 0.0 && std::isinf(capacities[entry]))
          detail::throw_negative_cycle(minimum_cost_flow_name, {u});
        if (cost < 0.0) flow[entry] = capacities[entry];
        continue;
      }
      problem.sources.push_back(u);
      problem.targets.push_back(v);
      problem.entries.push_back(static_cast<index_t>(entry));
      problem.capacities.push_back(capacities[entry]);
      problem.costs.push_back(cost);
    }
  return problem;
}

/// Where nothing costs less than nothing, no arc carries more than all that is needed. That saves
/// time only: capacities without a limit, or as good as that, would make numbers longer.
void cut_down(Transport& problem) {
  if (std::any_of(problem.costs.begin(), problem.costs.end(), [](double c) { return c < 0.0; }))
    return;
  int power = 0;
  std::frexp(problem.needed, &power);
  const double most = problem.needed > 0.0 ? std::ldexp(1.0, power) : 0.0;
  for (double& c : problem.capacities) c = std::min(c, most);
}

/// How costs are counted; leniently, so that cycles that cost less than nothing by rounding only do
/// not: that is when their sum, with 2^-51 of the sizes of its terms, is at least 0.
struct Prices {
  Grid grid;
  bool lenient = false;

  /// Potentials come to five times all costs.
  [[nodiscard]] int bits() const {
    constexpr int spare = 3;
    return grid.bits + spare + (lenient ? detail::negative_cycle_digits + 1 : 0);
  }
};

template <class Whole>
std::vector<Whole> costs_of(const Transport& problem, const Prices& prices) {
  std::vector<Whole> costs(problem.costs.size());
  for (std::size_t a = 0; a < costs.size(); ++a) {
    costs[a] = detail::whole_of<Whole>(problem.costs[a], prices.grid);
    if (!prices.lenient) continue;
    const Whole size = costs[a] < 0 ? -costs[a] : costs[a];
    costs[a] = costs[a] << detail::negative_cycle_digits;
    if (std::isinf(problem.capacities[a])) costs[a] += size;
  }
  return costs;
}

/// A cycle along arcs without a limit that costs less than nothing, or none.
template <class Whole>
std::vector<index_t> endless_cycle(const Transport& problem, const Prices& prices, Poller& poll) {
  const std::vector<Whole> all = costs_of<Whole>(problem, prices);
  std::vector<index_t> nodes(problem.demands.size());
  std::iota(nodes.begin(), nodes.end(), index_t{0});
  std::vector<index_t> offsets(nodes.size() + 1, 0);
  std::vector<index_t> heads;
  std::vector<Whole> costs;
  for (std::size_t a = 0; a < all.size(); ++a) {
    if (!std::isinf(problem.capacities[a])) continue;
    ++offsets[at(problem.sources[a]) + 1];
    heads.push_back(problem.targets[a]);
    costs.push_back(all[a]);
  }
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  detail::CheapestTree<Whole> tree({offsets, heads, costs, {}}, nodes);
  return tree.grow([](std::span<const Whole>) { return true; }, poll);
}

/// Throws NegativeCycleError if there is no limit.
Prices prices_of(const Transport& problem, Poller& poll) {
  Prices prices{detail::grid_of(problem.costs)};
  bool endless = false;
  for (std::size_t a = 0; a < problem.costs.size(); ++a)
    endless = endless || (problem.costs[a] < 0.0 && std::isinf(problem.capacities[a]));
  if (!endless) return prices;
  std::vector<index_t> cycle;
  for (const bool lenient : {false, true}) {
    prices.lenient = lenient;
    cycle = detail::in_wholes(
        prices.bits(), [&]<class Whole>() { return endless_cycle<Whole>(problem, prices, poll); });
    if (cycle.empty()) return prices;
  }
  detail::throw_negative_cycle(minimum_cost_flow_name, std::move(cycle));
}

/// What passes along each entry; of an undirected graph's two entries of an edge the difference.
template <class Whole>
void write_flow(const Graph& graph, const Transport& problem, const std::vector<Whole>& carried,
                const Grid& amounts, std::vector<double>& flow) {
  if (graph.is_directed()) {
    for (std::size_t a = 0; a < problem.entries.size(); ++a)
      flow[at(problem.entries[a])] = amount_of(carried[a], amounts);
    return;
  }
  std::vector<index_t> arc_of(flow.size(), no_index);
  for (std::size_t a = 0; a < problem.entries.size(); ++a)
    arc_of[at(problem.entries[a])] = static_cast<index_t>(a);
  for (std::size_t e = 0; e < flow.size(); ++e) {
    const index_t there = arc_of[e];
    const index_t back = arc_of[at(graph.transposed_entries()[e])];
    Whole net = 0;
    if (there != no_index) net += carried[at(there)];
    if (back != no_index) net -= carried[at(back)];
    flow[e] = amount_of(net, amounts);
  }
}

template <class Whole>
void solve(const Graph& graph, const Transport& problem, const std::vector<double>& sizes,
           const Grid& amounts, const Prices& prices, std::vector<double>& flow, Poller& poll) {
  const std::size_t arcs = problem.costs.size();
  const std::vector<Whole> costs = costs_of<Whole>(problem, prices);
  std::vector<typename detail::NetworkSimplex<Whole>::Arc> ties(arcs);
  Whole dear = 1;
  for (std::size_t a = 0; a < arcs; ++a) {
    ties[a] = {problem.sources[a], problem.targets[a], costs[a]};
    dear += costs[a] < 0 ? -costs[a] : costs[a];
  }
  detail::Carried<Whole> carried;
  carried.capacity = detail::wholes_of<Whole>(sizes, amounts).values;
  carried.capacity.resize(arcs);
  carried.needs = detail::needs_of<Whole>(problem, amounts, minimum_cost_flow_name);
  const auto nodes = static_cast<index_t>(problem.demands.size());
  detail::NetworkSimplex<Whole> simplex(nodes, std::move(ties), carried.capacity, carried.needs,
                                        dear, poll);
  simplex.run(poll);
  for (std::size_t a = 0; a < arcs; ++a) carried.flow.push_back(simplex.flow(a));
  for (index_t v = 0; v < nodes; ++v) carried.unmet.push_back(simplex.unmet(v));
  detail::Shortfall<Whole>(problem, carried, amounts).require_none(minimum_cost_flow_name, poll);
  write_flow(graph, problem, carried.flow, amounts, flow);
}

/// The sum of all products, which may each be more than a double, and cancel.
double cost_of(const std::vector<double>& flow, const Cost& cost) {
  const auto price = [&](std::size_t e) { return cost.is_unit() ? 1.0 : cost.values()[e]; };
  double dearest = 1.0;
  double most = 1.0;
  for (std::size_t e = 0; e < flow.size(); ++e) {
    if (flow[e] <= 0.0) continue;
    dearest = std::max(dearest, std::abs(price(e)));
    most = std::max(most, flow[e]);
  }
  const int of_price = std::ilogb(dearest);
  const int of_flow = std::ilogb(most);
  Sum total;
  for (std::size_t e = 0; e < flow.size(); ++e) {
    if (flow[e] <= 0.0) continue;
    const double unit_price = std::ldexp(price(e), -of_price);
    const double amount = std::ldexp(flow[e], -of_flow);
    total += unit_price * amount;
    total += std::fma(unit_price, amount, -(unit_price * amount));
  }
  return std::ldexp(total.value(), of_price + of_flow);
}

}  // namespace

MinimumCostFlow minimum_cost_flow(const Graph& graph, const Capacity& capacity, const Cost& cost,
                                  const MinimumCostFlowOptions& options, const Control& control) {
  const auto entries = at(graph.entry_count());
  if (capacity.values().size() != entries)
    throw ValidationError(text(minimum_cost_flow_name, ": capacity has ", capacity.values().size(),
                               " values, the graph has ", entries, " entries"));
  if (!cost.is_unit() && cost.values().size() != entries)
    throw ValidationError(text(minimum_cost_flow_name, ": cost has ", cost.values().size(),
                               " values, the graph has ", entries, " entries"));
  control.poll();
  Poller poll(control);
  MinimumCostFlow result{0.0, std::vector<double>(entries, 0.0)};
  Transport problem =
      transport_of(graph, capacity.values(), cost.values(), options.demand, result.flow);
  cut_down(problem);
  const Prices prices = prices_of(problem, poll);
  std::vector<double> sizes = problem.capacities;  // and demands, for what has no limit
  for (const double d : problem.demands) sizes.push_back(std::abs(d));
  const Grid amounts = detail::grid_of(sizes);
  detail::in_wholes(std::max(amounts.bits, prices.bits()), [&]<class Whole>() {
    solve<Whole>(graph, problem, sizes, amounts, prices, result.flow, poll);
  });
  result.cost = cost_of(result.flow, cost);
  if (!std::isfinite(result.cost))
    throw SizeError(text(minimum_cost_flow_name, ": the cost is more than a double can hold"));
  control.poll();
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
