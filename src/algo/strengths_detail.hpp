#pragma once

#include <vector>

#include "aidnet/core/graph.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The sum of each row of a CSR, compensated. Throws ValidationError if a sum overflows.
[[nodiscard]] std::vector<double> row_sums(const Csr& csr);

}  // namespace aidnet::inline AIDNET_ABI::detail
