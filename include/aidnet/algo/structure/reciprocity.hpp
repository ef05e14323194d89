#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Weighted reciprocity: the share of all aid that is returned in kind.
///
///     r = Σ_{i≠j} min(w_ij, w_ji) / Σ_{i≠j} w_ij.
///
/// 0 where nobody gives to a party that gives to it, 1 where all pairs give each other alike. With
/// all weights 1 it is the share of ties that are mutual.
///
/// Weights are strengths and must be ≥ 0; multiplying all of them by a constant changes nothing.
/// Zero weights are no ties. Self-loops are left out. In an undirected graph what is given is
/// received, so r = 1. Where no weight is left (no ties, or only self-loops) there is nothing to
/// take a share of, and r is NaN.
///
/// Returns one number in [0, 1], or NaN. O(nodes + entries).
///
/// Throws ValidationError for a negative weight, or if the weights add up to more than a double;
/// Cancelled.
///
/// T. Squartini, F. Picciolo, F. Ruzzenenti, D. Garlaschelli (2013): Reciprocity of weighted
/// networks. Scientific Reports 3, 2729, doi:10.1038/srep02729.
[[nodiscard]] double reciprocity(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
