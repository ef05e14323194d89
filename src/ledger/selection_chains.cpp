#include <algorithm>
#include <array>
#include <span>

#include "selection_detail.hpp"

// Rules 2 and 4: flows linked by `fulfils`, with the other reports of each (`same_as`), are one
// chain, of which the most advanced status serves.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

std::size_t number(Status status) { return static_cast<std::size_t>(status); }

/// Notes by how much the flows at the status `top` fall short of what an earlier one promised.
/// `unknown`: a flow of that status outside `run` says no amount.
void note_unexecuted(Selection& s, std::span<const index_t> run, Status top, bool unknown) {
  std::array<int128, Names<Status>::values.size()> sum{};
  index_t unit = s.flows.unit.codes()[at(run.front())];
  bool found = false;
  for (const index_t row : run) {
    if (s.flows.status[at(row)] != top) continue;
    if (found && s.flows.unit.codes()[at(row)] != unit) return;  // there is no one rest
    unit = s.flows.unit.codes()[at(row)];
    found = true;
    unknown |= !s.has_amount(row);
  }
  for (const index_t row : run)
    if (s.flows.unit.codes()[at(row)] == unit)
      sum[number(s.flows.status[at(row)])] += s.amount_of(row).bounds.value;
  const auto end = sum.begin() + static_cast<std::ptrdiff_t>(number(top));
  const int128 most = *std::max_element(sum.begin(), end);
  if (most <= *end) return;
  if (unknown) {
    ++s.unmeasured;
    return;
  }
  Unexecuted& rest = s.unexecuted[static_cast<std::size_t>(unit + 1)];
  ++rest.chains;
  rest.sum += most - *end;
}

/// Keeps the most advanced status of the members of one chain. Where amounts are added, each unit
/// is judged for itself: a studio delivered leaves the money planned for it in the network of
/// money. Flows without unit and amount may be of any unit, and are compared with all.
void settle_chain(Selection& s, std::vector<index_t>& members) {
  const auto status = [&](index_t row) { return s.flows.status[at(row)]; };
  const auto top_of = [&](auto begin, auto end) {
    Status top = Status::unstated;
    for (; begin != end; ++begin) top = std::max(top, status(*begin));
    return top;
  };
  const auto has_slot = [&](index_t row) { return s.slot(row) > 0 || s.has_amount(row); };
  const Status top = top_of(members.begin(), members.end());
  if (top == Status::unstated) return;
  auto bare = members.end();
  if (s.adds()) {
    std::stable_sort(members.begin(), members.end(),
                     [&](index_t a, index_t b) { return s.slot(a) < s.slot(b); });
    bare = std::stable_partition(members.begin(), members.end(), has_slot);
  }
  const Status bare_top = top_of(bare, members.end());
  for (auto begin = members.begin(); begin != bare;) {
    const auto end =
        std::find_if(begin, bare, [&](index_t row) { return s.slot(row) != s.slot(*begin); });
    const Status own = std::max(top_of(begin, end), bare_top);
    if (own != Status::cancelled)
      note_unexecuted(s, {begin, end}, own, bare != members.end() && own == bare_top);
    for (; begin != end; ++begin)
      if (status(*begin) != own) s.fate[at(*begin)] = Fate::superseded;
  }
  for (; bare != members.end(); ++bare)
    if (status(*bare) != top) s.fate[at(*bare)] = Fate::superseded;
}

}  // namespace

void drop_cancelled(Selection& s) {
  const auto& status = s.flows.status;
  const auto& asked = s.options.status;
  if (std::find(asked.begin(), asked.end(), Status::cancelled) != asked.end()) return;
  if (std::find(status.begin(), status.end(), Status::cancelled) == status.end()) return;
  std::vector<std::uint8_t> cancelled(s.flows.size(), 0);
  for (std::size_t i = 0; i < status.size(); ++i)
    if (status[i] == Status::cancelled) cancelled[s.chain.empty() ? i : at(s.chain[i])] = 1;
  if (!s.chain.empty())
    for (std::size_t i = 0; i < status.size(); ++i) cancelled[i] = cancelled[at(s.chain[i])];
  for (const index_t row : s.order)
    if (const index_t total = s.flows.part_of[at(row)]; total != no_index)
      cancelled[at(row)] |= cancelled[at(total)];
  for (std::size_t i = 0; i < status.size(); ++i)
    if (cancelled[i] != 0) {
      if (s.fate[i] == Fate::used) s.fate[i] = Fate::cancelled;
      if (!s.counts.empty()) s.counts[i] = 0;
    }
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
