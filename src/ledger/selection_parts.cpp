#include "selection_parts_detail.hpp"

#include <algorithm>
#include <limits>

#include "period_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

bool leaves(std::int64_t total, int128 parts) {
  return total > 0 ? 0 <= parts && parts < total : 0 >= parts && parts > total;
}

Bounds rest_of(const Bounds& total, const PartSum& parts) {
  constexpr int128 most = std::numeric_limits<std::int64_t>::max();
  const auto fit = [&](int128 bound) {
    return static_cast<std::int64_t>(std::clamp(bound, -most, most));
  };
  Bounds rest{fit(total.value - parts.value), 0, no_number};
  const int128 lower = parts.lower + parts.here_lower, upper = parts.upper + parts.here_upper;
  if (total.value < 0) {
    rest.lower = parts.unbounded ? total.lower : fit(std::min<int128>(0, total.lower - upper));
    rest.upper =
        total.unbounded() || parts.unbounded ? 0 : fit(std::min<int128>(0, total.upper - lower));
    return rest;
  }
  if (!parts.unbounded)
    rest.lower = fit(std::max<int128>(0, total.lower - parts.upper - parts.here_lower));
  if (!total.unbounded()) {
    const int128 bound = std::max<int128>(0, total.upper - parts.lower) - parts.here_upper;
    if (bound <= most) rest.upper = fit(bound);
  }
  return rest;
}

SameEdge::SameEdge(const Selection& s, const Ends& ends)
    : s_(s),
      ends_(ends),
      never_(Period(s.options).spreads()),
      by_direction_(s.options.orientation == Orientation::movement) {
  if (s.options.groups == JointGifts::group) return;
  splits_.assign(s.ledger.parties().size(), 0);
  for (const index_t group : s.ledger.groups().group) splits_[at(group)] = 1;
}

bool SameEdge::operator()(index_t row, index_t total) const {
  const Flows& f = s_.flows;
  const std::size_t a = at(row), b = at(total);
  const auto same = [&](const std::vector<index_t>& party, const Rollup& rollup) {
    return rollup.of(party[a], f.programme[a]).code == rollup.of(party[b], f.programme[b]).code &&
           (splits_.empty() || (splits_[at(party[a])] == 0 && splits_[at(party[b])] == 0));
  };
  return !never_ && same(f.donor, ends_.donor) && same(f.recipient, ends_.recipient) &&
         (!by_direction_ || f.direction[a] == f.direction[b]);
}

Parts::Parts(const Selection& s, const Ends& ends)
    : s_(s), same_edge_(s, ends), sum_at_(s.flows.size(), no_index) {
  if (s.has_same) report_.resize(s.flows.size(), {no_index, no_index});
  if (!s.chain.empty()) status_.resize(s.flows.size(), {no_index, 0});
  Poller poll(s.control);
  for (std::size_t k = s.order.size(); k-- > 0;) {  // parts before their totals
    poll(1 + static_cast<std::int64_t>(s.parts.to(s.order[k]).size()));
    add_up(s.order[k]);
  }
}

void Parts::add_up(index_t total) {
  const auto parts = s_.parts.to(total);
  if (parts.empty()) return;
  for (const index_t row : parts)
    if (counts(row)) stand_for(row, total);
  if (!status_.empty())
    for (const index_t row : parts)
      if (counts(row) && stands(row)) advance(row, total);
  PartSum sum;
  bool any = false;
  for (const index_t row : parts) {
    if (!counts(row)) continue;
    any = true;
    if (stands(row) && latest(row)) add(sum, row, total);
  }
  if (!any) return;
  sum_at_[at(total)] = static_cast<index_t>(sums_.size());
  sums_.push_back(sum);
}

void Parts::add(PartSum& sum, index_t row, index_t total) const {
  const PartSum* own = of(row);
  const bool here = serves(row) && same_edge_(row, total);
  const BoundsRead read = s_.amount_of(row);
  if (read.missing && here) {
    // However much it is: what its own parts do not take elsewhere is here.
    if (own != nullptr) sum.add_of_here(*own);
  } else if (read.missing) {
    if (own != nullptr) sum.add(*own);
    sum.unbounded = true;
  } else if (!here || read.bounds.unbounded() || read.bounds.value < 0) {
    sum.add(read.bounds);
  } else if (own == nullptr) {
    sum.add_here(read.bounds);
  } else {
    add_divided(sum, read.bounds, *own);
  }
}

/// A part on the total's own edge that has parts itself: these stand in for it, with what they
/// leave of it.
void Parts::add_divided(PartSum& sum, const Bounds& part, const PartSum& own) {
  Bounds rest{0, 0, 0};
  if (leaves(part.value, own.value))
    rest = rest_of(part, own);
  else if (own.value != part.value)
    rest.upper = no_number;  // they contradict it
  if (rest.unbounded()) return sum.add(part);
  sum.value += part.value;
  sum.here_lower += own.here_lower + rest.lower;
  sum.here_upper += own.here_upper + rest.upper;
  sum.lower += own.lower;
  // Whatever its parts elsewhere may be: together with those here they are no more than itself.
  const int128 most = std::max(own.lower, part.upper - own.here_lower);
  sum.upper += own.unbounded ? most : std::min(own.upper, most);
}

void Parts::stand_for(index_t row, index_t total) {
  if (report_.empty()) return;
  auto& [of, best] = report_[at(s_.canonical(row))];
  const auto rank = [&](index_t r) {
    return 4 * (serves(r) ? 1 : 0) + 2 * (s_.has_amount(r) ? 1 : 0) +
           (s_.canonical(r) == r ? 1 : 0);
  };
  if (of != total || rank(row) > rank(best)) best = row;
  of = total;
}

void Parts::advance(index_t row, index_t total) {
  auto& [of, top] = status_[at(s_.chain[at(row)])];
  top = of == total ? std::max(top, rank(row)) : rank(row);
  of = total;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
