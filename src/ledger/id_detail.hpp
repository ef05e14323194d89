#pragma once

#include <string>
#include <string_view>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// What keeps a text from being an id (an NFC text without control characters or outer spaces);
/// "" where nothing does.
[[nodiscard]] std::string fault_of_id(std::string_view text);

/// Whether a text with c right after `before` is surely not in normal form C.
[[nodiscard]] bool breaks_nfc(char32_t before, char32_t c);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
