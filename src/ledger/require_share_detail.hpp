#pragma once

#include <optional>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Throws ValidationError for a share that is given and is not between 0 and 1.
inline void require_share(const char* who, const std::optional<double>& share, const char* name) {
  if (share && !(*share >= 0.0 && *share <= 1.0))
    throw ValidationError(
        aidnet::detail::text(who, ": ", name, " is ", *share, "; it must lie in [0, 1]"));
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
