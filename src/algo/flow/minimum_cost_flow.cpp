#include "aidnet/algo/flow/minimum_cost_flow.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/cycle_detail.hpp"
#include "algo/flow/network_simplex_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::Grid;
using detail::text;
using detail::wide_int;

constexpr const char* who = "minimum_cost_flow";
/// What share of all demands may be missing by rounding.
constexpr double rounding = 1e-12;

std::size_t at(index_t i) { return static_cast<std::size_t>(i); }

/// The arcs between different nodes that can carry something.
struct Problem {
  std::vector<index_t> sources, targets, entries;
  std::vector<double> capacities, costs, demands;
  /// The sum of the demands above 0.
  double needed = 0.0;
};

std::vector<double> demands_of(const Graph& graph, const std::vector<double>& given) {
  const std::size_t n = at(graph.node_count());
  if (given.empty()) return std::vector<double>(n, 0.0);
  if (given.size() != n)
    throw ValidationError(text(who, ": demand has ", given.size(), " values for ", n, " nodes"));
  for (std::size_t v = 0; v < n; ++v)
    if (!std::isfinite(given[v]))
      throw ValidationError(
          text(who, ": demand of node ", v, " is ", given[v], "; it must be a finite number"));
  return given;
}

/// What loops carry is set in `flow`.
Problem problem_of(const Graph& graph, std::span<const double> capacities,
                   std::span<const double> costs, const std::vector<double>& demand,
                   std::vector<double>& flow) {
  Problem problem;
  problem.demands = demands_of(graph, demand);
  Sum needed;
  for (const double d : problem.demands) needed += std::max(d, 0.0);
  problem.needed = needed.value();
  if (!std::isfinite(problem.needed))
    throw SizeError(text(who, ": the demands add up to more than a double can hold"));
  std::size_t e = 0;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) {
      const std::size_t entry = e++;
      if (graph.weights()[entry] == 0.0 || capacities[entry] == 0.0) continue;
      const double cost = costs.empty() ? 1.0 : costs[entry];
      if (cost < 0.0 && !graph.is_directed())
        throw ValidationError(text(who, ": the cost of the edge ", u, " → ", v, " is ", cost,
                                   "; in an undirected graph it must be 0 or more"));
      if (u == v) {
        if (cost < 0.0 && std::isinf(capacities[entry])) detail::throw_negative_cycle(who, {u});
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

/// Where nothing costs less than nothing, no arc carries more than all that is needed.
void cut_down(Problem& problem) {
  if (std::any_of(problem.costs.begin(), problem.costs.end(), [](double c) { return c < 0.0; }))
    return;
  int power = 0;
  std::frexp(problem.needed, &power);
  const double most = problem.needed > 0.0 ? std::ldexp(1.0, power + 1) : 0.0;
  for (double& c : problem.capacities) c = std::min(c, most);
}

/// Throws NegativeCycleError for one along arcs without a limit (Bellman and Ford; what came before
/// whom has a cycle only if there is a negative one).
template <class Whole>
void require_limit(const Problem& problem, const std::vector<Whole>& costs, Poller& poll) {
  std::vector<std::size_t> endless;
  for (std::size_t a = 0; a < problem.capacities.size(); ++a)
    if (std::isinf(problem.capacities[a])) endless.push_back(a);
  const std::size_t n = problem.demands.size();
  std::vector<Whole> distance(n, Whole{0});
  std::vector<index_t> before(n, no_index);
  std::vector<std::size_t> seen(n);
  std::size_t check = 1;
  for (std::size_t round = 1;; ++round) {
    bool changed = false;
    for (const std::size_t a : endless) {
      const std::size_t u = at(problem.sources[a]);
      const std::size_t v = at(problem.targets[a]);
      if (distance[u] + costs[a] >= distance[v]) continue;
      distance[v] = distance[u] + costs[a];
      before[v] = problem.sources[a];
      changed = true;
    }
    poll(static_cast<std::int64_t>(endless.size()) + 1);
    if (!changed) return;
    if (round < check) continue;
    check = 2 * round;
    std::fill(seen.begin(), seen.end(), n);
    for (std::size_t start = 0; start < n; ++start) {
      std::size_t v = start;
      while (seen[v] == n) {
        seen[v] = start;
        if (before[v] == no_index) break;
        v = at(before[v]);
      }
      if (seen[v] != start || before[v] == no_index) continue;
      std::vector<index_t> cycle;  // against its direction
      for (std::size_t u = v; cycle.empty() || u != v; u = at(before[u]))
        cycle.push_back(static_cast<index_t>(u));
      std::reverse(cycle.begin(), cycle.end());
      detail::throw_negative_cycle(who, std::move(cycle));
    }
  }
}

/// What node v needs, in whole numbers that add up to 0.
template <class Whole>
std::vector<Whole> needs_of(const Problem& problem, const Grid& grid) {
  std::vector<Whole> needs(problem.demands.size());
  Whole total = 0;
  std::size_t largest = 0;
  Sum exact;
  for (std::size_t v = 0; v < needs.size(); ++v) {
    const double d = problem.demands[v];
    needs[v] = detail::whole_of<Whole>(std::abs(d), grid) * (d < 0.0 ? -1 : 1);
    total += needs[v];
    exact += d;
    if (std::abs(d) > std::abs(problem.demands[largest])) largest = v;
  }
  if (total == 0) return needs;
  if (!(std::abs(amount_of(total, grid)) <= rounding * problem.needed))
    throw ValidationError(text(who, ": the demands add up to ", exact.value(), ", not to 0"));
  needs[largest] -= total;
  return needs;
}

/// Throws UndefinedError if some demand is not met.
template <class Whole>
void require_met(const Problem& problem, const detail::NetworkSimplex<Whole>& simplex,
                 const Grid& grid) {
  Whole missing = 0;
  Whole most = 0;
  index_t where = no_index;
  for (index_t v = 0; v < static_cast<index_t>(problem.demands.size()); ++v) {
    const Whole unmet = simplex.unmet(v);
    if (unmet <= 0) continue;
    missing += unmet;
    if (unmet > most) {
      most = unmet;
      where = v;
    }
  }
  if (amount_of(missing, grid) <= rounding * problem.needed) return;
  throw UndefinedError(text(who, ": the demands cannot be met; of ", problem.needed, " at least ",
                            amount_of(missing, grid), " cannot arrive, of that ",
                            amount_of(most, grid), " at node ", where));
}

template <class Whole>
void solve(const Problem& problem, const Grid& amounts, const Grid& prices,
           std::vector<double>& flow, Poller& poll) {
  const std::size_t arcs = problem.costs.size();
  std::vector<Whole> costs(arcs);
  Whole dear = 1;
  for (std::size_t a = 0; a < arcs; ++a) {
    const Whole size = detail::whole_of<Whole>(std::abs(problem.costs[a]), prices);
    costs[a] = problem.costs[a] < 0.0 ? -size : size;
    dear += size;
  }
  require_limit(problem, costs, poll);

  std::vector<double> sizes = problem.capacities;  // and demands, for what has no limit
  for (const double d : problem.demands) sizes.push_back(std::abs(d));
  std::vector<Whole> capacities = detail::wholes_of<Whole>(sizes, amounts).values;
  capacities.resize(arcs);
  std::vector<typename detail::NetworkSimplex<Whole>::Arc> ties(arcs);
  for (std::size_t a = 0; a < arcs; ++a)
    ties[a] = {problem.sources[a], problem.targets[a], costs[a]};
  detail::NetworkSimplex<Whole> simplex(static_cast<index_t>(problem.demands.size()),
                                        std::move(ties), std::move(capacities),
                                        needs_of<Whole>(problem, amounts), dear);
  simplex.run(poll);
  require_met(problem, simplex, amounts);
  for (std::size_t a = 0; a < arcs; ++a)
    flow[at(problem.entries[a])] = amount_of(simplex.flow(a), amounts);
}

Grid grid_of(const std::vector<double>& sizes) {
  const Grid grid = detail::exact_grid(sizes);
  return grid.bits > Grid::wide_bits ? detail::coarse_grid(sizes) : grid;
}

}  // namespace

MinimumCostFlow minimum_cost_flow(const Graph& graph, const Capacity& capacity, const Cost& cost,
                                  const MinimumCostFlowOptions& options, const Control& control) {
  const auto entries = at(graph.entry_count());
  if (capacity.values().size() != entries)
    throw ValidationError(text(who, ": capacity has ", capacity.values().size(),
                               " values, the graph has ", entries, " entries"));
  if (!cost.is_unit() && cost.values().size() != entries)
    throw ValidationError(text(who, ": cost has ", cost.values().size(), " values, the graph has ",
                               entries, " entries"));
  control.poll();
  Poller poll(control);
  MinimumCostFlow result{0.0, std::vector<double>(entries, 0.0)};
  Problem problem =
      problem_of(graph, capacity.values(), cost.values(), options.demand, result.flow);
  cut_down(problem);

  std::vector<double> sizes = problem.capacities;
  for (const double d : problem.demands) sizes.push_back(std::abs(d));
  const Grid amounts = grid_of(sizes);
  sizes.resize(problem.costs.size());
  std::transform(problem.costs.begin(), problem.costs.end(), sizes.begin(),
                 [](double c) { return std::abs(c); });
  Grid prices = grid_of(sizes);
  // Potentials come to five times all costs.
  constexpr int spare = 3;
  if (prices.bits > Grid::wide_bits - spare)
    prices.exponent += prices.bits - Grid::wide_bits + spare;
  if (amounts.is_narrow() && prices.bits <= Grid::narrow_bits - spare)
    solve<std::int64_t>(problem, amounts, prices, result.flow, poll);
  else
    solve<wide_int>(problem, amounts, prices, result.flow, poll);

  Sum total;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    for (index_t e = graph.offsets()[at(u)]; e < graph.offsets()[at(u) + 1]; ++e) {
      const index_t v = graph.indices()[at(e)];
      if (!graph.is_directed() && u < v) {  // what passes one way and the other
        double& back = result.flow[at(graph.transposed_entries()[at(e)])];
        result.flow[at(e)] -= back;
        back = 0.0 - result.flow[at(e)];
      }
      const double price = cost.is_unit() ? 1.0 : cost.values()[at(e)];
      if (result.flow[at(e)] > 0.0) total += price * result.flow[at(e)];
    }
  }
  result.cost = total.value();
  if (!std::isfinite(result.cost))
    throw SizeError(text(who, ": the cost is more than a double can hold"));
  control.poll();
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
