#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What a triangle counts for, and what it is a share of. See `clustering`.
enum class ClusteringMethod {
  fagiolo,           ///< directed ties; undirected the same as watts_strogatz
  fagiolo_weighted,  ///< directed, cube roots of weights; undirected the same as onnela
  watts_strogatz,    ///< ties, whichever way they go
  barrat,            ///< weights of the ties that meet, whichever way they go
  onnela,            ///< cube roots of the weights of triangles, whichever way they go
  ldbc,              ///< directed ties among the partners; undirected the same as watts_strogatz
};

struct ClusteringOptions {
  /// What counts of the ties between the partners, see below.
  ClusteringMethod method = ClusteringMethod::fagiolo;
};

/// Clustering coefficient: whether a party's partners are partners of each other.
///
/// With k_i partners, the weights v_ij = w_ij + w_ji (v_ij = w_ij undirected), and sums over the
/// triangles {i, j, h}:
///
///     watts_strogatz    2 T_i / (k_i (k_i − 1))
///     barrat            Σ (v_ij + v_ih) / (s_i (k_i − 1)),  s_i = Σ_j v_ij
///     onnela            2 Σ (v_ij v_ih v_jh / max v³)^⅓ / (k_i (k_i − 1))
///     fagiolo           ½ (A + Aᵀ)³_ii / (d_i (d_i − 1) − 2 m_i)
///     fagiolo_weighted  the same with (w / max w)^⅓ in place of A above the line
///     ldbc              the number of arcs between partners / (k_i (k_i − 1))
///
/// where d_i = out- and in-degree together and m_i = mutual partners: the share of all directed
/// triangles that could be. Low values of a donor mean that its recipients do not help each other.
///
/// Weights are strengths; a common factor changes nothing. Zero weights are no ties. fagiolo,
/// watts_strogatz and ldbc read ties alone and take negative weights for ties too; the others need
/// weights ≥ 0. Self-loops are left out, of the largest weight too.
///
/// Returns one number a node, in [0, 1]; NaN for a node with fewer than two partners, where there
/// is nothing to take a share of. Empty for the empty graph. O(entries^1.5) at most, whatever the
/// hubs; in parallel.
///
/// Throws ValidationError for a negative weight or if the weights at a node add up to more than a
/// double, where weights are read; SizeError if the ties both ways are more than the index type
/// numbers; Cancelled.
///
/// D. J. Watts, S. H. Strogatz (1998): Collective dynamics of ‘small-world’ networks. Nature 393,
/// 440–442, doi:10.1038/30918. A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani (2004):
/// The architecture of complex weighted networks. PNAS 101, 3747–3752, doi:10.1073/pnas.0400087101.
/// J.-P. Onnela, J. Saramäki, J. Kertész, K. Kaski (2005): Intensity and coherence of motifs in
/// weighted complex networks. Physical Review E 71, 065103, doi:10.1103/PhysRevE.71.065103.
/// G. Fagiolo (2007): Clustering in complex directed networks. Physical Review E 76, 026107,
/// doi:10.1103/PhysRevE.76.026107. A. Iosup et al. (2016): LDBC Graphalytics: a benchmark for
/// large-scale graph analysis on parallel and distributed platforms. PVLDB 9, 1317–1328,
/// doi:10.14778/3007263.3007270.
[[nodiscard]] std::vector<double> clustering(const Graph& graph,
                                             const ClusteringOptions& options = {},
                                             const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
