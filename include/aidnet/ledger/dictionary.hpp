#pragma once

#include <string_view>

#include "aidnet/ledger/columns.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// What a table holds, in a sentence: the data dictionary, from which datapackage.json, the Python
/// documentation and the pages about the ledger take it.
[[nodiscard]] std::string_view description_of(TableId table) noexcept;

/// What a column of a table means; "" for a column that the ledger does not know.
[[nodiscard]] std::string_view description_of(TableId table, std::string_view column) noexcept;

}  // namespace aidnet::inline AIDNET_ABI::ledger
