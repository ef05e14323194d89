#pragma once

// Values of entries, as verifiers and invariants want them.

#include "invariants.hpp"
#include "sample.hpp"

namespace testing_support {

/// The entries of a matrix where the graph has them.
inline Values at_entries(const Graph& graph, const Eigen::MatrixXd& matrix) {
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) values.push_back(matrix(u, v));
  return values;
}

/// One value an entry, as the sums of each node's entries, so that relabelling permutes them.
inline Values by_node(const Graph& graph, const Values& entries) {
  Values sums(at(graph.node_count()), 0.0);
  for (index_t e = 0; e < graph.entry_count(); ++e)
    sums[at(graph.entry_source(e))] += entries[at(e)] * (1.0 + entries[at(e)]);
  return sums;
}

}  // namespace testing_support
