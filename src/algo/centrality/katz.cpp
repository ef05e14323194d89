#include "aidnet/algo/centrality/katz.hpp"

#include <cmath>

#include "algo/iteration_detail.hpp"
#include "algo/resolvent_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* katz_name = "katz";

std::vector<double> outside_share(const KatzOptions& options, std::size_t n) {
  if (!std::isfinite(options.beta))
    throw ValidationError(detail::text("katz: beta is ", options.beta, "; it must be finite"));
  if (options.beta_weights.empty()) return std::vector<double>(n, options.beta);
  if (options.beta_weights.size() != n)
    throw ValidationError(detail::text("katz: beta_weights has ", options.beta_weights.size(),
                                       " elements for ", n, " nodes"));
  for (std::size_t i = 0; i < n; ++i)
    if (!std::isfinite(options.beta_weights[i]))
      throw ValidationError(detail::text("katz: beta_weights of node ", i, " is ",
                                         options.beta_weights[i], "; it must be finite"));
  return options.beta_weights;
}

/// Throws ValidationError unless the sum over walks converges.
void require_convergent(double alpha, const detail::Blocks& blocks,
                        const detail::IterationOptions& limits, const Control& control) {
  const double radius = detail::excessive_radius(katz_name, blocks, alpha, limits, control);
  if (radius == 0.0) return;
  throw ValidationError(detail::text("katz: alpha is ", alpha,
                                     "; the spectral radius of the weights is ", radius,
                                     ", so alpha must be below ", 1.0 / radius));
}

}  // namespace

KatzResult katz(const Graph& graph, const KatzOptions& options, const Control& control) {
  detail::require_nonnegative(graph, katz_name);
  detail::require_limits(katz_name, options);
  if (!(options.alpha >= 0.0) || !std::isfinite(options.alpha))
    throw ValidationError(
        detail::text("katz: alpha is ", options.alpha, "; it must be finite and 0 or more"));
  const auto n = static_cast<std::size_t>(graph.node_count());
  const std::vector<double> beta = outside_share(options, n);
  if (n == 0) return {{}, {.converged = true}};

  const detail::Blocks blocks(detail::received_by(graph, options.mode, control), control);
  const detail::IterationOptions limits = detail::iteration_of(options);
  require_convergent(options.alpha, blocks, limits, detail::part_of(control, 0.0, 0.5));
  std::vector<double> score = beta;
  Convergence convergence = detail::solve(katz_name, blocks, {options.alpha}, score, limits,
                                          detail::part_of(control, 0.5, 1.0));
  convergence.residual = detail::residual_of(blocks, options.alpha, score, beta, control);
  if (options.normalized) detail::normalize(score);
  control.report(1.0);
  return {std::move(score), convergence};
}

}  // namespace aidnet::inline AIDNET_ABI
