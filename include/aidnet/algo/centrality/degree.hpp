#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/algo/centrality/balance.hpp"
#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct DegreeOptions {
  /// Ties that the node gives (out) or receives (in), both together (all), or in − out (net).
  Balance mode = Balance::all;
};

/// Degree: with how many partners a party has ties.
///
/// With a_ij = 1 where w_ij ≠ 0 and else 0,
///
///     out_i = Σ_j a_ij,  in_i = Σ_j a_ji,  all_i = out_i + in_i,  net_i = in_i − out_i.
///
/// In an aid network the out-degree is to how many recipients a donor spreads itself, the in-degree
/// how many donors a recipient has to deal with. A partner on both sides counts twice in `all`.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too. A
/// self-loop is one tie given and one received; in an undirected graph it counts twice. Isolated
/// nodes have 0.
///
/// Returns one count a node, ≥ 0 except for net; their sum is the number of arcs for out and in,
/// twice that for all, and 0 for net. Empty for the empty graph. O(nodes + entries).
///
/// Throws Cancelled.
///
/// L. C. Freeman (1978): Centrality in social networks: conceptual clarification. Social Networks
/// 1, 215–239, doi:10.1016/0378-8733(78)90021-7.
[[nodiscard]] std::vector<std::int64_t> degree(const Graph& graph,
                                               const DegreeOptions& options = {},
                                               const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
