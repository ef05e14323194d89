#include "validate_detail.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/unit.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

/// Tells of each cycle of `next` once, at the lowest of its rows.
void check_acyclic(const std::vector<index_t>& next, const Keys& ids, std::string_view column,
                   const TableInput& input) {
  constexpr index_t unseen = -1;
  const auto after = [&](std::size_t row) { return static_cast<std::size_t>(next[row]); };
  std::vector<index_t> walk(next.size(), unseen);  // which walk came by first
  for (std::size_t start = 0; start < next.size(); ++start) {
    std::size_t at = start;
    const auto own = static_cast<index_t>(start);
    while (walk[at] == unseen) {
      walk[at] = own;
      if (next[at] == no_index) break;
      at = after(at);
    }
    if (walk[at] != own || next[at] == no_index) continue;
    std::size_t lowest = at, length = 1;  // the walk may have come from outside the circle
    for (std::size_t row = after(at); row != at; row = after(row), ++length)
      lowest = std::min(lowest, row);
    constexpr std::size_t most = 5;
    std::string names(ids[lowest]);
    std::size_t row = after(lowest);
    for (std::size_t k = 1; k <= std::min(length, most); ++k, row = after(row))
      names.append(", ").append(ids[row]);
    if (length > most) names += text(", … (", length, " flows)");
    input.report(lowest, column, ids[after(lowest)],
                 text("the links go round in a circle (", names, "); they must lead to an end"));
  }
}

}  // namespace

void check_bounds(const Flows& flows, std::size_t first, const TableInput& input) {
  const auto above = [](std::int64_t a, std::int64_t b) {
    return a != no_number && b != no_number && a > b;
  };
  for (std::size_t row = first; row < flows.size(); ++row) {
    const std::int64_t value = flows.value[row], lower = flows.lower[row], upper = flows.upper[row];
    if (!above(lower, value) && !above(value, upper) && !above(lower, upper)) continue;
    const auto shown = [&](std::int64_t amount) {
      return amount == no_number ? std::string("none")
                                 : Decimal(amount, decimals_of(flows.unit[row])).to_string();
    };
    if (value == no_number)
      input.report(row - first, "lower", shown(lower),
                   text("must not be above upper, ", shown(upper)));
    else
      input.report(
          row - first, "value", shown(value),
          text("must lie between lower (", shown(lower), ") and upper (", shown(upper), ")"));
  }
}

void check_dates(const Dates& from, std::string_view from_name, const Dates& to,
                 std::string_view to_name, std::size_t first, const TableInput& input) {
  for (std::size_t row = first; row < from.size(); ++row)
    if (!from[row].blank() && !to[row].blank() && from[row].first_day() > to[row].last_day())
      input.report(row - first, to_name, to[row].to_string(),
                   text("is before ", from_name, ", ", from[row].to_string()));
}

void check_links(const Flows& flows, const TableInput& input) {
  for (std::size_t row = 0; row < flows.same_as.size(); ++row) {
    if (flows.same_as[row] == no_index) continue;
    const auto canonical = static_cast<std::size_t>(flows.same_as[row]);
    const index_t further = flows.same_as[canonical];
    if (canonical == row)
      input.report(row, "same_as", flows.flow[row], "a flow is not linked to itself");
    else if (further != no_index)
      input.report(row, "same_as", flows.flow[canonical],
                   text("must be the flow that all others point at; that one is the same as ",
                        flows.flow[static_cast<std::size_t>(further)]));
  }
  check_acyclic(flows.part_of, flows.flow, "part_of", input);
  check_acyclic(flows.fulfils, flows.flow, "fulfils", input);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
