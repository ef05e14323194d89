#pragma once

#include <cstddef>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A number of a node or an entry, as the subscripts of vectors want it.
[[nodiscard]] constexpr std::size_t at(index_t i) noexcept { return static_cast<std::size_t>(i); }

}  // namespace aidnet::inline AIDNET_ABI::detail
