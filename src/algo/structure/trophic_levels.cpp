#include "aidnet/algo/structure/trophic_levels.hpp"

#include <algorithm>

#include "aidnet/core/error.hpp"
#include "algo/differences_detail.hpp"
#include "algo/iteration_detail.hpp"
#include "algo/resolvent_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* trophic_levels_name = "trophic_levels";

using detail::at;

/// Each tie wants its recipient one level above its donor; two that go both ways make a weighted
/// mean. REQUIRES no zeros.
detail::Differences one_level_up(const Graph& graph, const Control& control) {
  detail::Differences differences{graph.to_undirected(control.quiet()), {}};
  const Graph& ties = differences.ties;
  differences.wanted.resize(at(ties.entry_count()));
  Poller poll(control);
  std::size_t entry = 0;
  for (index_t i = 0; i < ties.node_count(); ++i) {
    const auto given = graph.out_neighbors(i);
    const auto received = graph.in_neighbors(i);
    poll(1 + static_cast<std::int64_t>(given.size() + received.size()));
    std::size_t g = 0;
    std::size_t r = 0;
    for (const index_t j : ties.out_neighbors(i)) {
      const double there = g < given.size() && given[g] == j ? graph.out_weights(i)[g++] : 0.0;
      const double back = r < received.size() && received[r] == j ? graph.in_weights(i)[r++] : 0.0;
      const double larger = std::max(there, back);  // so that their sum cannot overflow
      differences.wanted[entry++] =
          (there / larger - back / larger) / (there / larger + back / larger);
    }
  }
  return differences;
}

/// Throws UndefinedError unless chains of ties lead to every node from one that receives nothing.
void require_basal(const Graph& graph, const Control& control) {
  std::vector<index_t> reached;
  std::vector<unsigned char> seen(at(graph.node_count()), 0);
  reached.reserve(seen.size());
  for (index_t u = 0; u < graph.node_count(); ++u)
    if (graph.in_neighbors(u).empty()) {
      seen[at(u)] = 1;
      reached.push_back(u);
    }
  Poller poll(control);
  for (std::size_t k = 0; k < reached.size(); ++k) {
    poll(1 + static_cast<std::int64_t>(graph.out_neighbors(reached[k]).size()));
    for (const index_t v : graph.out_neighbors(reached[k]))
      if (seen[at(v)] == 0) {
        seen[at(v)] = 1;
        reached.push_back(v);
      }
  }
  for (std::size_t u = 0; u < seen.size(); ++u)
    if (seen[u] == 0)
      throw UndefinedError(detail::text(
          "trophic_levels: no chain of ties leads to node ", u,
          " from one that receives nothing, as levine needs; mackay is defined for every network"));
}

/// Levine's levels of a small graph: C_j h_j = Σ_{i ≠ j} r_ji h_i + b_j, where r are the weights
/// from nodes that receive and C_j = Σ_{i ≠ j} r_ji + what comes from others. Eliminating a node
/// takes sums of positive terms only, if C is made of the rest anew instead of being updated.
std::vector<double> eliminated(const Graph& graph, const std::vector<double>& received,
                               const Control& control) {
  std::vector<index_t> nodes;
  std::vector<index_t> place(received.size(), no_index);
  for (std::size_t u = 0; u < received.size(); ++u)
    if (received[u] > 0.0) {
      place[u] = static_cast<index_t>(nodes.size());
      nodes.push_back(static_cast<index_t>(u));
    }
  const std::size_t n = nodes.size();
  std::vector<double> rows(n * n, 0.0);
  std::vector<double> basal(n, 0.0);
  std::vector<double> right(n, 0.0);
  for (std::size_t j = 0; j < n; ++j) {
    const auto sources = graph.in_neighbors(nodes[j]);
    const auto weights = graph.in_weights(nodes[j]);
    // Equations can be scaled: by shares, nothing overflows.
    const double all = received[at(nodes[j])];
    for (std::size_t k = 0; k < sources.size(); ++k) {
      const index_t i = place[at(sources[k])];
      if (i == no_index)
        basal[j] += weights[k] / all;
      else if (at(i) != j)
        rows[j * n + at(i)] = weights[k] / all;
    }
    right[j] = 1.0 + basal[j];
  }
  Poller poll(control);
  std::vector<double> total(n, 0.0);
  for (std::size_t m = n; m-- > 0;) {
    const double* const own = rows.data() + m * n;
    total[m] = basal[m];
    for (std::size_t i = 0; i < m; ++i) total[m] += own[i];
    for (std::size_t j = 0; j < m; ++j) {
      poll();
      const double share = rows[j * n + m] / total[m];
      if (share == 0.0) continue;
      poll(static_cast<std::int64_t>(m));
      for (std::size_t i = 0; i < m; ++i) rows[j * n + i] += share * own[i];
      rows[j * n + j] = 0.0;
      basal[j] += share * basal[m];
      right[j] += share * right[m];
    }
  }
  std::vector<double> level(received.size(), 1.0);
  for (std::size_t m = 0; m < n; ++m) {
    double sum = right[m];
    for (std::size_t i = 0; i < m; ++i) sum += rows[m * n + i] * level[at(nodes[i])];
    level[at(nodes[m])] = sum / total[m];
  }
  return level;
}

TrophicLevelsResult levine(const Graph& graph, const TrophicLevelsOptions& options,
                           const Control& control) {
  require_basal(graph, control);
  const std::vector<double> received = detail::row_sums(graph.transposed());
  if (graph.node_count() <= detail::largest_eliminated)
    return {eliminated(graph, received, control), {.converged = true}};
  // Katz centrality of the shares.
  Csr shares = graph.forward();
  for (std::size_t k = 0; k < shares.weights.size(); ++k)
    shares.weights[k] /= received[at(shares.indices[k])];
  const detail::Blocks blocks(Graph::from_csr(std::move(shares), graph.is_directed()), control);
  std::vector<double> level(received.size(), 1.0);
  const Convergence convergence = detail::solve(trophic_levels_name, blocks, {1.0}, level,
                                                detail::iteration_of(options), control);
  return {std::move(level), convergence};
}

}  // namespace

TrophicLevelsResult trophic_levels(const Graph& graph, const TrophicLevelsOptions& options,
                                   const Control& control) {
  control.poll();
  detail::require_nonnegative(graph, trophic_levels_name);
  detail::require_limits(trophic_levels_name, options);
  const Graph ties = graph.without_zeros();
  if (options.method == TrophicMethod::levine) {
    TrophicLevelsResult result = levine(ties, options, control);
    control.report(1.0);
    return result;
  }
  TrophicLevelsResult result;
  if (ties.is_directed()) {
    detail::Fitted fitted = detail::fit(trophic_levels_name, one_level_up(ties, control),
                                        detail::iteration_of(options), control);
    result = {std::move(fitted.value), fitted.convergence};
  } else {
    result = {std::vector<double>(at(ties.node_count()), 0.0), {.converged = true}};
  }
  control.report(1.0);
  return result;
}

}  // namespace aidnet::inline AIDNET_ABI
