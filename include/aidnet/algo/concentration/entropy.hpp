#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct EntropyOptions {
  /// Shares of what the node gives (out), receives (in), or exchanges either way (all).
  Mode mode = Mode::out;
  /// Whether to divide by ln k, the entropy of k equal shares, so that parties with few and with
  /// many partners can be compared; if not, the entropy is in nats.
  bool normalized = true;
};

/// Shannon entropy of a party's partners: how evenly it spreads its aid.
///
/// With p_j the share of partner j in the total of node i (its gifts for mode out, its receipts for
/// in, both for all) and k the number of partners with a positive share,
///
///     H_i = −Σ_j p_j ln p_j,    normalized: H_i / ln k.
///
/// Normalized, 1 says that all partners get alike, and near 0 that one gets almost everything; in
/// nats, exp(H) is the number of equal partners that would be as even.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Zero weights are no ties. A self-loop makes the node its own partner; it counts twice in an
/// undirected graph and in mode all, as in strength, so that shares sum to 1. A partner on both
/// sides is one partner in mode all. In an undirected graph all modes agree.
///
/// Returns one number a node, in [0, 1] if normalized, else in [0, ln k]. NaN where the total is 0
/// (there are no shares; never 0) and, if normalized, where there is one partner: a single share is
/// both perfectly even and perfectly concentrated (0/0). In nats one partner gives 0. Empty for the
/// empty graph. O(nodes + entries), in parallel.
///
/// Throws ValidationError for a negative weight, or if the weights at a node add up to more than a
/// double; Cancelled.
///
/// C. E. Shannon (1948): A mathematical theory of communication. Bell System Technical Journal 27,
/// 379–423, doi:10.1002/j.1538-7305.1948.tb01338.x. The evenness is E. C. Pielou's (1966): The
/// measurement of diversity in different types of biological collections. Journal of Theoretical
/// Biology 13, 131–144, doi:10.1016/0022-5193(66)90013-0.
[[nodiscard]] std::vector<double> entropy(const Graph& graph, const EntropyOptions& options = {},
                                          const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
