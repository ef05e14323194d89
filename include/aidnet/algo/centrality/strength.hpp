#pragma once

#include <vector>

#include "aidnet/algo/centrality/balance.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct StrengthOptions {
  /// What the node gives (out) or receives (in), both together (all), or in − out (net).
  Balance mode = Balance::all;
};

/// Strength: how much a party gives and receives in total.
///
///     out_i = Σ_j w_ij,  in_i = Σ_j w_ji,  all_i = out_i + in_i,  net_i = in_i − out_i.
///
/// `net` is what stays with the party: above 0 for net recipients, below for net donors, near 0 for
/// intermediaries that pass on what they get.
///
/// In the unit of the weights; multiplying these by a constant multiplies the result. Weights of
/// any sign, zeros add nothing. A self-loop is both given and received (so it does not touch net);
/// in an undirected graph it counts twice. Isolated nodes have 0. Sums are compensated: their
/// error does not grow with the number of ties, and net keeps its digits where gifts and receipts
/// nearly cancel.
///
/// Returns one total a node; their sum is the total weight for out and in, twice that for all, and
/// 0 for net. Empty for the empty graph. O(nodes + entries).
///
/// Throws ValidationError if the weights at a node add up to more than a double; Cancelled.
///
/// A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani (2004): The architecture of complex
/// weighted networks. PNAS 101, 3747–3752, doi:10.1073/pnas.0400087101.
[[nodiscard]] std::vector<double> strength(const Graph& graph, const StrengthOptions& options = {},
                                           const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
