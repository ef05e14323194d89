#pragma once

// Random ledgers with all that a network has to settle: totals in totals, other reports, chains of
// statuses, groups in groups, places, gaps, bounds and dates.

#include <cmath>

#include "ledger.hpp"

namespace testing_support {

struct RandomLedgerOptions {
  int flows = 25;
  bool one_unit = false;  ///< otherwise CNY, person and none
  bool dates = true;      ///< of flows and memberships
  bool links = true;      ///< same_as, fulfils, cancelled and aggregate flows, resources
  bool exceeding = true;  ///< parts may state more than their total
  int reports = 4;        ///< most reports of the same help
};

class RandomLedger {
 public:
  RandomLedger(std::uint64_t seed, const RandomLedgerOptions& options)
      : rng_(seed), options_(options) {
    make_places();
    make_parties();
    make_groups();
    make_flows();
  }
  TableRows tables;

 private:
  int draw(int below) { return static_cast<int>(rng_() % static_cast<std::uint64_t>(below)); }
  bool chance(int percent) { return draw(100) < percent; }
  template <class... Word>
  std::string one_of(Word... words) {
    const std::string all[] = {words...};
    return all[draw(static_cast<int>(sizeof...(words)))];
  }

  void make_places() {
    Rows& rows = tables[TableId::places];
    rows = {{"place", "level", "parent", "side", "successor"}, {"cn", "country", "", "", ""}};
    for (int p = 0; p < 3; ++p) {
      const std::string province = "prov" + std::to_string(p);
      rows.push_back({province, "province", "cn", one_of("east", "west", ""), ""});
      for (int c = 0; c < 3; ++c)
        rows.push_back({province + "c" + std::to_string(c), "county", province, "",
                        c == 0 && chance(50) ? province + "c1" : ""});
    }
    places_ = static_cast<int>(rows.size()) - 1;
  }

  void make_parties() {
    Rows& rows = tables[TableId::parties];
    rows = {{"party", "place", "parent"}};
    for (int k = 0; k < parties_; ++k)
      rows.push_back({party(k), chance(75) ? tables[TableId::places][at(1 + draw(places_))][0] : "",
                      k > 0 && chance(25) ? party(draw(k)) : ""});
  }

  /// Party k is a group for k < 3, of parties behind it, so that none is a member of itself.
  void make_groups() {
    Rows& rows = tables[TableId::groups];
    rows = {{"group", "member", "role", "joined", "left", "share"}};
    for (int g = 0; g < 3; ++g)
      for (const std::string role : {"donor", "recipient", ""}) {
        const int members = draw(4);
        double left = 1.0;
        for (int m = 0; m < members; ++m) {
          const double share = m + 1 == members ? left : std::floor(left * draw(101)) / 100.0;
          left = std::round((left - share) * 100.0) / 100.0;
          rows.push_back({party(g), party(g + 1 + draw(parties_ - g - 1)), role,
                          options_.dates && chance(15) ? year() : "", "", std::to_string(share)});
        }
      }
  }

  void make_flows() {
    Rows& rows = tables[TableId::flows];
    rows = {{"flow", "donor", "recipient", "unit", "value", "lower", "upper", "qualifier", "status",
             "start", "end", "part_of", "same_as", "fulfils", "source", "direction", "scope",
             "resource"}};
    canonical_.clear();
    std::vector<std::string> unit;
    std::vector<int> left, reports(at(options_.flows), 1);
    for (int k = 0; k < options_.flows; ++k) {
      int same = -1, total = -1, fulfils = -1;
      if (options_.links && k > 0 && chance(15)) {
        same = canonical_[at(draw(k))];
        if (++reports[at(same)] > options_.reports) same = -1;
      }
      canonical_.push_back(same < 0 ? k : same);
      // A report's totals and commitments are reports of what comes before, as no ledger has links
      // that go round in a circle.
      if (k > 0 && chance(45)) total = draw(k);
      if (total >= 0 && canonical_[at(total)] >= canonical_.back()) total = -1;
      if (options_.links && k > 0 && chance(15)) fulfils = draw(k);
      if (fulfils >= 0 && canonical_[at(fulfils)] >= canonical_.back()) fulfils = -1;
      unit.push_back(options_.one_unit          ? "person"
                     : total >= 0 && chance(80) ? unit[at(total)]
                                                : one_of("CNY", "person", "person", ""));
      int most = 100;
      if (total >= 0 && !options_.exceeding) most = left[at(total)] + 1;
      const int value = draw(most);
      const bool missing = chance(12);
      left.push_back(missing ? 0 : value);
      if (total >= 0 && !missing) left[at(total)] -= std::min(left[at(total)], value);
      const bool bare = chance(20);  // bounds without a value
      const std::string lower = chance(25) ? std::to_string(value - draw(value + 1)) : "";
      const std::string upper = chance(25) ? std::to_string(value + draw(20)) : "";
      const int start = 2015 + draw(6), end = start + draw(4);
      const bool dated = options_.dates && chance(85);
      rows.push_back(
          {id(k), party(draw(parties_)), party(draw(parties_)), unit.back(),
           missing || (bare && options_.exceeding) ? "" : std::to_string(value),
           missing ? "" : lower, missing ? "" : upper,
           one_of("exact", "about", "over", "nearly", "at_least", "at_most", "range", ""),
           options_.links && chance(3) ? "cancelled"
                                       : one_of("", "committed", "disbursed", "spent"),
           dated ? std::to_string(start) : "", dated && chance(50) ? std::to_string(end) : "",
           total < 0 ? "" : id(total), same < 0 ? "" : id(same), fulfils < 0 ? "" : id(fulfils),
           one_of("s1", "s2"), one_of("forward", "reverse", "return", "both", ""),
           options_.links && chance(3) ? "aggregate" : "",
           options_.links ? one_of("funding", "funding", "funding", "students", "repayment") : ""});
    }
  }

  std::string year() { return std::to_string(2014 + draw(6)); }
  static std::string party(int k) { return "party" + std::to_string(k); }
  static std::string id(int k) { return "f" + std::to_string(k); }
  static std::size_t at(int k) { return static_cast<std::size_t>(k); }

  std::mt19937_64 rng_;
  RandomLedgerOptions options_;
  std::vector<int> canonical_;
  int places_ = 0;
  static constexpr int parties_ = 9;
};

inline TableRows random_tables(std::uint64_t seed, const RandomLedgerOptions& options = {}) {
  return RandomLedger(seed, options).tables;
}

}  // namespace testing_support
