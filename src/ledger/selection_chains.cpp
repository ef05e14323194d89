#include <algorithm>
#include <array>

#include "selection_detail.hpp"

// Rules 2 and 4: flows linked by `fulfils` are one chain, of which the most advanced status serves.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// By unit, how much of one chain stands at each status.
struct Standing {
  std::array<int128, Names<Status>::values.size()> sum{};
};

std::size_t number(Status status) { return static_cast<std::size_t>(status); }

/// Notes by how much a chain's serving flows fall short of what an earlier status promised.
void note_unexecuted(Selection& s, const std::vector<index_t>& members, Status top) {
  index_t unit = no_index;
  bool found = false;
  for (const index_t row : members) {
    if (s.flows.status[at(row)] != top) continue;
    if (found && s.flows.unit.codes()[at(row)] != unit) return;  // there is no one rest
    unit = s.flows.unit.codes()[at(row)];
    found = true;
  }
  Standing standing;
  for (const index_t row : members)
    if (s.flows.unit.codes()[at(row)] == unit)
      standing.sum[number(s.flows.status[at(row)])] += s.amount_of(row).bounds.value;
  const auto end = standing.sum.begin() + static_cast<std::ptrdiff_t>(number(top));
  const int128 most = *std::max_element(standing.sum.begin(), end);
  if (most <= *end) return;
  Unexecuted& rest = s.unexecuted[static_cast<std::size_t>(unit + 1)];
  ++rest.chains;
  rest.sum += most - *end;
}

/// Keeps the most advanced status of one chain's members.
void settle_chain(Selection& s, const std::vector<index_t>& members) {
  Status top = Status::unstated;
  for (const index_t row : members) top = std::max(top, s.flows.status[at(row)]);
  if (top == Status::unstated) return;
  if (top != Status::cancelled) note_unexecuted(s, members, top);
  for (const index_t row : members)
    if (s.flows.status[at(row)] != top) s.fate[at(row)] = Fate::superseded;
}

}  // namespace

void drop_cancelled(Selection& s) {
  const auto& status = s.flows.status;
  const auto& asked = s.options.status;
  if (std::find(asked.begin(), asked.end(), Status::cancelled) != asked.end()) return;
  if (std::find(status.begin(), status.end(), Status::cancelled) == status.end()) return;
  s.cancelled.assign(s.flows.size(), 0);
  for (std::size_t i = 0; i < status.size(); ++i)
    if (status[i] == Status::cancelled) s.cancelled[s.chain.empty() ? i : at(s.chain[i])] = 1;
  if (!s.chain.empty())
    for (std::size_t i = 0; i < status.size(); ++i) s.cancelled[i] = s.cancelled[at(s.chain[i])];
  for (const index_t row : s.order)
    if (const index_t total = s.flows.part_of[at(row)]; total != no_index)
      s.cancelled[at(row)] |= s.cancelled[at(total)];
  for (std::size_t i = 0; i < status.size(); ++i)
    if (s.fate[i] == Fate::used && s.cancelled[i] != 0) s.fate[i] = Fate::cancelled;
}

void drop_superseded(Selection& s) {
  s.unexecuted.assign(s.flows.unit.words().size() + 1, {});
  if (s.chain.empty()) return;
  const Pointers chains(s.chain, s.flows.size());
  std::vector<index_t> members;
  Poller poll(s.control);
  for (std::size_t i = 0; i < s.flows.size(); ++i) {
    poll();
    const auto linked = chains.to(static_cast<index_t>(i));
    if (linked.size() < 2) continue;
    members.clear();
    for (const index_t row : linked)
      if (s.fate[at(row)] == Fate::used) members.push_back(row);
    if (members.size() > 1) settle_chain(s, members);
    poll(static_cast<std::int64_t>(linked.size()));
  }
  // The parts of a superseded total go with it, unless the same chain has judged them already.
  std::vector<std::uint8_t> below(s.order.size(), 0);
  for (const index_t row : s.order) {
    const index_t total = s.total_of(row);
    if (total == no_index) continue;
    const bool same_chain = s.chain[at(row)] == s.chain[at(total)];
    below[at(row)] =
        below[at(total)] != 0 || (s.fate[at(total)] == Fate::superseded && !same_chain);
  }
  for (std::size_t i = 0; i < below.size(); ++i)
    if (below[i] != 0 && s.fate[i] == Fate::used) s.fate[i] = Fate::superseded;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
