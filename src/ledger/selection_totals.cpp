#include <algorithm>

#include "selection_detail.hpp"

// Rules 5 and 6: a total and its parts never enter together, nor an aggregate and what it sums up.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

struct Sum {
  int128 value = 0, lower = 0, upper = 0;
  bool unbounded = false;

  void add(const Bounds& b) {
    value += b.value;
    lower += b.lower;
    if (b.unbounded())
      unbounded = true;
    else
      upper += b.upper;
  }
  void add(const Sum& other) {
    value += other.value;
    lower += other.lower;
    upper += other.upper;
    unbounded |= other.unbounded;
  }
};

/// Adds up what the ledger states of a total's parts: those of the total's unit and of a resource
/// and a status that are asked for, whether or not the other filters let them in. (Where students
/// are asked for, those of them who were placed in employment leave the total whole.) Parts that
/// are reports of the same help count once, and of one chain the most advanced status.
class Parts {
 public:
  explicit Parts(const Selection& s)
      : s_(s),
        statuses_(admitted_statuses(s.options)),
        resources_(admitted_resources(s.options)),
        scope_(s.aggregates_out ? s.flows.scope.code_of("aggregate") : no_index),
        sum_at_(s.flows.size(), no_index) {
    if (s.has_same) report_.resize(s.flows.size(), {no_index, no_index});
    if (!s.chain.empty()) status_.resize(s.flows.size(), {no_index, Status::unstated});
    Poller poll(s.control);
    for (std::size_t k = s.order.size(); k-- > 0;) {  // parts before their totals
      poll(1 + static_cast<std::int64_t>(s.parts.to(s.order[k]).size()));
      add_up(s.order[k]);
    }
  }

  /// What the parts add up to; null where none counts.
  [[nodiscard]] const Sum* of(index_t total) const {
    return sum_at_[at(total)] == no_index ? nullptr : &sums_[at(sum_at_[at(total)])];
  }

 private:
  [[nodiscard]] bool counts(index_t row, index_t total) const {
    return s_.total_of(row) == total &&
           statuses_[static_cast<std::size_t>(s_.flows.status[at(row)])] &&
           resources_[static_cast<std::size_t>(s_.flows.resource[at(row)])] &&
           !s_.is_cancelled(row) &&
           (scope_ == no_index || s_.flows.scope.codes()[at(row)] != scope_);
  }

  void add_up(index_t total) {
    const auto parts = s_.parts.to(total);
    if (parts.empty()) return;
    for (const index_t row : parts)
      if (counts(row, total)) stand_for(row, total);
    if (!status_.empty())
      for (const index_t row : parts)
        if (counts(row, total) && stands(row)) advance(row, total);
    Sum sum;
    bool any = false;
    for (const index_t row : parts) {
      if (!counts(row, total)) continue;
      any = true;
      if (!stands(row) || !latest(row)) continue;
      const BoundsRead read = s_.amount_of(row);
      if (!read.missing) {
        sum.add(read.bounds);
        continue;
      }
      if (const Sum* own = of(row)) sum.add(*own);
      sum.unbounded = true;
    }
    if (!any) return;
    sum_at_[at(total)] = static_cast<index_t>(sums_.size());
    sums_.push_back(sum);
  }

  /// Chooses which report of the same help counts, as rule 3 does.
  void stand_for(index_t row, index_t total) {
    if (report_.empty()) return;
    auto& [of, best] = report_[at(s_.canonical(row))];
    const auto rank = [&](index_t r) {
      return 2 * (s_.has_amount(r) ? 1 : 0) + (s_.canonical(r) == r ? 1 : 0);
    };
    if (of != total || rank(row) > rank(best)) best = row;
    of = total;
  }
  [[nodiscard]] bool stands(index_t row) const {
    return report_.empty() || report_[at(s_.canonical(row))].best == row;
  }

  void advance(index_t row, index_t total) {
    auto& [of, top] = status_[at(s_.chain[at(row)])];
    const Status own = s_.flows.status[at(row)];
    top = of == total ? std::max(top, own) : own;
    of = total;
  }
  [[nodiscard]] bool latest(index_t row) const {
    return status_.empty() || status_[at(s_.chain[at(row)])].top == s_.flows.status[at(row)];
  }

  struct Report {
    index_t of, best;
  };
  struct Top {
    index_t of;
    Status top;
  };

  const Selection& s_;
  std::vector<bool> statuses_, resources_;
  index_t scope_;
  std::vector<index_t> sum_at_;
  std::vector<Sum> sums_;
  std::vector<Report> report_;  // by canonical flow: which one counts among the parts of a total
  std::vector<Top> status_;     // by chain: the most advanced among the parts of a total
};

/// What the parts leave of a total, between 0 and all of it.
Bounds rest_of(const Bounds& total, const Sum& parts) {
  const auto left = [](int128 whole, int128 taken) {
    const int128 rest = std::max<int128>(0, whole - taken);
    return fits_64(rest) ? static_cast<std::int64_t>(rest) : no_number;
  };
  return {left(total.value, parts.value), parts.unbounded ? 0 : left(total.lower, parts.upper),
          total.unbounded() ? no_number : left(total.upper, parts.lower)};
}

void replace_by_parts(Selection& s, const Parts& parts) {
  s.remainder_at.assign(s.flows.size(), no_index);
  for (std::size_t i = 0; i < s.flows.size(); ++i) {
    const auto row = static_cast<index_t>(i);
    const Sum* sum = s.fate[i] == Fate::used ? parts.of(row) : nullptr;
    if (sum == nullptr) continue;
    const BoundsRead read = s.amount_of(row);
    if (!read.missing && sum->value < read.bounds.value) {
      s.fate[i] = Fate::used_remainder;
      s.remainder_at[i] = static_cast<index_t>(s.remainders.size());
      s.remainders.push_back(rest_of(read.bounds, *sum));
    } else {
      s.fate[i] = Fate::replaced_by_parts;
      if (!read.missing && sum->value > read.bounds.value) ++s.totals_exceeded;
    }
  }
}

/// Keeps totals; one without an amount gives way to its parts (`parts` is null where flows are
/// counted, so that amounts are of no account).
void keep_totals(Selection& s, const Parts* parts) {
  std::vector<std::uint8_t> within(s.flows.size(), 0);
  for (const index_t row : s.order) {
    Fate& fate = s.fate[at(row)];
    if (const index_t total = s.total_of(row); total != no_index)
      within[at(row)] = within[at(total)] != 0 || s.fate[at(total)] == Fate::used;
    if (fate != Fate::used) continue;
    if (within[at(row)] != 0)
      fate = Fate::within_total;
    else if (parts != nullptr && !s.has_amount(row) && parts->of(row) != nullptr)
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
  for (std::size_t i = 0; i < scope.size(); ++i)
    if (s.fate[i] == Fate::used && scope[i] == aggregate) s.fate[i] = Fate::aggregate;
}

void settle_totals(Selection& s) {
  if (s.order.empty()) return;
  if (!s.adds())
    return s.options.totals == Totals::parts ? count_parts(s) : keep_totals(s, nullptr);
  const Parts parts(s);
  if (s.options.totals == Totals::parts)
    replace_by_parts(s, parts);
  else
    keep_totals(s, &parts);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
