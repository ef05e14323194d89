#pragma once

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Transitivity: how often two partners of the same party are partners of each other.
///
///     T = 3 · triangles / pairs of ties that share a node
///       = Σ_i T_i / Σ_i k_i (k_i − 1) / 2,
///
/// T_i being the triangles at node i and k_i its number of partners. Every pair of ties has the
/// same weight, where the mean of `clustering` gives the same weight to every node.
///
/// Only whether there is a tie counts, not which way it goes: any weight but zero makes one, a
/// negative one too. Self-loops are left out; isolated nodes change nothing.
///
/// Returns one number in [0, 1]; NaN where no node has two partners, so that there is no pair to
/// take a share of. O(entries^1.5) at most, whatever the hubs; in parallel.
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// M. E. J. Newman, S. H. Strogatz, D. J. Watts (2001): Random graphs with arbitrary degree
/// distributions and their applications. Physical Review E 64, 026118,
/// doi:10.1103/PhysRevE.64.026118.
[[nodiscard]] double transitivity(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
