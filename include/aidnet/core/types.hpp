#pragma once

#include <cstdint>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Index of a node or of a CSR entry, and every offset into the CSR.
///
/// One signed type for all three, because that is what lets Eigen and SciPy map the graph's own
/// arrays without a copy: 32 bits, or 64 where the library was built with AIDNET_INDEX_64.
#if AIDNET_INDEX_64
using index_t = std::int64_t;
#else
using index_t = std::int32_t;
#endif

/// "No such node", "not reached", "no component yet".
inline constexpr index_t no_index = -1;

/// Which arcs of a node a measure follows in a directed graph; all three agree in an undirected
/// one.
enum class Mode {
  out,  ///< from the node: what it gives
  in,   ///< to the node: what it receives
  all,  ///< both
};

}  // namespace aidnet::inline AIDNET_ABI
