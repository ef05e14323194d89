#pragma once

#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Some of a graph's nodes: ascending, and as one flag a node (1 or 0).
struct NodeSet {
  std::vector<index_t> nodes;
  std::vector<double> has;
};

/// The set of the nodes that an option lists. Throws ValidationError where there is none, or one
/// is out of range or listed twice.
[[nodiscard]] NodeSet node_set(const std::vector<index_t>& listed, index_t node_count,
                               const char* who, const char* what);

/// The same, and all nodes where none is listed.
[[nodiscard]] NodeSet node_set_or_all(const std::vector<index_t>& listed, index_t node_count,
                                      const char* who, const char* what);

}  // namespace aidnet::inline AIDNET_ABI::detail
