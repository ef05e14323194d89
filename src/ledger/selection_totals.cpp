#include <algorithm>

#include "selection_parts_detail.hpp"

// Rules 5 and 6: a total and its parts never enter together, nor an aggregate and what it sums up.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

void replace_by_parts(Selection& s, const Parts& parts) {
  s.remainder_at.assign(s.flows.size(), no_index);
  for (std::size_t i = 0; i < s.flows.size(); ++i) {
    const auto row = static_cast<index_t>(i);
    const PartSum* sum = s.fate[i] == Fate::used ? parts.of(row) : nullptr;
    if (sum == nullptr) continue;
    const BoundsRead read = s.amount_of(row);
    if (!read.missing && leaves(read.bounds.value, sum->value)) {
      s.fate[i] = Fate::used_remainder;
      s.remainder_at[i] = static_cast<index_t>(s.remainders.size());
      s.remainders.push_back(rest_of(read.bounds, *sum));
    } else {
      s.fate[i] = Fate::replaced_by_parts;
      if (!read.missing && sum->value != read.bounds.value) ++s.totals_exceeded;
    }
  }
}

/// Which flows are within a total that is used: its parts, what is linked to them by `fulfils` or
/// `same_as` (a disbursement for a part of a plan), and so on downwards.
class Within {
 public:
  explicit Within(const Selection& s)
      : s_(s),
        chains_(s.chain, s.chain.empty() ? 0 : s.flows.size()),
        rows_(s.flows.size(), unseen),
        opened_(s.chain.size(), unseen) {}

  [[nodiscard]] bool operator()(index_t row) const { return rows_[at(row)] != unseen; }

  /// The total's own chain stays outside, unless another total reaches it. So what is below is
  /// looked at again by others where it leads to that chain; otherwise by nobody.
  void mark_below(index_t total, Poller& poll) {
    const index_t own = s_.chain.empty() ? 0 : s_.chain[at(total)];
    bool stopped = false;
    const auto visit = [&](index_t row) {
      if (row != total && first_time(rows_[at(row)], own)) seen_rows_.push_back(row);
    };
    seen_rows_.clear();
    seen_chains_.clear();
    for (const index_t part : s_.parts.to(total)) visit(part);
    for (std::size_t k = 0; k < seen_rows_.size(); ++k) {
      poll();
      const index_t row = seen_rows_[k];
      for (const index_t part : s_.parts.to(row)) visit(part);
      if (s_.chain.empty()) continue;
      const index_t chain = s_.chain[at(row)];
      if (chain == own)
        stopped = true;
      else if (first_time(opened_[at(chain)], own)) {
        seen_chains_.push_back(chain);
        for (const index_t linked : chains_.to(chain)) visit(linked);
      }
    }
    if (stopped) return;
    for (const index_t row : seen_rows_) rows_[at(row)] = settled;
    for (const index_t chain : seen_chains_) opened_[at(chain)] = settled;
  }

 private:
  // Or the chain of a total from which it was seen, which stopped there.
  static constexpr index_t unseen = -1;
  static constexpr index_t settled = -2;

  static bool first_time(index_t& seen, index_t own) {
    if (seen == settled || seen == own) return false;
    seen = own;
    return true;
  }

  const Selection& s_;
  Pointers chains_;
  std::vector<index_t> rows_, opened_;
  std::vector<index_t> seen_rows_, seen_chains_;  // from this total
};

/// Keeps totals; one without an amount gives way to its parts (`parts` is null where flows are
/// counted, so that amounts are of no account).
void keep_totals(Selection& s, const Parts* parts) {
  Within within(s);
  Poller poll(s.control);
  const auto gives_way = [&](index_t row) {
    return parts != nullptr && !s.has_amount(row) && parts->of(row) != nullptr;
  };
  for (const index_t row : s.order)
    if (s.fate[at(row)] == Fate::used && !within(row) && !gives_way(row))
      within.mark_below(row, poll);
  for (const index_t row : s.order) {
    Fate& fate = s.fate[at(row)];
    if (fate != Fate::used) continue;
    if (within(row))
      fate = Fate::within_total;
    else if (gives_way(row))
      fate = Fate::replaced_by_parts;
  }
}

/// Where flows are counted, a total gives way to any part that serves, in whatever unit.
void count_parts(Selection& s) {
  std::vector<std::uint8_t> has_part(s.flows.size(), 0);
  for (std::size_t k = s.order.size(); k-- > 0;) {
    const std::size_t i = at(s.order[k]);
    const bool serves = s.fate[i] == Fate::used;
    if (serves && has_part[i] != 0) s.fate[i] = Fate::replaced_by_parts;
    if (const index_t total = s.flows.part_of[i]; total != no_index)
      has_part[at(total)] |= static_cast<std::uint8_t>(serves || has_part[i] != 0);
  }
}

}  // namespace

void drop_aggregates(Selection& s) {
  const index_t aggregate = s.flows.scope.code_of("aggregate");
  if (aggregate == no_index) return;
  const std::vector<index_t>& scope = s.flows.scope.codes();
  for (std::size_t i = 0; i < scope.size() && !s.aggregates_out; ++i)
    s.aggregates_out = s.fate[i] == Fate::used && scope[i] != aggregate;
  if (!s.aggregates_out) return;
  for (std::size_t i = 0; i < scope.size(); ++i) {
    if (scope[i] != aggregate) continue;
    if (s.fate[i] == Fate::used) s.fate[i] = Fate::aggregate;
    if (!s.counts.empty()) s.counts[i] = 0;
  }
  link_totals(s);
}

void settle_totals(Selection& s, const Ends& ends) {
  if (s.order.empty()) return;
  if (!s.adds())
    return s.options.totals == Totals::parts ? count_parts(s) : keep_totals(s, nullptr);
  const Parts parts(s, ends);
  if (s.options.totals == Totals::parts)
    replace_by_parts(s, parts);
  else
    keep_totals(s, &parts);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
