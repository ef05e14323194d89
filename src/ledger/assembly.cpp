#include "assembly_detail.hpp"

#include <algorithm>
#include <limits>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/unit.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

using aidnet::detail::text;

Assembly::Assembly(Selection& selection, const Ends& ends)
    : s_(selection),
      ends_(ends),
      allocation_(s_.ledger, s_.options, s_.control),
      period_(s_.options),
      nodes_(ends.codes),
      units_(s_.flows.unit.words().size() + 1) {}

/// Shares of joint gifts are as many as donors times recipients: what would not end in good time or
/// memory is told before it begins.
void Assembly::require_countable_shares() {
  if (!allocation_.replaces()) return;
  constexpr std::int64_t most = std::int64_t{1} << 26;
  int128 shares = 0;
  Poller poll(s_.control);
  for (std::size_t i = 0; i < s_.flows.size(); ++i) {
    poll(4);
    const index_t donor = s_.flows.donor[i], recipient = s_.flows.recipient[i];
    if (!is_used(s_.fate[i]) || (!allocation_.splits(donor) && !allocation_.splits(recipient)))
      continue;
    const Interval time = interval_of(s_.flows, i);
    shares += static_cast<int128>(allocation_.count(donor, Role::donor, time)) *
              allocation_.count(recipient, Role::recipient, time);
  }
  if (shares > most)
    throw SizeError(
        text("network: joint gifts would make ", clamped_to_64_bits(shares),
             " shares of members, which take ",
             clamped_to_64_bits(shares * static_cast<int128>(sizeof(Arc) + sizeof(EdgeFlow))),
             " bytes; the limit is ", most,
             " shares. Keep the groups as nodes (groups=group) or choose fewer flows"));
}

void Assembly::take_all() {
  require_countable_shares();
  arcs_.reserve(static_cast<std::size_t>(std::count_if(s_.fate.begin(), s_.fate.end(), is_used)));
  Poller poll(s_.control);
  for (std::size_t i = 0; i < s_.flows.size(); ++i) {
    poll(4);
    if (is_used(s_.fate[i])) take(static_cast<index_t>(i));
  }
  if (arcs_.size() > at(std::numeric_limits<index_t>::max()))
    throw SizeError(text("network: ", arcs_.size(),
                         " shares of flows are more than the index type of this build can count; "
                         "build aidnet with AIDNET_INDEX_64"));
}

void Assembly::take(index_t row) {
  const std::size_t i = at(row);
  const Entering flow = read(row);
  const std::int64_t split = allocation_.split, unsplit = allocation_.unsplit;
  pairs_.clear();
  dropped_ = 0;
  dropped_sum_ = 0;
  if (allocation_.splits(s_.flows.donor[i]) || allocation_.splits(s_.flows.recipient[i]))
    pair_up(flow);
  else
    pair(s_.flows.donor[i], s_.flows.recipient[i], s_.flows.programme[i], flow.bounds);
  const bool bare = flow.lacks_amount() && s_.options.missing == Missing::drop;
  if (!pairs_.empty() && !bare) return add_arcs(flow);
  s_.fate[i] = pairs_.empty() ? Fate::above_level : Fate::without_amount;
  allocation_.split = split;
  allocation_.unsplit = unsplit;
}

Assembly::Entering Assembly::read(index_t row) const {
  const std::size_t i = at(row);
  Entering flow{
      row,
      s_.amount_of(row),
      {},
      s_.fate[i] == Fate::used_remainder,
      s_.options.orientation == Orientation::movement && s_.flows.direction[i] == Direction::both};
  if (!s_.adds()) {
    flow.bounds = {1, 1, 1};
  } else if (flow.lacks_amount()) {
    flow.bounds.upper = s_.options.missing == Missing::unbounded ? no_number : 0;
  } else {
    flow.bounds = flow.remainder ? s_.remainders[at(s_.remainder_at[i])] : flow.read.bounds;
    if (period_.spreads()) flow.bounds = period_.share(flow.bounds, s_.flows, i);
  }
  return flow;
}

void Assembly::pair_up(const Entering& flow) {
  const std::size_t i = at(flow.row);
  const Interval time = interval_of(s_.flows, i);
  donors_.clear();
  allocation_.expand(s_.flows.donor[i], Role::donor, time, flow.bounds, donors_);
  for (std::size_t d = 0; d < donors_.size(); ++d) {
    const std::int64_t split = allocation_.split, unsplit = allocation_.unsplit;
    recipients_.clear();
    allocation_.expand(s_.flows.recipient[i], Role::recipient, time, donors_[d].bounds,
                       recipients_);
    if (d > 0) allocation_.split = split, allocation_.unsplit = unsplit;  // the same end again
    for (const Allocation::Share& share : recipients_)
      pair(donors_[d].party, share.party, s_.flows.programme[i],
           s_.adds() ? share.bounds : flow.bounds);
  }
}

