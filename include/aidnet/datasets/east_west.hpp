#pragma once

#include "aidnet/ledger/ledger.hpp"

namespace aidnet::inline AIDNET_ABI::datasets {

/// The ledger of China's East–West paired assistance (东西部协作) in vocational education: who
/// helps whom, with what and how much, coded line by line from five published Chinese texts, with
/// the parties, places, groups, programmes and names in both scripts, and the pairings of regions
/// by period. Compiled in; no path is needed.
///
/// Facts, compiled for aidnet: CC BY 4.0. Each flow points at its evidence by source, code points
/// and the figure as printed; no sentence of a source is stored. It says what the five texts state,
/// contradictions and damage included (`note`), and is no complete record of the cooperation. Its
/// data dictionary is `ledger::description_of`, its description and citation stand in
/// `package().descriptor`.
///
/// Read on the first call and shared by all later ones; safe from any thread.
[[nodiscard]] ledger::Ledger east_west();

}  // namespace aidnet::inline AIDNET_ABI::datasets
