#include "selection_detail.hpp"

#include <array>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"
#include "period_detail.hpp"
#include "places_detail.hpp"

// Rule 1: the filters, the first that applies being the flow's fate.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

template <class Enum>
std::vector<bool> mask_of(const std::vector<Enum>& chosen, bool if_none) {
  std::vector<bool> mask(Names<Enum>::values.size(), chosen.empty() && if_none);
  for (const Enum value : chosen) mask[static_cast<std::size_t>(value)] = true;
  return mask;
}

/// Which rows are chosen; empty where nothing is, so that all are.
std::vector<std::uint8_t> rows_of(const std::vector<index_t>& chosen, std::size_t count,
                                  const char* what) {
  std::vector<std::uint8_t> mask(chosen.empty() ? 0 : count, 0);
  for (const index_t row : chosen) {
    if (row < 0 || at(row) >= count)
      throw ValidationError(
          text("network: ", what, " ", row, " is no row of the table, which has ", count));
    mask[at(row)] = 1;
  }
  return mask;
}

/// The chosen programmes and those below them.
std::vector<std::uint8_t> programmes_of(const Selection& s) {
  const Programmes& table = s.ledger.programmes();
  std::vector<std::uint8_t> mask = rows_of(s.options.programme, table.size(), "programme");
  if (!mask.empty())
    for (const index_t row :
         parents_first(table.parent, table.programme, "parents of programmes", s.control))
      if (const index_t parent = table.parent[at(row)]; parent != no_index)
        mask[at(row)] |= mask[at(parent)];
  return mask;
}

constexpr bool is_aid(Resource resource) {
  return resource != Resource::repayment && resource != Resource::interest &&
         resource != Resource::purchase;
}

bool chosen(const std::vector<std::uint8_t>& mask, index_t row) {
  return mask.empty() || (row != no_index && mask[at(row)] != 0);
}

bool either(const std::vector<std::uint8_t>& mask, index_t a, index_t b) {
  return mask.empty() || mask[at(a)] != 0 || mask[at(b)] != 0;
}

std::vector<bool> admitted_statuses(const NetworkOptions& options) {
  return mask_of(options.status, true);
}

std::vector<bool> admitted_resources(const NetworkOptions& options) {
  std::vector<bool> mask = mask_of(options.resource, true);
  if (options.resource.empty())
    for (std::size_t k = 0; k < mask.size(); ++k) mask[k] = is_aid(static_cast<Resource>(k));
  return mask;
}

}  // namespace

Selection::Selection(const Ledger& from, const NetworkOptions& with, const Control& under)
    : ledger(from),
      options(with),
      control(under),
      flows(from.flows()),
      tolerance{with.about, with.nearly},
      fate(from.flows().size(), Fate::used) {
  if (any_link(flows.part_of)) {
    order = parents_first(flows.part_of, flows.flow, "part_of of flows", control);
    counts.assign(flows.size(), 1);
  }
  has_same = any_link(flows.same_as);
  if (has_same || any_link(flows.fulfils)) chain = connected(flows.fulfils, flows.same_as);
}

void filter(Selection& s) {
  const Flows& flows = s.flows;
  const std::vector<bool> resources = admitted_resources(s.options);
  const std::vector<bool> statuses = admitted_statuses(s.options);
  const bool any_unit = !s.options.unit;
  const index_t unit = any_unit ? no_index : flows.unit.code_of(*s.options.unit);
  const bool no_such_unit = !any_unit && !s.options.unit->empty() && unit == no_index;
  const std::vector<std::uint8_t> programmes = programmes_of(s);
  const std::vector<std::uint8_t> sources =
      rows_of(s.options.source, s.ledger.sources().size(), "source");
  const std::vector<std::uint8_t> there = parties_in_places(
      s.ledger, rows_of(s.options.place, s.ledger.places().size(), "place"), s.control);
  const std::vector<std::uint8_t> on_side = parties_on_sides(s.ledger, s.options.side, s.control);
  const Period period(s.options);

  Poller poll(s.control);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    poll();
    const Resource resource = flows.resource[i];
    Fate& fate = s.fate[i];
    const bool sourced = chosen(sources, flows.source[i]);
    const Interval own = period.asked() ? interval_of(flows, i) : Interval{};
    const bool undated = period.asked() && !own.dated();
    // What another place, programme or time leaves out is still a share of its total. What another
    // source says is not, nor what nobody can place in time: the total must not vanish with it.
    if (!s.counts.empty())
      s.counts[i] = resources[static_cast<std::size_t>(resource)] &&
                    statuses[static_cast<std::size_t>(flows.status[i])] && sourced && !undated;
    if (!resources[static_cast<std::size_t>(resource)])
      fate = is_aid(resource) ? Fate::other_resource : Fate::not_aid;
    else if (no_such_unit || (!any_unit && flows.unit.codes()[i] != unit))
      fate = Fate::other_unit;
    else if (!statuses[static_cast<std::size_t>(flows.status[i])])
      fate = Fate::other_status;
    else if (!chosen(programmes, flows.programme[i]))
      fate = Fate::other_programme;
    else if (!sourced)
      fate = Fate::other_source;
    else if (!either(there, flows.donor[i], flows.recipient[i]) ||
             !either(on_side, flows.donor[i], flows.recipient[i]))
      fate = Fate::elsewhere;
    else if (undated)
      fate = Fate::undated;
    else if (period.asked() && !own.overlaps(period.interval()))
      fate = Fate::out_of_period;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
