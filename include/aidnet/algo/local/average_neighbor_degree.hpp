#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct AverageNeighborDegreeOptions {
  /// Which partners: those the node gives to (out), receives from (in), or both (all).
  Mode source = Mode::out;
  /// What is averaged over them: how many each gives to (out), receives from (in), or both (all).
  Mode target = Mode::out;
  /// Whether partners count by the weight of the tie, and not alike.
  bool weighted = false;
};

/// Average neighbour degree: how well connected a party's partners are.
///
///     k_nn,i = Σ_j a_ij k_j / Σ_j a_ij,    weighted: Σ_j w_ij k_j / Σ_j w_ij,
///
/// over the ties of i that `source` names, k_j being the degree of j that `target` names. With
/// source out and target in: whether a donor helps those whom everybody helps. With source all a
/// partner on both sides counts twice. In an undirected graph both options change nothing.
///
/// Weights are strengths and must be ≥ 0 if they are read; a common factor changes nothing. Zero
/// weights are no ties. Self-loops are left out, of the degrees as well.
///
/// Returns one number a node, ≥ 0; NaN for a node without such ties: the mean of nothing. Empty for
/// the empty graph. O(nodes + entries).
///
/// Throws ValidationError, if weighted, for a negative weight or if the weights at a node add up to
/// more than a double; Cancelled.
///
/// A. Barrat, M. Barthélemy, R. Pastor-Satorras, A. Vespignani (2004): The architecture of complex
/// weighted networks. PNAS 101, 3747–3752, doi:10.1073/pnas.0400087101.
[[nodiscard]] std::vector<double> average_neighbor_degree(
    const Graph& graph, const AverageNeighborDegreeOptions& options = {},
    const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
