#include <algorithm>
#include <cmath>
#include <tuple>

#include "check_detail.hpp"

// Groups: who their members are, and how they share.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

void tell_without_members(Checks& c) {
  const Parties& parties = c.ledger.parties();
  std::vector<std::uint8_t> has_members(parties.size(), 0);
  for (const index_t group : c.ledger.groups().group) has_members[at(group)] = 1;
  const auto joint = [&](index_t party) {
    return party != no_index && has_members[at(party)] == 0 &&
           (parties.kind[at(party)] == PartyKind::alliance ||
            parties.kind[at(party)] == PartyKind::consortium);
  };
  std::vector<index_t> ends(parties.size(), 0), channels(parties.size(), 0);
  for (std::size_t i = 0; i < c.flows.size(); ++i) {
    for (const index_t party : {c.flows.donor[i], c.flows.recipient[i]})
      if (joint(party)) ++ends[at(party)];
    if (joint(c.flows.channel[i])) ++channels[at(c.flows.channel[i])];
  }
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (ends[i] == 0 && channels[i] == 0) continue;
    std::string line =
        text("the ", name_of(parties.kind[i]), " ", parties.party[i], " has no members in groups");
    if (ends[i] > 0)
      line += text("; it gives or receives in ", count_text(at(ends[i]), "flow"),
                   ", which cannot be split");
    if (channels[i] > 0) line += text("; it carries out ", count_text(at(channels[i]), "flow"));
    c.tell(FindingKind::membership, Verdict::undecided, TableId::parties, {static_cast<index_t>(i)},
           std::move(line));
  }
}

/// Goes through the time of one group's members of one role, and tells the first thing that is
/// wrong with their shares.
void tell_shares(Checks& c, std::span<const index_t> rows) {
  const Groups& groups = c.ledger.groups();
  if (std::all_of(rows.begin(), rows.end(),
                  [&](index_t row) { return std::isnan(groups.share[at(row)]); }))
    return;
  const std::size_t first = at(rows[0]);
  const std::string_view role = name_of(groups.role[first]);
  const std::string who = text("the members of ", c.ledger.parties().party[at(groups.group[first])],
                               role.empty() ? " without a role" : text(" as ", role));
  const auto tell = [&](std::vector<index_t> which, std::string line) {
    std::sort(which.begin(), which.end());
    c.tell(FindingKind::membership, Verdict::inconsistent, TableId::groups, std::move(which),
           std::move(line));
  };
  for (const index_t row : rows)
    if (const double share = groups.share[at(row)]; share < 0.0 || share > 1.0)
      return tell({row}, text(who, ": ", c.ledger.parties().party[at(groups.member[at(row)])],
                              " has the share ", share, ", outside [0, 1]"));
  // What changes, and when: on a day, first those leave who left the day before.
  struct Change {
    std::int64_t day;
    int sign;
    index_t row;
  };
  std::vector<Change> changes;
  for (const index_t row : rows) {
    const Date joined = groups.joined[at(row)], left = groups.left[at(row)];
    if (joined.first_day() > left.last_day()) continue;
    changes.push_back({joined.first_day(), 1, row});
    changes.push_back({std::int64_t{left.last_day()} + 1, -1, row});
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
    return std::tie(a.day, a.sign, a.row) < std::tie(b.day, b.sign, b.row);
  });
  std::int64_t present = 0, stated = 0;
  double sum = 0.0;
  for (std::size_t k = 0; k < changes.size(); ++k) {
    const double share = groups.share[at(changes[k].row)];
    present += changes[k].sign;
    if (!std::isnan(share)) {
      stated += changes[k].sign;
      sum = stated == 0 ? 0.0 : sum + changes[k].sign * share;
    }
    if (k + 1 < changes.size() && changes[k + 1].day == changes[k].day) continue;
    // Sums of decimal fractions: what is off by rounding is not told.
    if (present == 0 || (stated == present && std::abs(sum - 1.0) <= 1e-6)) continue;
    const std::int64_t day = changes[k].day;
    std::vector<index_t> now;
    std::string when;
    for (const index_t row : rows) {
      const Date joined = groups.joined[at(row)], left = groups.left[at(row)];
      if (joined.first_day() <= day && day <= left.last_day()) now.push_back(row);
      if (joined.first_day() == day && !joined.blank())
        when = text(" from ", joined.to_string(), " on");
      else if (std::int64_t{left.last_day()} + 1 == day && when.empty())
        when = text(" after ", left.to_string());
    }
    return tell(std::move(now),
                stated < present ? text(who, when, ": ", stated, " of ", present, " have a share")
                                 : text(who, when, ": their shares add up to ",
                                        std::round(sum * 1e9) / 1e9, ", not to 1"));
  }
}

}  // namespace

void check_memberships(Checks& c) {
  tell_without_members(c);
  const Groups& groups = c.ledger.groups();
  const auto key = [&](index_t row) {
    return std::pair(groups.group[at(row)], groups.role[at(row)]);
  };
  std::vector<index_t> rows;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (groups.role[i] != Role::convenor && groups.role[i] != Role::executor)
      rows.push_back(static_cast<index_t>(i));
  std::stable_sort(rows.begin(), rows.end(), [&](index_t a, index_t b) { return key(a) < key(b); });
  Poller poll(c.control);
  for (auto begin = rows.begin(); begin != rows.end();) {
    const auto end =
        std::find_if(begin, rows.end(), [&](index_t row) { return key(row) != key(*begin); });
    poll(end - begin);
    tell_shares(c, {begin, end});
    begin = end;
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