void Assembly::pair(index_t donor, index_t recipient, index_t programme, const Bounds& bounds) {
  const Rollup::Node from = ends_.donor.of(donor, programme),
                     to = ends_.recipient.of(recipient, programme);
  if (s_.options.above == Above::drop && (from.mark != Mark::none || to.mark != Mark::none)) {
    ++dropped_;
    dropped_sum_ += bounds.value;
  } else {
    pairs_.push_back({from, to, bounds});
  }
}

void Assembly::add_arcs(const Entering& flow) {
  const std::size_t i = at(flow.row);
  const bool turned = s_.options.orientation == Orientation::movement &&
                      s_.flows.direction[i] == Direction::reverse;
  bool internal = false;
  for (const Pair& p : pairs_) {
    const index_t donor = nodes_.number(p.donor), recipient = nodes_.number(p.recipient);
    const EdgeFlow part{flow.row,       flow.lacks_amount(), flow.remainder,
                        p.bounds.value, p.bounds.lower,      p.bounds.upper};
    internal |= donor == recipient;
    if (!turned) arcs_.push_back({donor, recipient, part});
    if (turned || flow.both) arcs_.push_back({recipient, donor, part});
  }
  note(flow, internal);
}

void Assembly::note(const Entering& flow, bool internal) {
  const std::size_t i = at(flow.row);
  NetworkDescription& c = counts_;
  c.missing += flow.read.missing;
  c.midpoints += flow.read.midpoint;
  c.about_as_exact += flow.read.about_as_exact;
  c.unbounded += flow.bounds.unbounded();
  c.internal += internal;
  c.both_directions += flow.both;
  c.negative += flow.bounds.value < 0;
  c.remainders += flow.remainder;
  if (period_.asked() && !period_.spreads())
    c.beyond_period += !interval_of(s_.flows, i).within(period_.interval());
  c.shares_dropped += dropped_;
  all_dropped_sum_ += s_.adds() ? dropped_sum_ : 0;
  const int128 value = flow.bounds.value - dropped_sum_;
  if (flow.remainder) remainder_sum_ += value;
  for (const index_t party : {s_.flows.donor[i], s_.flows.recipient[i]})
    c.groups_kept += allocation_.keeps(party);
  const auto unit = static_cast<std::size_t>(s_.flows.unit.codes()[i] + 1);
  if (unit == 0 && flow.read.missing) return;
  ++units_[unit].flows;
  units_[unit].sum += value;
}

void Assembly::add_isolated() {
  const NetworkOptions& options = s_.options;
  const Level levels[] = {options.donor_level, options.recipient_level};
  const Rollup* rollups[] = {&ends_.donor, &ends_.recipient};
  const auto add = [&](index_t party) {
    for (std::size_t k = 0; k < 2; ++k) {
      // A party belongs to no programme: it is added by the other level.
      if (levels[k] == Level::programme && levels[1 - k] != Level::programme) continue;
      const Rollup::Node node = rollups[k]->of(party, no_index);
      if (options.above == Above::keep || node.mark == Mark::none) nodes_.number(node);
    }
  };
  if (options.nodes == Nodes::given)
    for (const index_t party : options.given_parties) add(party);
  if (options.nodes == Nodes::all)
    for (std::size_t i = 0; i < s_.ledger.parties().size(); ++i)
      if (!allocation_.splits(static_cast<index_t>(i))) add(static_cast<index_t>(i));
}

void Assembly::settle_unit(NetworkAccess::Data& data) const {
  if (!s_.adds()) return;
  const auto unit_of = [&](std::size_t k) {
    return k == 0 ? std::string_view() : s_.flows.unit.words()[k - 1];
  };
  std::size_t units = 0;
  std::string list;
  for (std::size_t k = 0; k < units_.size(); ++k) {
    if (units_[k].flows == 0) continue;
    data.unit = unit_of(k);
    list += text(
        units++ == 0 ? "" : "; ", k == 0 ? "none stated" : unit_of(k), ": ", units_[k].flows,
        units_[k].flows == 1 ? " flow, " : " flows, ",
        fits_64(units_[k].sum)
            ? Decimal(static_cast<std::int64_t>(units_[k].sum), decimals_of(unit_of(k))).to_string()
            : std::string("more than 64 bits"));
  }
  if (units > 1)
    throw ValidationError(
        text("network: amounts in several units are never added up; choose one with unit=, or "
             "another weight than sum. There are ",
             list));
  data.decimals = decimals_of(data.unit);
}

void Assembly::describe(NetworkDescription& description) const {
  description = counts_;
  description.groups_split = allocation_.split;
  description.groups_unsplit = allocation_.unsplit;
  description.totals_exceeded = s_.totals_exceeded;
  description.remainder_sum = clamped_to_64_bits(remainder_sum_);
  description.dropped_sum = clamped_to_64_bits(all_dropped_sum_);
  int128 sum = 0;
  for (std::size_t k = 0; k < s_.unexecuted.size(); ++k) {
    if (s_.adds() && units_[k].flows == 0) continue;
    description.unexecuted += s_.unexecuted[k].chains;
    if (s_.adds()) sum += s_.unexecuted[k].sum;
  }
  description.unexecuted_sum = clamped_to_64_bits(sum);
  description.unmeasured = s_.unmeasured;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
