#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct CoreNumberOptions {
  /// Ties that count inside a core: those given (out), received (in), or both added up (all).
  Mode mode = Mode::all;
};

/// Core number: how deep a party is in the densely tied part of the network.
///
/// The k-core is the largest set of nodes each of which has at least k ties to others in the set;
/// a node's core number is the largest k whose core it is in. It is found by taking away, again and
/// again, the node with the fewest ties to those left.
///
/// In a directed graph a node's ties are its arcs to the set, from it, or both as `mode` says; two
/// nodes that give to each other have two ties in mode all. Only whether there is a tie counts: any
/// weight but zero makes one, a negative one too. Self-loops are left out (NetworkX refuses graphs
/// that have them). Isolated nodes have 0.
///
/// Returns one number a node, ≥ 0 and at most its degree; empty for the empty graph.
/// O(nodes + entries).
///
/// Throws Cancelled.
///
/// S. B. Seidman (1983): Network structure and minimum degree. Social Networks 5, 269–287,
/// doi:10.1016/0378-8733(83)90028-X. V. Batagelj, M. Zaveršnik (2011): Fast algorithms for
/// determining (generalized) core groups in social networks. Advances in Data Analysis and
/// Classification 5, 129–145, doi:10.1007/s11634-010-0079-y.
[[nodiscard]] std::vector<std::int64_t> core_number(const Graph& graph,
                                                    const CoreNumberOptions& options = {},
                                                    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
