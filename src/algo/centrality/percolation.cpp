#include "aidnet/algo/centrality/percolation.hpp"

#include <cmath>

#include "aidnet/core/error.hpp"
#include "algo/between_detail.hpp"
#include "algo/node_set_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

void require_states(const std::vector<double>& states, index_t nodes) {
  if (states.size() != static_cast<std::size_t>(nodes))
    throw ValidationError(
        detail::text("percolation: ", states.size(), " states for ", nodes, " nodes"));
  double total = 0.0;
  for (std::size_t v = 0; v < states.size(); ++v) {
    if (!(states[v] >= 0.0) || !std::isfinite(states[v]))
      throw ValidationError(detail::text("percolation: the state of node ", v, " is ", states[v],
                                         "; states must be finite and 0 or more"));
    total += states[v];
  }
  if (!std::isfinite(total))
    throw ValidationError("percolation: the states add up to more than a double");
}

}  // namespace

std::vector<double> percolation(const Graph& graph, const Length& length,
                                const PercolationOptions& options, const Control& control) {
  const detail::PathGraph paths(graph, length, Mode::out, "percolation");
  const index_t n = paths.node_count();
  const std::vector<index_t> ranks = detail::zero_ranks(paths.rows().front(), "percolation");
  const detail::NodeSet all = detail::node_set_or_all({}, n, "percolation", "nodes");
  const std::vector<double>& states = options.states.empty() ? all.has : options.states;
  require_states(states, n);
  std::vector<double> values = detail::sum_between<detail::ShareOfPaths<>>(
      paths, ranks, {all.nodes, states, all.has}, control);

  // The states of all other nodes, without the cancellation of taking one from the total.
  std::vector<double> behind(values.size() + 1, 0.0);
  for (std::size_t v = values.size(); v-- > 0;) behind[v] = behind[v + 1] + states[v];
  double before = 0.0;
  for (std::size_t v = 0; v < values.size(); ++v) {
    const double others = before + behind[v + 1];
    if (values[v] > 0.0) values[v] /= others * (static_cast<double>(n) - 2.0);
    before += states[v];
  }
  return values;
}

}  // namespace aidnet::inline AIDNET_ABI
