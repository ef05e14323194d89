#pragma once

#include "algo/blocks_detail.hpp"
#include "algo/perron_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// What x = α M x + b is solved for.
struct Resolvent {
  double alpha;
  /// A block whose values are given and taken as they are, b being 0 elsewhere, so that x may be
  /// scaled to stay finite; no_index: none.
  index_t given = no_index;
};

/// Replaces b by the solution of x = α M x + b, block after block. REQUIRES α ≥ 0 and α ρ < 1 for
/// all blocks that the values reach.
///
/// Single nodes by substitution; others by restarted GMRES that keeps its last corrections (Baker,
/// Jessup and Manteuffel 2005, doi:10.1137/S0895479803422014), until the residual is at most
/// options.tolerance · ‖x‖ in a symmetric block, and at most options.tolerance · x_i for each i in
/// another; the few small blocks that are too uneven for that by elimination. Returns the largest
/// iterations and residual of any block.
Convergence solve(const char* who, const Blocks& blocks, const Resolvent& task, Vector& b,
                  const IterationOptions& options, const Control& control);

/// The spectral radius ρ of all blocks if α ρ ≥ 1, or closer to it than ρ can be known; else 0.
/// Calculated only where the sums of weights leave that in doubt.
[[nodiscard]] double excessive_radius(const char* who, const Blocks& blocks, double alpha,
                                      const IterationOptions& options, const Control& control);

/// ‖x − α M x − b‖ / ‖x‖ by the definition; 0 for x = 0.
[[nodiscard]] double residual_of(const Blocks& blocks, double alpha, const Vector& x,
                                 const Vector& b, const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::detail
