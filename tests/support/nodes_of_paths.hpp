#pragma once

#include "invariants.hpp"

namespace testing_support {

using Nodes = std::vector<index_t>;

/// The sizes of the paths between all pairs, which no relabelling changes; as one number.
template <class Path>
Values path_sizes(const Graph& graph, const Path& path) {
  double sum = 0.0;
  for (index_t s = 0; s < graph.node_count(); ++s)
    for (index_t t = 0; t < graph.node_count(); ++t) try {
        sum += static_cast<double>(path(s, t).size());
      } catch (const aidnet::UndefinedError&) {
        sum += 1000.0;
      }
  return {sum};
}

inline Values as_values(const Nodes& nodes) { return {nodes.begin(), nodes.end()}; }

}  // namespace testing_support
