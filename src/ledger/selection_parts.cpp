#include "selection_parts_detail.hpp"

#include <algorithm>

#include "period_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

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
  if (!read.missing) {
    here&& own == nullptr && !read.bounds.unbounded() ? sum.add_here(read.bounds)
                                                      : sum.add(read.bounds);
  } else if (here) {
    // However much it is: what its own parts do not take elsewhere is here.
    if (own != nullptr) sum.add_of_here(*own);
  } else {
    if (own != nullptr) sum.add(*own);
    sum.unbounded = true;
  }
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
