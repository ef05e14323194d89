#pragma once

#include <string>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/ledger/ledger.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

// Where parties are. All of these throw ValidationError that names the members where the parents
// (or successors) go round in a circle, and are O(parties + places).

/// The place of each party: its own, or that of the next party above it that has one.
[[nodiscard]] std::vector<index_t> places_of_parties(const Ledger& ledger, const Control& control);

/// Fills, for places without a value of their own (no_index), that of the next place above, or
/// else, where none above has one, that of what the place became (`successor`).
void inherit(std::vector<index_t>& value, const Places& places, const Control& control);

/// The code of each place's side (in `places.side`), inherited.
[[nodiscard]] std::vector<index_t> sides_of_places(const Ledger& ledger, const Control& control);

/// Which parties lie in one of the chosen places, below one, or in what later became one of these.
/// Empty where `chosen` is.
[[nodiscard]] std::vector<std::uint8_t> parties_in_places(const Ledger& ledger,
                                                          std::vector<std::uint8_t> chosen,
                                                          const Control& control);

/// Which parties are on one of the sides; empty where none is given.
[[nodiscard]] std::vector<std::uint8_t> parties_on_sides(const Ledger& ledger,
                                                         const std::vector<std::string>& sides,
                                                         const Control& control);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
