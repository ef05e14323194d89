#pragma once

#include <vector>

#include "nx_adjacency.hpp"

namespace nx {

/// The nodes that networkx.voterank elects, at most `count`: votes are sums of doubles in the order
/// of NetworkX's, so that the same of several nearly equal ones wins.
std::vector<index_t> voterank(const Adjacency& graph, bool directed, index_t count);

}  // namespace nx
