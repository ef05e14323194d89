#pragma once

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI {

/// How an iteration ended. Results of iterative measures carry one.
struct Convergence {
  bool converged = false;
  int iterations = 0;
  /// What the tolerance was compared with, after the last iteration.
  double residual = 0.0;
};

}  // namespace aidnet::inline AIDNET_ABI
