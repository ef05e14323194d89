#pragma once

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Which ties of a node are added up in a directed graph.
///
/// In an undirected graph every tie is both given and received: out, in and all agree, a self-loop
/// counts twice (both its ends are at the node), and net is 0.
enum class Balance {
  out,  ///< what the node gives
  in,   ///< what it receives
  all,  ///< both together; a self-loop is given and received, so it counts twice
  net,  ///< what it receives less what it gives
};

}  // namespace aidnet::inline AIDNET_ABI
