#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Square clustering: whether a party's partners have partners in common besides it.
///
/// Where donors help recipients and never each other there are no triangles; that two donors of a
/// party also meet at another one makes a square. With q_jh the common partners of j and h other
/// than i, k_j the number of partners, and a_jh 1 where j and h are tied,
///
///     C4_i = Σ q_jh / Σ (k_j − 1 − a_jh − q_jh + k_h − 1 − a_jh − q_jh + q_jh),
///
/// over the pairs {j, h} of partners of i: the share of the squares there are in those there could
/// be.
///
/// Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a
/// negative one too. Self-loops are left out.
///
/// Returns one number a node, in [0, 1]; NaN where no square could be (fewer than two partners, or
/// partners with no other ones): nothing to take a share of. Empty for the empty graph.
/// O(entries^1.5) at most, whatever the hubs; in parallel.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// P. Zhang, J. Wang, X. Li, M. Li, Z. Di, Y. Fan (2008): Clustering coefficient and community
/// structure of bipartite networks. Physica A 387, 6869–6875, doi:10.1016/j.physa.2008.09.006.
/// N. Chiba, T. Nishizeki (1985): Arboricity and subgraph listing algorithms. SIAM Journal on
/// Computing 14, 210–223, doi:10.1137/0214017.
[[nodiscard]] std::vector<double> square_clustering(const Graph& graph,
                                                    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
