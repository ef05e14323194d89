#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/ledger/bounds.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// Where a flow of the ledger went: the first of these that applies.
enum class Fate : std::uint8_t {
  used,
  used_remainder,     ///< a total, of which the part that its parts leave is used
  other_resource,     ///< a resource that was not asked for
  not_aid,            ///< repayment, interest or purchase, and not named
  other_unit,         ///< another unit than asked for, or none
  other_status,       ///< a status that was not asked for
  other_programme,    ///< none of the programmes asked for
  other_source,       ///< none of the sources asked for
  elsewhere,          ///< neither end in the places or on the sides asked for
  out_of_period,      ///< outside the period asked for
  undated,            ///< no date, and a period is asked for
  cancelled,          ///< it, a linked flow or a total above it is cancelled
  same_as,            ///< another report of the same help is used
  superseded,         ///< a linked flow of a more advanced status is used
  aggregate,          ///< sums up flows that the network may contain
  replaced_by_parts,  ///< a total whose parts account for all of it
  within_total,       ///< a part of a total that is used
  above_level,        ///< an end has no node at the level asked for
  without_amount,     ///< nothing says how much
};
template <>
struct Names<Fate> {
  static constexpr const char* what = "fate";
  static constexpr std::array<std::string_view, 19> values{
      "used",         "used_remainder", "other_resource",  "not_aid",
      "other_unit",   "other_status",   "other_programme", "other_source",
      "elsewhere",    "out_of_period",  "undated",         "cancelled",
      "same_as",      "superseded",     "aggregate",       "replaced_by_parts",
      "within_total", "above_level",    "without_amount"};
};
inline constexpr std::size_t fate_count = Names<Fate>::values.size();
static_assert(static_cast<std::size_t>(Fate::without_amount) + 1 == fate_count);

/// What a network is made of, in counts of flows unless said otherwise. Amounts are in whole units,
/// as in LedgerNetwork; `unexecuted_sum`, `remainder_sum` and `dropped_sum` stop at ±(2^63 − 1),
/// where they are more.
struct NetworkDescription {
  std::int64_t flows = 0;  ///< in the ledger
  std::int64_t used = 0;   ///< in the network, remainders of totals included
  std::array<std::int64_t, fate_count> fates{};

  // Of the flows that are used.
  std::array<std::int64_t, Names<Status>::values.size()> statuses{};       ///< by Status
  std::array<std::int64_t, Names<Qualifier>::values.size()> qualifiers{};  ///< by Qualifier
  std::array<std::int64_t, Names<Resource>::values.size()> resources{};    ///< by Resource
  struct UnitCount {
    std::string unit;  ///< "" where none is stated
    std::int64_t flows = 0;
  };
  std::vector<UnitCount> units;

  std::int64_t missing = 0;          ///< without any amount
  std::int64_t midpoints = 0;        ///< valued at the middle of their bounds
  std::int64_t about_as_exact = 0;   ///< "about", and no tolerance was given
  std::int64_t unbounded = 0;        ///< without an upper bound
  std::int64_t internal = 0;         ///< from a node to itself
  std::int64_t both_directions = 0;  ///< counted both ways without an amount (movement only)
  std::int64_t beyond_period = 0;    ///< counted whole though they reach beyond the period
  std::int64_t negative = 0;         ///< with an amount below zero

  std::int64_t unexecuted = 0;      ///< chains that fall short of an earlier status; not added
  std::int64_t unmeasured = 0;      ///< chains whose most advanced status states no amount
  std::int64_t unexecuted_sum = 0;  ///< by how much, in the unit of the network
  std::int64_t remainders = 0;      ///< totals that keep a remainder
  std::int64_t remainder_sum = 0;
  std::int64_t totals_exceeded = 0;  ///< totals whose parts add up to more

  std::int64_t groups_kept = 0;   ///< ends that are a group, which is the node as asked for
  std::int64_t groups_split = 0;  ///< groups replaced by members, at an end or inside another group
  std::int64_t groups_unsplit = 0;  ///< groups whose members could not be told, so that they stay
  std::int64_t shares_dropped = 0;  ///< members' shares without a node at the level
  std::int64_t dropped_sum = 0;     ///< what these shares add up to
  std::int64_t nodes_above_level = 0;    ///< nodes
  std::int64_t nodes_without_place = 0;  ///< nodes

  Bounds total;  ///< of the network; what is between a node and itself included
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
