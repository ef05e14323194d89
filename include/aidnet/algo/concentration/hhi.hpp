#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct HhiOptions {
  /// Shares of what the node gives (out), receives (in), or exchanges either way (all).
  Mode mode = Mode::out;
  /// Whether to scale by the number of partners, so that equal shares give 0 and not 1 / k.
  bool normalized = false;
};

/// Herfindahl–Hirschman index of a party's partners: how much it concentrates its aid on few.
///
/// With p_j the share of partner j in the total of node i (its gifts for mode out, its receipts for
/// in, both for all) and k the number of partners with a positive share,
///
///     HHI_i = Σ_j p_j²,    normalized: (HHI_i − 1/k) / (1 − 1/k).
///
/// For donors it says whether they favour few recipients, for recipients (mode in) whether they
/// depend on few donors. 1 / HHI is the number of equal partners that would be as concentrated.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Zero weights are no ties. A self-loop makes the node its own partner; it counts twice in an
/// undirected graph and in mode all, as in strength, so that shares sum to 1. A partner on both
/// sides is one partner in mode all. In an undirected graph all modes agree.
///
/// Returns one number a node, in [1/k, 1], or in [0, 1] if normalized. NaN where the total is 0
/// (there are no shares; never 0) and, if normalized, where there is one partner (0/0). Empty for
/// the empty graph. O(nodes + entries), in parallel.
///
/// Throws ValidationError for a negative weight, or if the weights at a node add up to more than a
/// double; Cancelled.
///
/// A. O. Hirschman (1964): The paternity of an index. American Economic Review 54, 761–762.
/// S. A. Rhoades (1993): The Herfindahl–Hirschman index. Federal Reserve Bulletin 79, 188–189.
[[nodiscard]] std::vector<double> hhi(const Graph& graph, const HhiOptions& options = {},
                                      const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
