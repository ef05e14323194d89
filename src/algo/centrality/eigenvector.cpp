#include "aidnet/algo/centrality/eigenvector.hpp"

#include "algo/iteration_detail.hpp"
#include "algo/resolvent_detail.hpp"
#include "core/at_detail.hpp"
#include "core/require_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* eigenvector_name = "eigenvector";

/// Those of the tied blocks that lead to no other one: where what grows at the same rate in both
/// meets, the later one outgrows the earlier one.
std::vector<std::size_t> last_of_tied(const detail::Blocks& blocks,
                                      const std::vector<index_t>& tied, const Control& control) {
  using detail::at;
  std::vector<char> is_tied(at(blocks.count()), 0);
  std::vector<char> leads_to_tied(at(blocks.count()), 0);
  for (const index_t b : tied) is_tied[at(b)] = 1;
  Poller poll(control);
  const auto order = blocks.order();
  for (std::size_t k = order.size(); k-- > 0;) {
    const index_t b = order[k];
    for (const index_t v : blocks.nodes(b)) {
      const auto sources = blocks.rows().row(v);
      poll(1 + static_cast<std::int64_t>(sources.size()));
      if (is_tied[at(b)] == 0 && leads_to_tied[at(b)] == 0) continue;
      for (const index_t u : sources)
        if (blocks.block_of(u) != b) leads_to_tied[at(blocks.block_of(u))] = 1;
    }
  }
  std::vector<std::size_t> last;
  for (std::size_t k = 0; k < tied.size(); ++k)
    if (leads_to_tied[at(tied[k])] == 0) last.push_back(k);
  return last;
}

}  // namespace

EigenvectorResult eigenvector(const Graph& graph, const EigenvectorOptions& options,
                              const Control& control) {
  detail::require_nonnegative(graph, eigenvector_name);
  detail::require_limits(eigenvector_name, options);
  const auto n = static_cast<std::size_t>(graph.node_count());
  if (n == 0) return {{}, 0.0, {.converged = true}};

  const detail::Blocks blocks(detail::received_by(graph, options.mode, control), control);
  const detail::IterationOptions limits = detail::iteration_of(options);
  const detail::Spectrum spectrum =
      detail::leading_blocks(eigenvector_name, blocks, limits, detail::part_of(control, 0.0, 0.8));
  if (spectrum.radius == 0.0)
    throw UndefinedError(
        "eigenvector: the graph has no cycle, so every eigenvalue is 0 and no vector leads; "
        "katz and pagerank are defined on it");
  const std::vector<std::size_t> leaders = last_of_tied(blocks, spectrum.blocks, control);
  if (leaders.size() > 1)
    throw detail::tied(eigenvector_name, leaders.size(), "eigenvalue", spectrum.radius,
                       blocks.nodes(spectrum.blocks[leaders[0]]).front(),
                       blocks.nodes(spectrum.blocks[leaders[1]]).front());

  const index_t leader = spectrum.blocks[leaders[0]];
  const detail::Perron& pair = spectrum.pairs[leaders[0]];
  std::vector<double> score(n, 0.0);
  const auto nodes = blocks.nodes(leader);
  for (std::size_t k = 0; k < nodes.size(); ++k)
    score[static_cast<std::size_t>(nodes[k])] = pair.vector[k];
  const double step = 1.0 / pair.value;
  Convergence convergence = spectrum.convergence;
  detail::include(convergence, detail::solve(eigenvector_name, blocks, {step, leader}, score,
                                             limits, detail::part_of(control, 0.8, 1.0)));
  for (double& x : score) x = std::fmax(x, 0.0);  // what a solver left below 0 is rounding
  detail::normalize(score);
  convergence.residual =
      detail::residual_of(blocks, step, score, std::vector<double>(n, 0.0), control);
  control.report(1.0);
  return {std::move(score), pair.value, convergence};
}

}  // namespace aidnet::inline AIDNET_ABI
