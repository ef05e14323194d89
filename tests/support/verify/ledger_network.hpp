#pragma once

// The network of a small ledger from the rules as they are written: see ledger_fates.hpp.

#include <stdexcept>

#include "verify/ledger_fates.hpp"

namespace testing_support::verify {

class NetworkByDefinition : public FatesByDefinition {
 public:
  /// Throws std::domain_error where the shares of a group do not make a whole.
  NetworkByDefinition(const Ledger& ledger, const NetworkOptions& options)
      : FatesByDefinition(ledger, options) {
    for (int i = 0; i < size_; ++i) enter(i);
  }

  std::map<std::string, Amount> edges;  ///< by "donor > recipient"
  Amount sum;

 private:
  // The period.
  std::int64_t in_period(std::int64_t amount, int i) const {
    std::int64_t share = 0;
    if (o_.spread == Spread::equal) {
      const int years = to(i).year - from(i).year + 1;
      for (int k = 0; k < years; ++k) {
        const Date year{static_cast<std::int16_t>(from(i).year + k)};
        if (inside(year.first_day())) share += amount / years + (k < amount % years ? 1 : 0);
      }
    } else {
      const std::int64_t first = from(i).first_day(), days = to(i).last_day() - first + 1;
      for (std::int64_t k = 0; k < days; ++k)
        if (inside(first + k)) share += amount * (k + 1) / days - amount * k / days;
    }
    return share;
  }
  bool inside(std::int64_t day) const {
    return day >= o_.period_start.first_day() && day <= o_.period_end.last_day();
  }

  // Rules 7 to 10.
  struct Share {
    int party;
    std::int64_t value;
  };
  /// What each member of a group gets of the value; the group itself where they cannot be told.
  std::vector<Share> divide(int party, Role side, int flow, std::int64_t value) const {
    const Groups& g = l_.groups();
    std::vector<int> members;
    bool role = false;
    for (std::size_t k = 0; k < g.size(); ++k) role |= g.group[k] == party && g.role[k] == side;
    for (std::size_t k = 0; k < g.size(); ++k) {
      if (g.group[k] != party || g.role[k] != (role ? side : Role::unstated)) continue;
      const bool member = from(flow).blank() || (g.joined[k].first_day() <= to(flow).last_day() &&
                                                 from(flow).first_day() <= g.left[k].last_day());
      const bool twice = std::any_of(members.begin(), members.end(),
                                     [&](int m) { return g.member[at(m)] == g.member[k]; });
      if (member && !twice) members.push_back(static_cast<int>(k));
    }
    std::vector<std::int64_t> weight;
    std::int64_t whole = 0;
    for (const int m : members) {
      weight.push_back(
          o_.groups == JointGifts::share ? static_cast<std::int64_t>(g.share[at(m)] * 1e6 + 0.5)
          : o_.groups == JointGifts::key ? static_cast<std::int64_t>(o_.key[at(g.member[at(m)])])
                                         : 1);
      whole += weight.back();
    }
    if (o_.groups == JointGifts::group || members.empty()) return {{party, value}};
    if (o_.groups == JointGifts::share && whole != 1'000'000) throw std::domain_error("shares");
    if (whole == 0) return {{party, value}};
    // The floors, and then one after the other who is furthest below what is due.
    std::vector<std::int64_t> part;
    std::int64_t left = value;
    for (const std::int64_t w : weight) left -= (part.emplace_back(value * w / whole));
    for (; left > 0; --left) {
      std::size_t next = 0;
      for (std::size_t k = 1; k < part.size(); ++k)
        if (value * weight[k] - part[k] * whole > value * weight[next] - part[next] * whole)
          next = k;
      ++part[next];
    }
    std::vector<Share> all;
    for (std::size_t k = 0; k < members.size(); ++k)
      all.push_back({row(g.member[at(members[k])]), part[k]});
    return all;
  }
  /// Groups in groups divide once all that they get. In random ledgers a group comes before its
  /// members, and so what it gets is complete when it is its turn.
  std::vector<Share> shares(int party, Role side, int flow, std::int64_t value) const {
    std::map<int, std::int64_t> due{{party, value}};
    std::vector<Share> all;
    for (; !due.empty(); due.erase(due.begin())) {
      const auto [first, amount] = *due.begin();
      for (const Share& share : divide(first, side, flow, amount))
        if (share.party == first)
          all.push_back(share);
        else
          due[share.party] += share.value;
    }
    return all;
  }

  void enter(int i) {
    const std::string& fate = fates[at(i)];
    if (fate != "used" && fate != "used_remainder") return;
    const bool moves = o_.orientation == Orientation::movement;
    const bool both = moves && f_.direction[at(i)] == Direction::both;
    const bool turned = moves && f_.direction[at(i)] == Direction::reverse;
    Amount amount;
    if (fate == "used_remainder")
      amount = remainder(i);
    else if (const auto own = stated(i))
      amount = *own;
    if (both) amount = {};
    if (o_.spread != Spread::none) {
      amount.value = in_period(amount.value, i);
      amount.lower = std::min(amount.value, in_period(amount.lower, i));
      if (amount.upper) amount.upper = std::max(amount.value, in_period(*amount.upper, i));
    }
    std::set<std::string> touched;
    for (const Share& donor : shares(row(f_.donor[at(i)]), Role::donor, i, amount.value))
      for (const Share& r : shares(row(f_.recipient[at(i)]), Role::recipient, i, donor.value)) {
        const std::string from_node = node(donor.party, o_.donor_level),
                          to_node = node(r.party, o_.recipient_level);
        const std::string there = from_node + " > " + to_node, back = to_node + " > " + from_node;
        edges[turned ? back : there].value += adds() ? r.value : 0;
        touched.insert(turned ? back : there);
        if (both) edges[back], touched.insert(back);
      }
    if (adds()) sum += amount;
    for (const std::string& edge : touched)
      if (o_.weight == Weight::count) ++edges[edge].value;
  }
};

}  // namespace testing_support::verify
