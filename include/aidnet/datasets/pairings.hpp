#pragma once

#include <string_view>

#include "aidnet/core/config.hpp"

namespace aidnet::inline AIDNET_ABI::datasets {

/// Who was paired with whom under China's East–West assistance (from 2016 and from 2021) and the
/// North-East counterpart cooperation (from 2017), as UTF-8 CSV text compiled into the library.
///
/// Columns: programme (east-west, north-east), start (year of the round), donor and recipient with
/// English name, Chinese name (_zh) and GB/T 2260 code (_gb2260), evidence (A: stated in a
/// published source that was seen, B: in a weaker source). Facts, compiled for aidnet: CC BY 4.0.
/// Not complete: pairings without such evidence are left out.
[[nodiscard]] std::string_view pairings_csv() noexcept;

}  // namespace aidnet::inline AIDNET_ABI::datasets
