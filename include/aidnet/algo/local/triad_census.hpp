#pragma once

#include <array>
#include <cstdint>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// The sixteen kinds of triads, by how many of their three pairs are mutual, one-way and empty, and
/// by direction where that leaves a choice: Down, Up, Cyclic or Transitive.
inline constexpr std::array<const char*, 16> triad_names{
    "003",  "012",  "102", "021D", "021U", "021C", "111D", "111U",
    "030T", "030C", "201", "120D", "120U", "120C", "210",  "300"};

/// How many sets of three nodes are of each kind, in the order of `triad_names`.
using TriadCensus = std::array<std::int64_t, 16>;

/// Triad census: how often each of the sixteen patterns of ties among three parties occurs.
///
/// Every set of three nodes is one triad. 021D is a donor of two that do not help each other, 021U
/// a recipient of two such donors, 021C a chain, 030T help that comes both directly and by way of a
/// third, 030C a circle, 300 three that all help each other. What is frequent says which rules the
/// ties follow.
///
/// Only whether there is a tie counts: any weight but zero makes one, a negative one too.
/// Self-loops are left out. In an undirected graph all ties are mutual.
///
/// Returns sixteen numbers, whose sum is n (n − 1) (n − 2) / 6. Triads are not looked at one by
/// one: triangles are counted, and those with empty pairs follow from degrees.
/// O(entries^1.5) at most, whatever the hubs; in parallel.
///
/// Throws SizeError for more than 3 810 779 nodes, whose triads are more than 64 bits count, or if
/// the ties both ways are more than the index type numbers; Cancelled.
///
/// P. W. Holland, S. Leinhardt (1976): Local structure in social networks. Sociological Methodology
/// 7, 1–45, doi:10.2307/270703. V. Batagelj, A. Mrvar (2001): A subquadratic triad census algorithm
/// for large sparse networks with small maximum degree. Social Networks 23, 237–243,
/// doi:10.1016/S0378-8733(01)00035-1.
[[nodiscard]] TriadCensus triad_census(const Graph& graph, const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
