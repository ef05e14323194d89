#include "aidnet/algo/structure/trophic_incoherence.hpp"

#include <cmath>
#include <limits>

#include "aidnet/algo/structure/trophic_levels.hpp"
#include "aidnet/core/sum.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

using detail::at;

Graph without_loops(const Graph& graph) {
  if (graph.loop_count() == 0) return graph;
  Csr csr;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    const auto targets = graph.out_neighbors(u);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (targets[k] == u) continue;
      csr.indices.push_back(targets[k]);
      csr.weights.push_back(graph.out_weights(u)[k]);
    }
    csr.offsets.push_back(static_cast<index_t>(csr.indices.size()));
  }
  return Graph::from_csr(std::move(csr), graph.is_directed());
}

/// The mean of f(h_j − h_i), weighted by g(w_ij), over all ties.
template <class Of, class WeightOf>
double mean(const Graph& ties, const std::vector<double>& level, const Of& f, const WeightOf& g) {
  Sum sum;
  Sum weight;
  for (index_t u = 0; u < ties.node_count(); ++u) {
    const auto targets = ties.out_neighbors(u);
    for (std::size_t k = 0; k < targets.size(); ++k) {
      const double w = g(ties.out_weights(u)[k]);
      sum += w * f(level[at(targets[k])] - level[at(u)]);
      weight += w;
    }
  }
  return sum.value() / weight.value();
}

double square(double x) { return x * x; }

}  // namespace

double trophic_incoherence(const Graph& graph, const TrophicIncoherenceOptions& options,
                           const Control& control) {
  control.poll();
  detail::require_nonnegative(graph, "trophic_incoherence");
  const bool mackay = options.method == TrophicMethod::mackay;
  Graph ties = graph.without_zeros();
  if (!mackay) ties = without_loops(ties);
  const std::vector<double> level =
      trophic_levels(
          ties,
          {options.method, options.tolerance, options.max_iterations, options.require_convergence},
          control)
          .level;
  if (ties.entry_count() == 0) return std::numeric_limits<double>::quiet_NaN();
  if (mackay) {
    double largest = 0.0;  // so that sums of weights cannot overflow
    for (const double w : ties.weights()) largest = std::fmax(largest, w);
    return mean(
        ties, level, [](double rise) { return square(rise - 1.0); },
        [largest](double w) { return w / largest; });
  }
  const auto alike = [](double) { return 1.0; };
  const double average = mean(
      ties, level, [](double rise) { return rise; }, alike);
  return std::sqrt(mean(
      ties, level, [average](double rise) { return square(rise - average); }, alike));
}

}  // namespace aidnet::inline AIDNET_ABI
