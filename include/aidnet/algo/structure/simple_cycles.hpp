#pragma once

#include <cstddef>
#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

struct SimpleCyclesOptions {
  /// Longest cycles to list, in nodes; 0 for any length.
  index_t max_length = 0;
  /// Most cycles to list: where there are more, it is an error.
  index_t limit = 10'000;
};

/// Cycles one after another: cycle k has the nodes `node[begin[k]]` … `node[begin[k + 1] - 1]`.
struct Cycles {
  std::vector<index_t> node{};
  std::vector<std::size_t> begin{0};
};

/// Simple cycles: all circles in which help is passed on and comes back, no party in one twice.
///
/// In a directed graph each node of a cycle has an arc to the next one, and the last to the first;
/// arcs both ways between two nodes are a cycle of length 2. In an undirected graph a cycle has
/// three nodes or more and is listed once, not once for each way round. A node with a self-loop is
/// a cycle of length 1 in either. Only whether there is a tie counts: any weight but zero makes
/// one, a negative one too.
///
/// Returns each cycle once, beginning with its smallest node (undirected: going on to the smaller
/// one of its neighbours), in lexicographic order; none for the empty graph. There can be
/// exponentially many of them, therefore the limit.
///
/// O((nodes + entries) · (cycles + 1)); with max_length, for each node the entries around it and
/// for each cycle at most those times its length. In parallel over the nodes that cycles begin
/// with.
///
/// Throws SizeError if there are more than `limit` cycles; ValidationError for a negative
/// max_length or a limit below 1; Cancelled.
///
/// D. B. Johnson (1975): Finding all the elementary circuits of a directed graph. SIAM Journal on
/// Computing 4, 77–84, doi:10.1137/0204007. With bounded length: A. Gupta, T. Suzumura (2021):
/// Finding all bounded-length simple cycles in a directed graph. arXiv:2105.10094.
[[nodiscard]] Cycles simple_cycles(const Graph& graph, const SimpleCyclesOptions& options = {},
                                   const Control& control = {});

}  // namespace aidnet::inline AIDNET_ABI
