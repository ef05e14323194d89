#pragma once

#include <string_view>

#include "aidnet/core/config.hpp"

// The tables of this folder as text, compiled in (src/cmake/AidnetEmbed.cmake).
namespace aidnet::inline AIDNET_ABI::datasets {

extern const std::string_view embedded_pairings;

}  // namespace aidnet::inline AIDNET_ABI::datasets
