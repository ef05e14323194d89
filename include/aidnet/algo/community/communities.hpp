#pragma once

#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI {

/// A partition of the nodes into communities, numbered 0, 1, … in order of their smallest node.
struct Communities {
  std::vector<index_t> community;  ///< of each node
  index_t count = 0;
};

}  // namespace aidnet::inline AIDNET_ABI
