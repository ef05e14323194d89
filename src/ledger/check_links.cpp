#include <algorithm>
#include <tuple>

#include "check_detail.hpp"

// Amounts of linked flows: measures of one gift, and what fulfils a promise.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

AmountSum alone(const Checks& c, index_t row) {
  AmountSum sum;
  sum.add(c.amount_of(row));
  return sum;
}

/// Measures of one gift in one unit, all with an amount.
void compare(Checks& c, std::span<const index_t> rows) {
  const auto bounds = [&](index_t row) { return c.amount_of(row).bounds; };
  const auto below = [](const Bounds& a, const Bounds& b) {
    return !a.unbounded() && (b.unbounded() || a.upper < b.upper);
  };
  index_t highest = rows[0], lowest = rows[0];  // by lower bound, and by upper bound
  bool alike = true;
  std::size_t about = 0;
  for (const index_t row : rows) {
    const Bounds own = bounds(row);
    if (own.lower > bounds(highest).lower) highest = row;
    if (below(own, bounds(lowest))) lowest = row;
    const Bounds first = bounds(rows[0]);
    alike &= own.lower == first.lower && own.upper == first.upper;
    if (c.amount_of(row).about_as_exact) ++about;
  }
  if (alike) return;
  const std::string_view unit = c.flows.unit[at(rows[0])];
  const AmountSum high = alone(c, highest), low = alone(c, lowest);
  const bool apart = !low.unbounded && high.lower > low.upper;
  std::string line = text(names_text(rows, c.flows.flow), rows.size() == 2 ? " are two" : " are",
                          " measures of one gift");
  if (apart)
    line += text(" and contradict each other: ", c.id_of(highest), " states ",
                 amount_text(high, unit), ", ", c.id_of(lowest), " states ", amount_text(low, unit),
                 ", ", amount_text(high.lower - low.upper, unit), " or more apart");
  else if (low.unbounded)
    line += text(" and fit together: all allow ", amount_text(high.lower, unit), " or more");
  else if (high.lower == low.upper)
    line += text(" and fit together: all allow ", amount_text(high.lower, unit), ", and no other");
  else
    line += text(" and fit together: all allow ", range_text(high.lower, low.upper, unit));
  c.tell(FindingKind::same_as, apart ? Verdict::inconsistent : Verdict::consistent, TableId::flows,
         {rows.begin(), rows.end()}, line + about_text(about));
}

}  // namespace

void check_same_as(Checks& c) {
  if (!any_link(c.flows.same_as)) return;
  const Pointers others(c.flows.same_as, c.flows.size());
  std::vector<index_t> members;
  Poller poll(c.control);
  for (std::size_t i = 0; i < c.flows.size(); ++i) {
    const auto canonical = static_cast<index_t>(i);
    if (others.to(canonical).empty()) continue;
    members.clear();
    // The canonical flow goes first within its unit.
    if (!c.amount_of(canonical).missing) members.push_back(canonical);
    for (const index_t row : others.to(canonical))
      if (!c.amount_of(row).missing) members.push_back(row);
    poll(static_cast<std::int64_t>(others.to(canonical).size()));
    const auto unit = [&](index_t row) { return c.unit_of(row); };
    std::stable_sort(members.begin(), members.end(),
                     [&](index_t a, index_t b) { return unit(a) < unit(b); });
    for (auto begin = members.begin(); begin != members.end();) {
      const auto end = std::find_if(begin, members.end(),
                                    [&](index_t row) { return unit(row) != unit(*begin); });
      if (end - begin > 1) compare(c, {begin, end});
      begin = end;
    }
  }
}

void check_fulfilment(Checks& c) {
  const Flows& flows = c.flows;
  if (!any_link(flows.fulfils)) return;
  const Pointers links(flows.fulfils, flows.size());
  const auto gift_of = [&](index_t row) {
    return flows.same_as[at(row)] == no_index ? row : flows.same_as[at(row)];
  };
  struct Step {
    Status status;
    index_t gift;
    std::int64_t lower;
    index_t row;
    bool about;
  };
  std::vector<Step> steps;
  Poller poll(c.control);
  for (std::size_t i = 0; i < flows.size(); ++i) {
    const auto promise = static_cast<index_t>(i);
    const AmountSum promised = alone(c, promise);
    if (promised.unbounded) continue;  // nothing exceeds it
    const auto fulfils = [&](index_t row) {
      return row != no_index && flows.fulfils[at(row)] == promise &&
             c.unit_of(row) == c.unit_of(promise) && !c.amount_of(row).missing;
    };
    steps.clear();
    for (const index_t row : links.to(promise)) {
      const Status status = flows.status[at(row)];
      const index_t whole = flows.part_of[at(row)];
      if (!fulfils(row) || status == Status::cancelled) continue;
      if (fulfils(whole) && flows.status[at(whole)] == status) continue;  // within that one
      const BoundsRead read = c.amount_of(row);
      steps.push_back({status, gift_of(row), read.bounds.lower, row, read.about_as_exact});
    }
    poll(1 + static_cast<std::int64_t>(links.to(promise).size()));
    // Of several reports of one gift, the least one counts.
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
      return std::tie(a.status, a.gift, a.lower, a.row) <
             std::tie(b.status, b.gift, b.lower, b.row);
    });
    for (auto begin = steps.begin(); begin != steps.end();) {
      const auto end = std::find_if(begin, steps.end(),
                                    [&](const Step& s) { return s.status != begin->status; });
      AmountSum sum;
      std::vector<index_t> rows{promise};
      for (auto step = begin; step != end; ++step) {
        if (step != begin && step->gift == (step - 1)->gift) continue;
        ++sum.count;
        sum.lower += step->lower;
        if (step->about) ++sum.about;
        rows.push_back(step->row);
      }
      std::sort(rows.begin() + 1, rows.end());
      if (sum.lower > promised.upper) {
        const std::string_view unit = flows.unit[i];
        const std::string_view stage = name_of(begin->status);
        c.tell(
            FindingKind::fulfilment, Verdict::inconsistent, TableId::flows, rows,
            text(c.id_of(promise), " (",
                 name_of(flows.status[i]).empty() ? "no status" : name_of(flows.status[i]),
                 ") states ", amount_text(promised, unit), "; what fulfils it (",
                 stage.empty() ? "no status" : stage, ": ",
                 names_text(std::span(rows).subspan(1), flows.flow), ") comes to at least ",
                 amount_text(sum.lower, unit), ", ", amount_text(sum.lower - promised.upper, unit),
                 " or more above it", about_text(promised.about + sum.about)));
      }
      begin = end;
    }
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
