#pragma once

#include <optional>

#include "aidnet/core/error.hpp"
#include "aidnet/core/types.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The node that an option names. Throws ValidationError if there is none, or it is out of range.
[[nodiscard]] inline index_t required_node(std::optional<index_t> node, index_t node_count,
                                           const char* who, const char* what) {
  if (!node) throw ValidationError(text(who, ": ", what, " is missing; it must name a node"));
  if (*node < 0 || *node >= node_count)
    throw ValidationError(
        text(who, ": ", what, " is ", *node, ", which is none of the ", node_count, " nodes"));
  return *node;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
