#pragma once

#include <vector>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// One value a node, scaled to sum to 1. Throws ValidationError, naming `who` and `option`, if
/// there are not n values, one is negative or infinite, or none is positive.
[[nodiscard]] std::vector<double> shares_of(const char* who, const char* option,
                                            const std::vector<double>& given, std::size_t n);

}  // namespace aidnet::inline AIDNET_ABI::detail
