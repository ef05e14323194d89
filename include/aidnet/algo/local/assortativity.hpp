#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct AssortativityOptions {
  /// What is taken of the node that gives: what it gives (out), receives (in), or both (all).
  Mode source = Mode::out;
  /// What is taken of the node that receives, likewise.
  Mode target = Mode::in;
  /// Whether to take strengths, and not degrees.
  bool weighted = false;
};

/// Assortativity: whether large donors help those who are helped much.
///
/// The Pearson correlation, over all ties i → j, of x_i and y_j:
///
///     r = Σ (x_i − x̄)(y_j − ȳ) / √(Σ (x_i − x̄)² Σ (y_j − ȳ)²),
///
/// x and y being the degrees, or strengths, that `source` and `target` name. Above 0 where
/// well-connected parties go with well-connected ones, below where hubs serve the periphery. In an
/// undirected graph both options change nothing and each tie counts in both directions.
///
/// Every tie counts alike; weights are read only for strengths, where they must be ≥ 0 and a common
/// factor changes nothing. Zero weights are no ties. Self-loops are left out, of degrees and
/// strengths as well.
///
/// Returns one number in [−1, 1]; NaN where it is not defined: no ties, or all x or all y the same
/// (to 1e-13 of the largest, that is up to rounding). O(nodes + entries).
///
/// Throws ValidationError, if weighted, for a negative weight or if the weights at a node add up to
/// more than a double; Cancelled.
///
/// M. E. J. Newman (2003): Mixing patterns in networks. Physical Review E 67, 026126,
/// doi:10.1103/PhysRevE.67.026126. J. G. Foster, D. V. Foster, P. Grassberger, M. Paczuski (2010):
/// Edge direction and the structure of networks. PNAS 107, 10815–10820,
/// doi:10.1073/pnas.0912671107.
[[nodiscard]] double assortativity(const Graph& graph, const AssortativityOptions& options = {},
                                   const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
