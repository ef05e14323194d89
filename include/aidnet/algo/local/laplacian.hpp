#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct LaplacianOptions {
  /// Whether to divide by the energy of the whole network.
  bool normalized = true;
};

/// Laplacian centrality: how much of the network's energy would go with a party.
///
///     E = Σ_i s_i² + Σ_{i≠j} v_ij²,    ΔE_i = s_i² + Σ_j (2 s_j v_ij + v_ij²),
///
/// with v_ij = w_ij + w_ji (v_ij = w_ij undirected) and s_i = Σ_j v_ij: E is the sum of the squared
/// eigenvalues of the Laplacian, and ΔE_i what it falls by without node i. It tells of a party's
/// own strength and of its partners'; normalized it is ΔE_i / E.
///
/// Which way aid goes does not matter. Weights are strengths and must be ≥ 0; multiplying them by c
/// multiplies the values by c², or changes nothing if normalized. Zero weights are no ties.
/// Self-loops are left out: they are no part of the Laplacian. Isolated nodes have 0.
///
/// Returns one number a node, ≥ 0, in [0, 1] if normalized, and then NaN for all where there are no
/// ties. Empty for the empty graph. O(nodes + entries).
///
/// Throws ValidationError for a negative weight, or if a value is more than a double; SizeError if
/// the ties both ways are more than the index type numbers; Cancelled.
///
/// X. Qi, E. Fuller, Q. Wu, Y. Wu, C.-Q. Zhang (2012): Laplacian centrality: A new centrality
/// measure for weighted networks. Information Sciences 194, 240–253,
/// doi:10.1016/j.ins.2011.12.027.
[[nodiscard]] std::vector<double> laplacian(const Graph& graph,
                                            const LaplacianOptions& options = {},
                                            const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
