#include <algorithm>
#include <numeric>
#include <tuple>

#include "check_detail.hpp"

// Flows that may be one gift, entered twice.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// What flows must have in common.
auto key_of(const Flows& f, std::size_t row) {
  const bool stated =
      f.value[row] != no_number || f.lower[row] != no_number || f.upper[row] != no_number;
  // Bare statements are alike too often: only the same passage counts.
  return std::tuple(f.donor[row], f.recipient[row], f.resource[row], f.unit.codes()[row],
                    f.value[row], f.lower[row], f.upper[row], f.status[row],
                    stated ? no_index : f.programme[row], stated ? no_index : f.source[row],
                    stated ? no_number : f.span_start[row], stated ? no_number : f.span_end[row]);
}

/// How the flows of a set differ, which helps to tell whether they are one.
std::string differences(const Flows& f, std::span<const index_t> rows) {
  std::string list;
  const auto compare = [&](std::string_view name, const auto& column) {
    const auto first = column[at(rows[0])];
    if (std::any_of(rows.begin(), rows.end(),
                    [&](index_t row) { return !(column[at(row)] == first); }))
      list += text(list.empty() ? "" : ", ", name);
  };
  compare("programme", f.programme);
  compare("channel", f.channel);
  compare("direction", f.direction);
  compare("start", f.start);
  compare("end", f.end);
  compare("source", f.source);
  compare("span", f.span_start);
  return list.empty() ? std::string() : text("; they differ in ", list);
}

void tell_set(Checks& c, std::span<const index_t> rows) {
  const Flows& f = c.flows;
  std::vector<index_t> sorted(rows.begin(), rows.end());
  std::sort(sorted.begin(), sorted.end());
  const std::size_t first = at(sorted[0]);
  const BoundsRead read = c.amount_of(sorted[0]);
  AmountSum amount;
  amount.add(read);
  const Keys& parties = c.ledger.parties().party;
  const auto party = [&](index_t row) {
    return row == no_index ? std::string_view("nobody named") : parties[at(row)];
  };
  std::string line =
      text(names_text(sorted, f.flow), " may be one gift: each says ", party(f.donor[first]),
           " to ", party(f.recipient[first]), ", ", amount_text(amount, f.unit[first]));
  for (const std::string_view word : {name_of(f.resource[first]), name_of(f.status[first])})
    if (!word.empty()) line += text(", ", word);
  line += differences(f, sorted);
  c.tell(FindingKind::duplicate, Verdict::undecided, TableId::flows, std::move(sorted),
         std::move(line));
}

}  // namespace

void check_duplicates(Checks& c) {
  const Flows& f = c.flows;
  std::vector<index_t> order(f.size());
  std::iota(order.begin(), order.end(), index_t{0});
  const auto less = [&](index_t a, index_t b) { return key_of(f, at(a)) < key_of(f, at(b)); };
  Poller poll(c.control);
  std::sort(order.begin(), order.end(), [&](index_t a, index_t b) {
    poll();
    const auto x = key_of(f, at(a)), y = key_of(f, at(b));
    if (x != y) return x < y;
    const std::int32_t s = interval_of(f, at(a)).first, t = interval_of(f, at(b)).first;
    return s != t ? s < t : a < b;
  });
  for (std::size_t i = 0; i < order.size();) {
    // A run of flows that are alike and overlap in time.
    std::size_t end = i + 1;
    std::int32_t last = interval_of(f, at(order[i])).last;
    bool apart = false;  // some two of them are not linked
    for (; end < order.size() && !less(order[i], order[end]); ++end) {
      const Interval time = interval_of(f, at(order[end]));
      if (time.first > last) break;
      last = std::max(last, time.last);
      apart |= c.linked[at(order[end])] != c.linked[at(order[i])];
    }
    if (apart) tell_set(c, std::span(order).subspan(i, end - i));
    poll(static_cast<std::int64_t>(end - i));
    i = end;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
