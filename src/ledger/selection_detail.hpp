#pragma once

#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/ledger/bounds.hpp"
#include "aidnet/ledger/ledger.hpp"
#include "aidnet/ledger/network_description.hpp"
#include "aidnet/ledger/network_options.hpp"
#include "hierarchy_detail.hpp"
#include "int128_detail.hpp"

// Which flows serve: rules 1 to 6 of docs/ledger.md, each in a file of its own and each leaving a
// fate on what it takes out.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// How much chains fall short of an earlier status, by unit code + 1.
struct Unexecuted {
  std::int64_t chains = 0;
  int128 sum = 0;
};

struct Selection {
  const Ledger& ledger;
  const NetworkOptions& options;
  const Control& control;
  const Flows& flows;
  Tolerance tolerance;

  std::vector<Fate> fate;  ///< `used` as long as nothing took the flow out

  // Along part_of, in any unit. Empty where no flow is part of another.
  std::vector<index_t> order;  ///< all flows, totals before their parts
  Pointers parts;

  std::vector<std::uint8_t> cancelled;  ///< in the whole ledger; empty where nothing is
  std::vector<index_t> chain;           ///< a row that stands for the flow's chain; empty without
  bool has_same = false;
  bool aggregates_out = false;

  // What is left of a total, where that is what is used.
  std::vector<index_t> remainder_at;  ///< where in `remainders`; empty without totals
  std::vector<Bounds> remainders;

  std::vector<Unexecuted> unexecuted;
  std::int64_t totals_exceeded = 0;

  Selection(const Ledger& ledger, const NetworkOptions& options, const Control& control);

  /// Whether amounts are added, so that a flow in another unit is another thing.
  [[nodiscard]] bool adds() const noexcept { return options.weight == Weight::sum; }
  /// The total that the flow is an arithmetic part of: one of the same unit, where amounts are
  /// added.
  [[nodiscard]] index_t total_of(index_t row) const noexcept {
    const index_t total = flows.part_of[at(row)];
    if (total == no_index || !adds()) return total;
    const std::vector<index_t>& units = flows.unit.codes();
    return units[at(row)] == units[at(total)] ? total : no_index;
  }
  [[nodiscard]] BoundsRead amount_of(index_t row) const noexcept {
    const std::size_t i = at(row);
    return bounds_of(flows.value[i], flows.lower[i], flows.upper[i], flows.qualifier[i], tolerance);
  }
  [[nodiscard]] bool has_amount(index_t row) const noexcept {
    const std::size_t i = at(row);
    return flows.value[i] != no_number || flows.lower[i] != no_number ||
           flows.upper[i] != no_number;
  }
  /// The flow that the other reports of the same help point at.
  [[nodiscard]] index_t canonical(index_t row) const noexcept {
    const index_t same = flows.same_as[at(row)];
    return same == no_index ? row : same;
  }
  [[nodiscard]] bool is_cancelled(index_t row) const noexcept {
    return !cancelled.empty() && cancelled[at(row)] != 0;
  }
};

/// Which statuses and which resources the options ask for.
[[nodiscard]] std::vector<bool> admitted_statuses(const NetworkOptions& options);
[[nodiscard]] std::vector<bool> admitted_resources(const NetworkOptions& options);

void filter(Selection& s);              // rule 1
void drop_cancelled(Selection& s);      // rule 2
void drop_other_reports(Selection& s);  // rule 3
void drop_superseded(Selection& s);     // rule 4
void drop_aggregates(Selection& s);     // rule 6, which goes before 5
void settle_totals(Selection& s);       // rule 5

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
