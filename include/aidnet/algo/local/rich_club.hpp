#pragma once

#include <cstdint>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What `rich_club` returns: a row for each k, from 0 up.
struct RichClub {
  std::vector<std::int64_t> k;
  std::vector<std::int64_t> nodes;  ///< with more than k partners
  std::vector<std::int64_t> ties;   ///< among them
  std::vector<double> coefficient;  ///< which share of all pairs of them are tied
};

/// Rich club: whether the best-connected parties are tied to one another.
///
///     φ(k) = 2 E_k / (N_k (N_k − 1)),
///
/// N_k being the nodes with more than k partners and E_k the ties among them. φ rises with k in
/// almost every network; a club is where it exceeds that of random networks of the same degrees
/// (which are not made here).
///
/// Only whether there is a tie counts, not which way it goes or whether it goes both ways: any
/// weight but zero makes one, a negative one too. Self-loops are left out.
///
/// Returns one row for each k from 0 as long as two nodes or more have more than k partners, each
/// coefficient in [0, 1]; no row where there are no two such nodes. O(nodes + entries).
///
/// Throws SizeError if the ties both ways are more than the index type numbers; Cancelled.
///
/// S. Zhou, R. J. Mondragón (2004): The rich-club phenomenon in the Internet topology. IEEE
/// Communications Letters 8, 180–182, doi:10.1109/LCOMM.2004.823426. V. Colizza, A. Flammini,
/// M. A. Serrano, A. Vespignani (2006): Detecting rich-club ordering in complex networks. Nature
/// Physics 2, 110–115, doi:10.1038/nphys209.
[[nodiscard]] RichClub rich_club(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
