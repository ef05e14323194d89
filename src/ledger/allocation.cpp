#include "allocation_detail.hpp"

#include <algorithm>
#include <cmath>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

/// Throws where a group is, over however many steps, a member of itself.
void require_no_cycle(const Groups& groups, const Pointers& rows, const Keys& names,
                      const Control& control) {
  enum : std::uint8_t { fresh, on_path, done };
  std::vector<std::uint8_t> state(names.size(), fresh);
  struct Step {
    index_t group;
    std::size_t next;  // which of its members to look at
  };
  std::vector<Step> path;
  Poller poll(control);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (state[i] == fresh) path.push_back({static_cast<index_t>(i), 0});
    while (!path.empty()) {
      poll();
      auto& [group, next] = path.back();
      state[at(group)] = on_path;
      const auto members = rows.to(group);
      if (next == members.size()) {
        state[at(group)] = done;
        path.pop_back();
        continue;
      }
      const index_t member = groups.member[at(members[next++])];
      if (state[at(member)] == fresh) {
        path.push_back({member, 0});
      } else if (state[at(member)] == on_path) {
        std::string list;
        auto step = std::find_if(path.begin(), path.end(),
                                 [&](const Step& s) { return s.group == member; });
        for (; step != path.end(); ++step) list += text(names[at(step->group)], " has the member ");
        throw ValidationError(
            text("network: groups go round in a circle: ", list, names[at(member)]));
      }
    }
  }
}

void require_key(const std::vector<double>& key, const Keys& parties) {
  if (key.size() != parties.size())
    throw ValidationError(text("network: the key has ", key.size(), " numbers, but there are ",
                               parties.size(), " parties; one a party is needed"));
  for (std::size_t i = 0; i < key.size(); ++i)
    if (!std::isfinite(key[i]) || key[i] < 0.0)
      throw ValidationError(text("network: the key of ", parties[i], " is ", key[i],
                                 "; it must be finite and not negative"));
}

}  // namespace

Allocation::Allocation(const Ledger& ledger, const NetworkOptions& options, const Control& control)
    : ledger_(ledger),
      options_(options),
      control_(control),
      any_(ledger.groups().size() > 0),
      replaces_(any_ && options.groups != JointGifts::group) {
  if (options.groups == JointGifts::all_pairs && options.weight != Weight::presence)
    throw ValidationError(
        "network: groups=all_pairs puts the whole gift on every pair, so that amounts would be "
        "counted several times; it goes with weight=presence only");
  if (options.groups == JointGifts::key) require_key(options.key, ledger.parties().party);
  if (!any_) return;
  rows_ = Pointers(ledger.groups().group, ledger.parties().size());
  if (!replaces_) return;
  require_no_cycle(ledger.groups(), rows_, ledger.parties().party, control);
  seen_.assign(ledger.parties().size(), 0);
}

/// Members with the side's role, else those without a role; of these, who belonged to the group at
/// the time, each once. False where there are none.
bool Allocation::choose(index_t group, Role side, const Interval& time) {
  const Groups& groups = ledger_.groups();
  const auto rows = members_of(group);
  const auto has = [&](Role role) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](index_t row) { return groups.role[at(row)] == role; });
  };
  const Role role = has(side) ? side : Role::unstated;
  chosen_.clear();
  ++round_;
  for (const index_t row : rows) {
    const Interval belongs{groups.joined[at(row)].first_day(), groups.left[at(row)].last_day()};
    std::int64_t& seen = seen_[at(groups.member[at(row)])];
    if (groups.role[at(row)] != role || !belongs.overlaps(time) || seen == round_) continue;
    seen = round_;
    chosen_.push_back(row);
  }
  return !chosen_.empty();
}

void Allocation::weigh_by_share(index_t group, Role side, std::span<std::int64_t> weights) {
  constexpr double fine = 1e12;  // decimal shares of up to 12 digits are exact
  double sum = 0.0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const std::size_t row = at(chosen_[k]);
    const double share = ledger_.groups().share[row];
    if (!(share >= 0.0 && share <= 1.0))
      throw ValidationError(text("network: groups=share: the member ",
                                 ledger_.parties().party[at(ledger_.groups().member[row])], " of ",
                                 ledger_.parties().party[at(group)],
                                 std::isnan(share)
                                     ? std::string(" has no share")
                                     : text(" has the share ", share, ", outside [0, 1]")));
    sum += share;
    weights[k] = std::llround(share * fine);
  }
  if (std::abs(sum - 1.0) > 1e-6)
    throw ValidationError(text("network: groups=share: the shares of ",
                               ledger_.parties().party[at(group)], "'s members as ", name_of(side),
                               "s add up to ", sum, ", not to 1"));
}

bool Allocation::weigh_by_key(std::span<std::int64_t> weights) {
  const auto key_of = [&](std::size_t k) {
    return options_.key[at(ledger_.groups().member[at(chosen_[k])])];
  };
  double most = 0.0;
  for (std::size_t k = 0; k < weights.size(); ++k) most = std::max(most, key_of(k));
  if (most == 0.0) return false;
  // By a power of two, so that proportions stay what they are.
  const int shift = 52 - std::ilogb(most);
  for (std::size_t k = 0; k < weights.size(); ++k)
    weights[k] = std::llround(std::scalbn(key_of(k), shift));
  return true;
}

bool Allocation::weigh(index_t group, Role side) {
  const std::span<std::int64_t> weights = apportion_.weights(chosen_.size());
  if (options_.groups == JointGifts::share) weigh_by_share(group, side, weights);
  if (options_.groups == JointGifts::key) return weigh_by_key(weights);
  return true;
}

void Allocation::expand(index_t party, Role side, const Interval& time, const Bounds& bounds,
                        std::vector<Share>& shares) {
  pending_.push_back({party, bounds});
  Poller poll(control_);
  while (!pending_.empty()) {
    poll();
    const Share share = pending_.back();
    pending_.pop_back();
    if (!splits(share.party)) {
      shares.push_back(share);
      continue;
    }
    if (!choose(share.party, side, time) || !weigh(share.party, side)) {
      ++unsplit;
      shares.push_back(share);
      continue;
    }
    ++split;
    const auto parts = apportion_(share.bounds);
    for (std::size_t k = parts.size(); k-- > 0;)  // the first member comes off the stack first
      pending_.push_back({ledger_.groups().member[at(chosen_[k])], parts[k]});
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
