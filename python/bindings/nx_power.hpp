#pragma once

#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/graph.hpp"

namespace nx {

/// x ← shift · x + factor · Wᵀ x + constant, then ‖x‖₂ = 1 if `unit`, until the L1 change of a step
/// is below `tolerance`.
struct PowerOptions {
  std::vector<double> start;
  std::vector<double> constant;  ///< empty: zeros
  double shift = 0.0;
  double factor = 1.0;
  bool unit = false;
  int max_iterations = 100;
  double tolerance = 1e-6;
};

/// The iterations that NetworkX's power methods are, step for step, so that they stop at the same
/// one. Empty where they do not converge.
std::vector<double> power_iteration(const aidnet::Graph& graph, const PowerOptions& options,
                                    const aidnet::Control& control);

}  // namespace nx
