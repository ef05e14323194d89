#include "aidnet/algo/centrality/bonacich_power.hpp"

#include <cmath>

#include "algo/double_cover_detail.hpp"
#include "algo/iteration_detail.hpp"
#include "algo/resolvent_detail.hpp"
#include "algo/strengths_detail.hpp"
#include "core/require_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI {
namespace {

constexpr const char* bonacich_power_name = "bonacich_power";

/// Replaces b ≥ 0 by the solution of x = beta M x + b.
///
/// For beta < 0 it is y − z with y = |beta| M z + b and z = |beta| M y: walks of even and of odd
/// length, each a sum of positive terms.
Convergence solve(const detail::Blocks& blocks, const Graph& pulled, double beta,
                  std::vector<double>& b, const detail::IterationOptions& limits,
                  const Control& control) {
  if (beta >= 0.0) {
    const std::vector<double> start = b;
    Convergence convergence =
        detail::solve(bonacich_power_name, blocks, {beta}, b, limits, control);
    convergence.residual = detail::residual_of(blocks, beta, b, start, control);
    return convergence;
  }
  const detail::Blocks both(detail::parity_cover(bonacich_power_name, pulled), control);
  const std::size_t n = b.size();
  std::vector<double> walks = b;
  walks.resize(2 * n, 0.0);
  const std::vector<double> start = walks;
  Convergence convergence =
      detail::solve(bonacich_power_name, both, {-beta}, walks, limits, control);
  convergence.residual = detail::residual_of(both, -beta, walks, start, control);
  for (std::size_t i = 0; i < n; ++i) b[i] = walks[i] - walks[n + i];
  return convergence;
}

}  // namespace

BonacichPowerResult bonacich_power(const Graph& graph, const BonacichPowerOptions& options,
                                   const Control& control) {
  detail::require_nonnegative(graph, bonacich_power_name);
  detail::require_limits(bonacich_power_name, options);
  if (!std::isfinite(options.beta))
    throw ValidationError(
        detail::text("bonacich_power: beta is ", options.beta, "; it must be finite"));
  const auto n = static_cast<std::size_t>(graph.node_count());
  if (n == 0) {
    control.report(1.0);
    return {{}, {.converged = true}};
  }
  const Graph pulled = detail::received_by(graph.without_zeros(), options.mode, control);
  const detail::Blocks blocks(pulled, control);
  const detail::IterationOptions limits = detail::iteration_of(options);
  const double radius =
      detail::excessive_radius(bonacich_power_name, blocks, std::abs(options.beta), limits,
                               detail::part_of(control, 0.0, 0.5));
  if (radius > 0.0)
    throw ValidationError(detail::text("bonacich_power: beta is ", options.beta,
                                       "; the spectral radius of the weights is ", radius,
                                       ", so beta must be below ", 1.0 / radius, " in magnitude"));

  std::vector<double> score = detail::row_sums(pulled.transposed());
  const Convergence convergence =
      solve(blocks, pulled, options.beta, score, limits, detail::part_of(control, 0.5, 1.0));
  if (options.normalized) {
    detail::normalize(score);
    for (double& value : score) value *= std::sqrt(static_cast<double>(n));
  }
  control.report(1.0);
  return {std::move(score), convergence};
}

}  // namespace aidnet::inline AIDNET_ABI
