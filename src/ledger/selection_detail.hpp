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

struct Ends;

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

  // Along part_of. Empty where no flow is part of another.
  std::vector<index_t> order;        ///< all flows, totals before their parts, in any unit
  std::vector<std::uint8_t> counts;  ///< whether the flow accounts for a share of its total
  std::vector<index_t> total;        ///< as total_of() tells; see link_totals
  Pointers parts;                    ///< the flows whose total that is

  /// A row that stands for all flows that `fulfils` and `same_as` link; empty without such links.
  std::vector<index_t> chain;
  bool has_same = false;
  bool aggregates_out = false;

  // What is left of a total, where that is what is used.
  std::vector<index_t> remainder_at;  ///< where in `remainders`; empty without totals
  std::vector<Bounds> remainders;

  std::vector<Unexecuted> unexecuted;
  /// Chains whose most advanced status lacks an amount, so that nobody knows what is unexecuted.
  std::int64_t unmeasured = 0;
  std::int64_t totals_exceeded = 0;

  Selection(const Ledger& ledger, const NetworkOptions& options, const Control& control);

  /// Whether amounts are added, so that a flow in another unit is another thing.
  [[nodiscard]] bool adds() const noexcept { return options.weight == Weight::sum; }
  /// The total that the flow is an arithmetic part of: the nearest one above it that counts, and
  /// that has its unit where amounts are added.
  [[nodiscard]] index_t total_of(index_t row) const noexcept {
    return total.empty() ? no_index : total[at(row)];
  }
  /// Where amounts are added, the flow's unit; else one slot for all. In [0, units + 1).
  [[nodiscard]] std::size_t slot(index_t row) const noexcept {
    return adds() ? static_cast<std::size_t>(flows.unit.codes()[at(row)] + 1) : 0;
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
};

void filter(Selection& s);          // rule 1
void drop_cancelled(Selection& s);  // rule 2
/// Finds each flow's total. A flow that does not count hands its place to its own parts, so that
/// they and the total above never enter together. Again whenever `counts` has changed.
void link_totals(Selection& s);
void drop_other_reports(Selection& s);               // rule 3
void drop_superseded(Selection& s);                  // rule 4
void drop_aggregates(Selection& s);                  // rule 6, which goes before 5
void settle_totals(Selection& s, const Ends& ends);  // rule 5

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
