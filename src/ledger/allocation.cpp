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
  const std::size_t parties = ledger.parties().size();
  seen_.assign(parties, 0);
  walked_.assign(parties, 0);
  amount_.resize(parties);
  for (std::vector<std::int64_t>& counts : count_) counts.assign(parties, -1);
  const auto stated = [](const Date& date) { return !date.blank(); };
  dated_ = std::any_of(ledger.groups().joined.begin(), ledger.groups().joined.end(), stated) ||
           std::any_of(ledger.groups().left.begin(), ledger.groups().left.end(), stated);
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

bool Allocation::weigh(index_t group, Role side, std::span<std::int64_t> weights) {
  if (options_.groups == JointGifts::share) weigh_by_share(group, side, weights);
  if (options_.groups == JointGifts::key) return weigh_by_key(weights);
  return true;
}

void Allocation::enter(index_t party, Role side, const Interval& time) {
  walked_[at(party)] = walk_;
  amount_[at(party)] = {};
  const std::size_t begin = members_.size();
  if (splits(party)) {
    if (choose(party, side, time)) {
      weights_.resize(begin + chosen_.size(), 1);
      if (weigh(party, side, std::span(weights_).subspan(begin))) {
        for (const index_t row : chosen_) members_.push_back(ledger_.groups().member[at(row)]);
        path_.push_back({{party, begin, members_.size()}, begin});
        return;
      }
      weights_.resize(begin);
    }
    ++unsplit_;
  }
  leaves_.push_back(party);
}

/// Down to those who are no groups, by way of each group once.
void Allocation::walk(index_t party, Role side, const Interval& time) {
  groups_.clear();
  leaves_.clear();
  members_.clear();
  weights_.clear();
  ++walk_;
  unsplit_ = 0;
  Poller poll(control_);
  enter(party, side, time);
  while (!path_.empty()) {
    poll();
    Step& step = path_.back();
    if (step.next == step.group.end) {
      groups_.push_back(step.group);
      path_.pop_back();
    } else if (const index_t member = members_[step.next++]; walked_[at(member)] != walk_) {
      enter(member, side, time);
    }
  }
}

std::int64_t Allocation::count(index_t party, Role side, const Interval& time) {
  if (!splits(party)) return 1;
  std::int64_t& known = count_[side == Role::donor ? 0 : 1][at(party)];
  if (dated_ || known < 0) {
    walk(party, side, time);
    known = static_cast<std::int64_t>(leaves_.size());
  }
  return known;
}

void Allocation::expand(index_t party, Role side, const Interval& time, const Bounds& bounds,
                        std::vector<Share>& shares) {
  walk(party, side, time);
  amount_[at(party)] = bounds;
  Poller poll(control_);
  for (auto group = groups_.rbegin(); group != groups_.rend(); ++group) {
    poll(static_cast<std::int64_t>(group->end - group->begin));
    const std::span<std::int64_t> weights = apportion_.weights(group->end - group->begin);
    std::copy_n(weights_.begin() + static_cast<std::ptrdiff_t>(group->begin), weights.size(),
                weights.begin());
    const std::span<const Bounds> parts = apportion_(amount_[at(group->party)]);
    // Parts have the sign of what is divided: their sums stay within it.
    for (std::size_t k = 0; k < parts.size(); ++k) {
      Bounds& sum = amount_[at(members_[group->begin + k])];
      sum.value += parts[k].value;
      sum.lower += parts[k].lower;
      sum.upper = parts[k].unbounded() ? no_number : sum.upper + parts[k].upper;
    }
  }
  for (const index_t leaf : leaves_) shares.push_back({leaf, amount_[at(leaf)]});
  split += static_cast<std::int64_t>(groups_.size());
  unsplit += unsplit_;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
