#include "algo/cheapest_detail.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/core/error.hpp"
#include "aidnet/core/sum.hpp"
#include "algo/cheapest_tree_detail.hpp"
#include "algo/cycle_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

void require_costs(const char* who, const Graph& graph, const Cost& cost) {
  if (cost.is_unit()) return;
  if (cost.values().size() != graph.weights().size())
    throw ValidationError(text(who, ": ", cost.values().size(), " costs for ", graph.entry_count(),
                               " entries; the Cost was made for another graph"));
  double largest = 0.0;
  for (const double value : cost.values()) largest = std::max(largest, std::abs(value));
  if (!std::isfinite(largest * static_cast<double>(graph.node_count())))
    throw ValidationError(text(who, ": the largest cost is ", largest,
                               "; the cost of a path could be more than a double"));
}

bool is_negative(std::span<const double> costs) {
  Sum sum;
  double size = 0.0;
  for (const double cost : costs) {
    sum += cost;
    size += std::abs(cost);
  }
  return sum.value() < -std::ldexp(size, -negative_cycle_digits);
}

}  // namespace

Cheapest cheapest_from(const char* who, const Graph& graph, const Cost& cost, index_t source,
                       const Control& control) {
  require_costs(who, graph, cost);
  control.poll();
  Poller poll(control);
  CheapestTree<double> tree({graph.offsets(), graph.indices(), cost.values(), graph.weights()},
                            {&source, 1});
  std::vector<index_t> cycle = tree.grow(is_negative, poll);
  if (!cycle.empty()) throw_negative_cycle(who, std::move(cycle));
  return {std::move(tree.distance()), std::move(tree.parent())};
}

}  // namespace aidnet::inline AIDNET_ABI::detail
