#include <algorithm>

#include "check_detail.hpp"

// Parents, successors and groups that lead back to themselves.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

std::vector<index_t> without_cycles(std::vector<index_t> link,
                                    std::vector<std::vector<index_t>>* cycles) {
  std::vector<index_t> walk(link.size(), no_index);  // which walk came by first
  for (std::size_t i = 0; i < link.size(); ++i) {
    const auto own = static_cast<index_t>(i);
    index_t row = own;
    while (row != no_index && walk[at(row)] == no_index) {
      walk[at(row)] = own;
      row = link[at(row)];
    }
    if (row == no_index || walk[at(row)] != own) continue;
    index_t lowest = row;
    for (index_t next = link[at(row)]; next != row; next = link[at(next)])
      lowest = std::min(lowest, next);
    if (cycles != nullptr) {
      std::vector<index_t>& members = cycles->emplace_back(1, lowest);
      for (index_t next = link[at(lowest)]; next != lowest; next = link[at(next)])
        members.push_back(next);
    }
    link[at(lowest)] = no_index;
  }
  return link;
}

namespace {

void tell_cycles(Checks& c, TableId table, const std::vector<index_t>& link, const Keys& ids,
                 std::string_view own, std::string_view joint) {
  if (!any_link(link)) return;
  std::vector<std::vector<index_t>> cycles;
  (void)without_cycles(link, &cycles);
  for (std::vector<index_t>& members : cycles) {
    std::string line = members.size() == 1
                           ? text(ids[at(members[0])], " is its own ", own)
                           : text(names_text(members, ids), ": ", joint, " lead round in a circle");
    c.tell(FindingKind::cycle, Verdict::inconsistent, table, std::move(members), std::move(line));
  }
}

/// Numbers the sets of parties that contain one another (Tarjan's strongly connected components,
/// with a stack of its own).
std::vector<index_t> sets_of_groups(const Groups& groups, std::size_t parties,
                                    const Control& control) {
  struct Step {
    index_t party;
    std::size_t next;  // which of its members to look at
  };
  const Pointers rows(groups.group, parties);
  std::vector<index_t> seen(parties, no_index), low(parties, no_index), set(parties, no_index);
  std::vector<Step> path;
  std::vector<index_t> open;
  index_t count = 0, sets = 0;
  Poller poll(control);
  for (std::size_t i = 0; i < parties; ++i) {
    if (seen[i] == no_index) path.push_back({static_cast<index_t>(i), 0});
    while (!path.empty()) {
      poll();
      auto& [party, next] = path.back();
      if (seen[at(party)] == no_index) {
        seen[at(party)] = low[at(party)] = count++;
        open.push_back(party);
      }
      const std::span<const index_t> members = rows.to(party);
      if (next < members.size()) {
        const index_t member = groups.member[at(members[next])];
        if (seen[at(member)] == no_index) {
          path.push_back({member, 0});  // and come back to the same row
          continue;
        }
        if (set[at(member)] == no_index) low[at(party)] = std::min(low[at(party)], low[at(member)]);
        ++next;
        continue;
      }
      if (low[at(party)] == seen[at(party)]) {
        index_t member = no_index;
        do {
          member = open.back();
          open.pop_back();
          set[at(member)] = sets;
        } while (member != party);
        ++sets;
      }
      path.pop_back();
    }
  }
  return set;
}

void tell_groups(Checks& c) {
  const Groups& groups = c.ledger.groups();
  const Keys& ids = c.ledger.parties().party;
  if (groups.size() == 0) return;
  const std::vector<index_t> set = sets_of_groups(groups, ids.size(), c.control);
  // The rows within a set are those on cycles.
  std::vector<std::vector<index_t>> rows(ids.size());
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (const index_t own = set[at(groups.group[i])]; own == set[at(groups.member[i])])
      rows[at(own)].push_back(static_cast<index_t>(i));
  for (std::vector<index_t>& cyclic : rows) {
    if (cyclic.empty()) continue;
    std::vector<index_t> members;
    for (const index_t row : cyclic) members.push_back(groups.group[at(row)]);
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::string line = members.size() == 1
                           ? text(ids[at(members[0])], " is a member of itself")
                           : text("the groups ", names_text(members, ids), " contain one another");
    c.tell(FindingKind::cycle, Verdict::inconsistent, TableId::groups, std::move(cyclic),
           std::move(line));
  }
}

}  // namespace

void check_cycles(Checks& c) {
  const Tables& t = c.ledger.tables();
  tell_cycles(c, TableId::parties, t.parties.parent, t.parties.party, "parent",
              "the parents of these parties");
  tell_cycles(c, TableId::places, t.places.parent, t.places.place, "parent",
              "the parents of these places");
  tell_cycles(c, TableId::places, t.places.successor, t.places.place, "successor",
              "the successors of these places");
  tell_cycles(c, TableId::programmes, t.programmes.parent, t.programmes.programme, "parent",
              "the parents of these programmes");
  tell_groups(c);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
