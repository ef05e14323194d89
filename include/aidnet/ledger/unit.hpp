#pragma once

#include <string_view>

#include "aidnet/core/config.hpp"

// What amounts are counted in: a currency by its ISO 4217 code, or a word of the open vocabulary
// [a-z0-9_]+ (person, person_time, item, m2, …). Amounts are whole numbers of 10^-decimals units.
namespace aidnet::inline AIDNET_ABI::ledger {

/// Whether it is the code of a currency, past or present (ISO 4217).
[[nodiscard]] bool is_currency(std::string_view unit) noexcept;

/// Whether it can be a unit at all: a currency, or a word of the open vocabulary.
[[nodiscard]] bool is_unit(std::string_view unit) noexcept;

/// How many decimals its amounts have: the exponent of ISO 4217 for money (2 for CNY, 0 for JPY),
/// 4 for what is measured (m2, km, t, …), 0 for what is counted, and 4 where no unit is stated.
[[nodiscard]] int decimals_of(std::string_view unit) noexcept;

}  // namespace aidnet::inline AIDNET_ABI::ledger
