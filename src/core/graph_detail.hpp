#pragma once

#include <atomic>
#include <mutex>
#include <optional>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI {

/// What the handles of one graph share. The lazily built parts are written once, under call_once.
struct Graph::Data {
  std::shared_ptr<const Csr> forward;
  bool directed = true;

  // Facts about the entries, gathered when the graph is made.
  index_t loops = 0;
  bool has_zeros = false;
  bool has_negatives = false;
  double total = 0.0;

  mutable std::once_flag transpose_once;
  mutable std::shared_ptr<const Csr> transposed;
  mutable std::shared_ptr<const std::vector<index_t>> transposed_entries;

  mutable std::once_flag support_once;
  mutable std::shared_ptr<const Data> support;  // null: the graph has no zeros

  Data(std::shared_ptr<const Csr> csr, bool is_directed);
};

/// Lets the sources of core make graphs from arrays they know to be canonical.
struct GraphAccess {
  static Graph make(Csr csr, bool directed) {
    return Graph(
        std::make_shared<const Graph::Data>(std::make_shared<const Csr>(std::move(csr)), directed));
  }
};

}  // namespace aidnet::inline AIDNET_ABI
