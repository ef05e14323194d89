#pragma once

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI {

/// Whose definition of trophic levels.
enum class TrophicMethod {
  mackay,  ///< MacKay, Johnson and Sansom (2020): for any network, the lowest at 0
  levine,  ///< Levine (1980): above the average of those received from, those without any at 1
};

}  // namespace aidnet::inline AIDNET_ABI
