#pragma once

// What becomes of each flow of a small ledger: see ledger_links.hpp, and then rules 5 and 6.

#include "verify/ledger_links.hpp"

namespace testing_support::verify {

class FatesByDefinition : public LinksByDefinition {
 public:
  FatesByDefinition(const Ledger& ledger, const NetworkOptions& options)
      : LinksByDefinition(ledger, options) {
    if (options.totals == Totals::total) find_within();
    for (int i = 0; i < size_; ++i) fates.push_back(settle(i));
  }

  std::vector<std::string> fates;

 protected:
  // Rule 6, then 5.
  std::string after_aggregates(int i) {
    const std::string fate = after_chains(i);
    return fate == "used" && some_part_ && aggregate(i) ? "aggregate" : fate;
  }
  Rows parts_of(int total) const {
    Rows parts;
    for (int i = 0; i < size_; ++i)
      if (total_of(i) == total && counts(i)) parts.push_back(i);
    return parts;
  }
  /// Of the parts, those that are added up.
  Rows latest_parts(int total) {
    const Rows parts = parts_of(total);
    const auto serves = [&](int k) { return after_aggregates(k) == "used"; };
    Rows reports, latest;
    for (const int i : parts)
      if (std::none_of(parts.begin(), parts.end(), [&](int k) {
            return k != i && canonical(k) == canonical(i) &&
                   (serves(k) != serves(i) ? serves(k) : better_report(k, i));
          }))
        reports.push_back(i);
    for (const int i : reports)
      if (std::none_of(reports.begin(), reports.end(), [&](int k) {
            return chains_[at(i)].contains(k) &&
                   (serves(k) != serves(i) ? serves(k) : f_.status[at(k)] > f_.status[at(i)]);
          }))
        latest.push_back(i);
    return latest;
  }
  std::optional<Amount> sum_of_parts(int total) {
    if (parts_of(total).empty()) return {};
    Amount all;
    for (const int i : latest_parts(total)) {
      if (const auto own = stated(i)) {
        all += *own;
        continue;
      }
      if (const auto own = sum_of_parts(i)) all += *own;
      all.upper.reset();
    }
    return all;
  }
  /// What a party is at a level.
  std::string node(int party, Level level) const {
    const Parties& p = l_.parties();
    const Places& places = l_.places();
    const std::string own(p.party[at(party)]);
    if (level == Level::party) return own;
    if (level == Level::institution)
      return p.parent[at(party)] < 0 ? own : node(row(p.parent[at(party)]), level);
    int holder = party;
    while (holder >= 0 && p.place[at(holder)] < 0) holder = row(p.parent[at(holder)]);
    if (holder < 0) return own;
    const PlaceLevel wanted = level == Level::county ? PlaceLevel::county : PlaceLevel::province;
    for (int place = row(p.place[at(holder)]); place >= 0; place = row(places.parent[at(place)])) {
      if (level == Level::side && places.side[at(place)] != "")
        return std::string(places.side[at(place)]);
      if (level == Level::side || places.level[at(place)] != wanted) continue;
      while (places.successor[at(place)] >= 0) place = row(places.successor[at(place)]);
      return std::string(places.place[at(place)]);
    }
    return own;
  }
  /// Whether the part is used on the edge that its total has: nothing splits or divides.
  bool on_same_edge(int part, int total) {
    const auto group = [&](int party) {
      const auto& groups = l_.groups().group;
      return o_.groups != JointGifts::group &&
             std::find(groups.begin(), groups.end(), party) != groups.end();
    };
    const auto same = [&](const std::vector<aidnet::index_t>& party, Level level) {
      const int a = row(party[at(part)]), b = row(party[at(total)]);
      return node(a, level) == node(b, level) && !group(a) && !group(b);
    };
    return after_aggregates(part) == "used" && same(f_.donor, o_.donor_level) &&
           same(f_.recipient, o_.recipient_level) &&
           ((o_.period_start.blank() && o_.period_end.blank()) || o_.spread == Spread::none) &&
           (o_.orientation == Orientation::help ||
            f_.direction[at(part)] == f_.direction[at(total)]);
  }
  /// All that parts and links lead to from a total, but for what is linked to the total itself.
  void add_below(int i, int total, std::set<int>& below) const {
    if (i != total && !below.insert(i).second) return;
    for (int k = 0; k < size_; ++k)
      if (total_of(k) == i && k != total) add_below(k, total, below);
    if (!chains_[at(i)].contains(total))
      for (const int k : chains_[at(i)]) add_below(k, total, below);
  }
  /// From the top: totals that are used, and not within another one.
  void find_within() {
    std::set<int> seen;
    for (int i = 0; i < size_; ++i) find_within(i, seen);
  }
  void find_within(int i, std::set<int>& seen) {
    if (!seen.insert(i).second) return;
    if (f_.part_of[at(i)] >= 0) find_within(row(f_.part_of[at(i)]), seen);
    if (within_.contains(i) || after_aggregates(i) != "used" || replaced(i)) return;
    std::set<int> below;
    add_below(i, i, below);
    within_.merge(below);
  }
  bool replaced(int i) const { return adds() && !has_amount(i) && !parts_of(i).empty(); }
  bool part_serves(int total) {
    for (int i = 0; i < size_; ++i)
      if (f_.part_of[at(i)] == total && (after_aggregates(i) == "used" || part_serves(i)))
        return true;
    return false;
  }
  std::string settle(int i) {
    const std::string fate = after_aggregates(i);
    if (fate != "used") return fate;
    if (o_.totals == Totals::total) {
      if (within_.contains(i)) return "within_total";
      return replaced(i) ? "replaced_by_parts" : "used";
    }
    if (!adds()) return part_serves(i) ? "replaced_by_parts" : "used";
    const auto parts = sum_of_parts(i);
    if (!parts) return "used";
    const auto own = stated(i);
    return own && parts->value < own->value ? "used_remainder" : "replaced_by_parts";
  }
  /// What of a whole is on the edge of a total and what is elsewhere; whether more may be there.
  void where_parts_are(int whole, int total, Amount& here, Amount& elsewhere, bool& unknown) {
    for (const int k : latest_parts(whole)) {
      const auto amount = stated(k);
      const bool divided = !parts_of(k).empty(), same = on_same_edge(k, total);
      if (amount && same && divided && amount->upper) {
        // What the network has of it here: what its parts leave of it, and those that are here.
        Amount rest{0, 0, 0};
        if (sum_of_parts(k)->value < amount->value) rest = remainder(k);
        if (sum_of_parts(k)->value > amount->value) rest.upper.reset();  // they contradict it
        if (rest.upper) {
          Amount own_here, own_elsewhere;
          bool own_unknown = false;
          where_parts_are(k, total, own_here, own_elsewhere, own_unknown);
          // What is elsewhere of it is no more than it is, less what is here.
          const std::int64_t most = std::max(own_elsewhere.lower, *amount->upper - own_here.lower);
          if (own_unknown || !own_elsewhere.upper || *own_elsewhere.upper > most)
            own_elsewhere.upper = most;
          here += rest;
          here += own_here;
          elsewhere += own_elsewhere;
        } else {
          elsewhere += *amount;
        }
      } else if (amount) {
        (same && amount->upper ? here : elsewhere) += *amount;
      } else if (same) {
        where_parts_are(k, total, here, elsewhere, unknown);
      } else {
        if (divided) elsewhere += *sum_of_parts(k);
        unknown = true;
      }
    }
  }
  /// Of nothing below zero. The edge is the total less what is elsewhere, and at least what its own
  /// parts are; the remainder is what is missing of that.
  Amount remainder(int i) {
    const Amount own = *stated(i), parts = *sum_of_parts(i);
    Amount here, elsewhere;
    bool unknown = false;
    where_parts_are(i, i, here, elsewhere, unknown);
    Amount rest{own.value - parts.value, 0, {}};
    if (elsewhere.upper && !unknown)
      rest.lower = std::max(here.lower, own.lower - *elsewhere.upper) - here.lower;
    if (own.upper)
      rest.upper = std::max<std::int64_t>(0, *own.upper - elsewhere.lower) - *here.upper;
    return rest;
  }

 private:
  std::set<int> within_;
};

}  // namespace testing_support::verify
