#pragma once

#include <algorithm>
#include <cmath>

#include "aidnet/algo/convergence.hpp"
#include "aidnet/core/control.hpp"
#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Throws ValidationError unless tolerance and max_iterations are positive.
template <class Options>
void require_limits(const char* who, const Options& options) {
  if (!(options.tolerance > 0.0) || !std::isfinite(options.tolerance))
    throw ValidationError(text(who, ": tolerance is ", options.tolerance, "; it must be positive"));
  if (options.max_iterations < 1)
    throw ValidationError(
        text(who, ": max_iterations is ", options.max_iterations, "; it must be at least 1"));
}

/// Calls step(), which makes one iteration and returns its residual, until the residual is at most
/// options.tolerance. Progress is how far the residual has come on a logarithmic scale.
///
/// `Options` has tolerance, max_iterations and require_convergence, as all iterative measures do.
template <class Options, class Step>
Convergence iterate(const char* who, const Options& options, const Control& control,
                    const Step& step) {
  require_limits(who, options);
  Convergence state;
  double first = 0.0;
  double best_share = 0.0;
  while (state.iterations < options.max_iterations) {
    control.poll();
    state.residual = step();
    ++state.iterations;
    if (state.residual <= options.tolerance) {
      state.converged = true;
      control.report(1.0);
      return state;
    }
    if (!std::isfinite(state.residual)) break;
    if (first == 0.0) first = state.residual;
    if (control.progress && first > options.tolerance) {
      const double share = std::log(first / state.residual) / std::log(first / options.tolerance);
      best_share = std::fmax(best_share, std::fmin(share, 1.0));
      control.report(best_share);
    }
  }
  if (options.require_convergence || !std::isfinite(state.residual))
    throw ConvergenceError(text(who, " did not converge: residual ", state.residual, " after ",
                                state.iterations, " iterations, tolerance ", options.tolerance),
                           state.iterations, state.residual);
  return state;
}

/// Makes of `total` what is to be said of several iterations: the worst of each.
inline void include(Convergence& total, const Convergence& one) {
  total.converged = total.converged && one.converged;
  total.iterations = std::max(total.iterations, one.iterations);
  total.residual = std::fmax(total.residual, one.residual);
}

}  // namespace aidnet::inline AIDNET_ABI::detail
