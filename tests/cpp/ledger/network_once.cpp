#include <algorithm>
#include <numeric>
#include <random>

#include "catch.hpp"
#include "random_ledger.hpp"
#include "rounds.hpp"

// What must hold in networks of random ledgers whatever the rules are: nothing is counted twice.

using namespace testing_support;
using namespace aidnet::ledger;
using aidnet::index_t;
using aidnet::no_index;

namespace {

/// The flows of a random ledger and their network, asked without any of the rules.
struct Asked {
  const Flows& flows;
  const LedgerNetwork& net;

  [[nodiscard]] std::size_t size() const { return flows.size(); }
  [[nodiscard]] bool whole(std::size_t i) const { return net.fates()[i] == Fate::used; }
  [[nodiscard]] bool serves(std::size_t i) const {
    return whole(i) || net.fates()[i] == Fate::used_remainder;
  }
  [[nodiscard]] bool same_unit(std::size_t i, std::size_t k) const {
    return flows.unit[i] == flows.unit[k];
  }
  [[nodiscard]] index_t report(std::size_t i) const {
    return flows.same_as[i] == no_index ? static_cast<index_t>(i) : flows.same_as[i];
  }
  /// By flow, a number that all share which fulfils and same_as link.
  [[nodiscard]] std::vector<std::size_t> linked() const {
    std::vector<std::size_t> set(size());
    std::iota(set.begin(), set.end(), std::size_t{0});
    for (bool more = true; more;) {
      more = false;
      for (std::size_t i = 0; i < size(); ++i)
        for (const index_t to : {flows.fulfils[i], flows.same_as[i]}) {
          if (to == no_index) continue;
          std::size_t &a = set[i], &b = set[static_cast<std::size_t>(to)];
          more |= a != b;
          a = b = std::min(a, b);
        }
    }
    return set;
  }
  /// What a flow states, or else the flows of its unit below it.
  [[nodiscard]] std::int64_t stated(std::size_t i) const {
    if (flows.value[i] != no_number) return flows.value[i];
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < size(); ++k)
      if (above(k) == static_cast<index_t>(i)) sum += stated(k);
    return sum;
  }
  /// The next flow of the same unit that it is part of, over others.
  [[nodiscard]] index_t above(std::size_t i) const {
    index_t total = flows.part_of[i];
    while (total != no_index && !same_unit(i, static_cast<std::size_t>(total)))
      total = flows.part_of[static_cast<std::size_t>(total)];
    return total;
  }
};

struct SaidDraw {
  std::mt19937_64 rng;
  int operator()(int below) { return static_cast<int>(rng() % static_cast<std::uint64_t>(below)); }
};

/// Only filters that choose what is said and by whom.
NetworkOptions said_options(SaidDraw& draw) {
  NetworkOptions o;
  o.unit = draw(2) == 0 ? "CNY" : "person";
  const Status statuses[] = {Status::unstated, Status::committed, Status::disbursed, Status::spent};
  for (const Status status : statuses)
    if (draw(2) == 0) o.status.push_back(status);
  if (draw(2) == 0) o.resource.push_back(draw(3) == 0 ? Resource::students : Resource::funding);
  if (draw(3) == 0) o.source = {static_cast<index_t>(draw(2))};
  o.totals = static_cast<Totals>(draw(2));
  return o;
}

}  // namespace

TEST_CASE("nothing is counted twice, whichever rule sees to it") {
  int nested = 0, chains = 0, reports = 0;
  for (std::uint64_t seed = 0; seed < rounds(4000u); ++seed) {
    INFO("seed " << seed);
    SaidDraw draw{std::mt19937_64(seed)};
    const Ledger ledger = ledger_of(random_tables(seed, {.exceeding = false}));
    const LedgerNetwork net = network(ledger, said_options(draw));
    const Asked asked{ledger.flows(), net};
    const std::vector<std::size_t> linked = asked.linked();
    std::int64_t most = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (asked.flows.unit[i] == net.unit() && asked.above(i) == no_index) most += asked.stated(i);
      if (!asked.serves(i)) continue;
      // No used flow is below a wholly used total of its unit.
      for (index_t total = asked.above(i); total != no_index;
           total = asked.above(static_cast<std::size_t>(total))) {
        REQUIRE_FALSE(asked.whole(static_cast<std::size_t>(total)));
        ++nested;
      }
      for (std::size_t k = 0; k < i; ++k) {
        if (!asked.serves(k) || !asked.same_unit(i, k)) continue;
        // Of linked flows those of one status serve, and of reports of the same help one.
        REQUIRE_FALSE(asked.report(i) == asked.report(k));
        if (linked[i] != linked[k]) continue;
        REQUIRE(asked.flows.status[i] == asked.flows.status[k]);
        ++chains;
      }
      reports += asked.flows.same_as[i] != no_index;
    }
    // Parts state no more than their totals: so nothing exceeds what the roots state.
    REQUIRE(net.total() <= most);
  }
  CHECK(nested > lessened(500));  // that all this was met
  CHECK(chains > lessened(100));
  CHECK(reports > lessened(100));
}
