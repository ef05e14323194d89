#pragma once

#include "aidnet/algo/convergence.hpp"
#include "algo/perron_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Ties between nodes that want to be some way apart.
struct Differences {
  /// Undirected, weights > 0: how much a tie counts.
  Graph ties;
  /// One an entry i → j of `ties`: what h_j − h_i is wanted to be; antisymmetric.
  Vector wanted;
};

/// The values h that minimise Σ c_ij (h_j − h_i − d_ij)² over the ties, the least of each component
/// being 0. Components of up to `largest` nodes are eliminated node by node: a node's ties become
/// ties between its partners, which is all sums of positive terms and weighted means, so that
/// nothing cancels (as Grassmann, Taksar and Heyman 1985, doi:10.1287/opre.33.5.1107, do for Markov
/// chains). All larger ones together by conjugate gradients.
struct Fitted {
  Vector value{};
  Convergence convergence{};
};
[[nodiscard]] Fitted fit(const char* who, const Differences& differences,
                         const IterationOptions& options, const Control& control);

/// Up to so many nodes, a dense matrix of them is made.
inline constexpr index_t largest_eliminated = 1000;

}  // namespace aidnet::inline AIDNET_ABI::detail
