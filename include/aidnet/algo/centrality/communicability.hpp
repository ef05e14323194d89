#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CommunicabilityOptions {
  /// Whether walks count with the product of their weights; if not, each tie counts as 1.
  bool weighted = false;
  /// Which way walks go: with the flows (out), against them (in), or either way (all).
  Mode mode = Mode::all;
};

/// Communicability: how many walks lead from one party to another, long ones counting less.
///
///     G_pq = Σ_k (Aᵏ)_pq / k! = (exp A)_pq.
///
/// Unlike the distance, it counts all ways from p to q, not the shortest one alone: two parties
/// with many common partners communicate well. A is 1 for a tie in either direction and 0 else;
/// with `weighted`, w_ij + w_ji (loops once). With mode = out walks follow the flows: row p is then
/// what p's giving leads to. The diagonal is `subgraph`.
///
/// Weights must be ≥ 0. By default only whether there is a tie counts; `weighted` values depend on
/// the unit, and exceed a double where weights add up to a few hundred: scale them to about 1. Zero
/// weights are no ties. A self-loop is a tie as any other. Without a walk from p to q, G_pq is 0,
/// or 1 for p = q.
///
/// Returns the matrix row by row: element p · n + q. Every element is exact to about its last two
/// digits, small ones too; symmetric up to that for mode = all. O(nodes · entries · ρ), for the
/// spectral radius ρ of A (and some 20 more where it is small).
///
/// Throws ValidationError for a negative weight, or where a value exceeds a double; SizeError for
/// more than 16 384 nodes, whose matrix would have more than 2 GiB; Cancelled.
///
/// E. Estrada, N. Hatano (2008): Communicability in complex networks. Physical Review E 77, 036111,
/// doi:10.1103/PhysRevE.77.036111.
[[nodiscard]] std::vector<double> communicability(const Graph& graph,
                                                  const CommunicabilityOptions& options = {},
                                                  const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
