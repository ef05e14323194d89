#include <numeric>
#include <random>

#include "aidnet/core/error.hpp"
#include "catch.hpp"
#include "random_ledger.hpp"
#include "rounds.hpp"
#include "verify/ledger_network.hpp"

// Networks of random ledgers: against the rules by another reading of them, and what is conserved.

using namespace testing_support;
using namespace aidnet::ledger;
using aidnet::index_t;

namespace {

struct Draw {
  std::mt19937_64 rng;
  int operator()(int below) { return static_cast<int>(rng() % static_cast<std::uint64_t>(below)); }
};

Date year(int number) { return {static_cast<std::int16_t>(number)}; }

/// Options that go with any random ledger; one unit where amounts are added.
NetworkOptions random_options(Draw& draw, const Ledger& ledger) {
  NetworkOptions o;
  o.unit = draw(2) == 0 ? "CNY" : "person";
  if (draw(3) == 0) o.status = {Status::committed, Status::unstated};
  if (draw(6) == 0) o.status = {Status::cancelled, Status::spent};
  if (draw(4) == 0) o.resource = {draw(2) == 0 ? Resource::funding : Resource::students};
  if (draw(8) == 0) o.resource = {Resource::funding, Resource::repayment};
  if (draw(3) == 0) o.source = {static_cast<index_t>(draw(2))};
  if (draw(2) == 0) {
    o.period_start = year(2015 + draw(4));
    o.period_end = year(o.period_start.year + draw(4));
    o.spread = static_cast<Spread>(draw(3));
  }
  const Level levels[] = {Level::party, Level::institution, Level::county, Level::province,
                          Level::side};
  o.donor_level = levels[draw(5)];
  o.recipient_level = levels[draw(5)];
  o.orientation = static_cast<Orientation>(draw(2));
  o.totals = static_cast<Totals>(draw(2));
  o.groups = static_cast<JointGifts>(draw(4));
  if (draw(4) == 0) o.weight = Weight::count;
  if (o.weight == Weight::count && draw(2) == 0) o.unit.reset();
  if (o.weight == Weight::count) o.spread = Spread::none;
  if (o.groups == JointGifts::key)
    for (std::size_t k = 0; k < ledger.parties().size(); ++k) o.key.push_back(draw(5));
  return o;
}

/// What must hold in any network.
void require_sound(const Ledger& ledger, const LedgerNetwork& net) {
  const NetworkDescription& d = net.description();
  REQUIRE(net.fates().size() == ledger.flows().size());
  REQUIRE(std::accumulate(d.fates.begin(), d.fates.end(), std::int64_t{0}) == d.flows);
  REQUIRE(d.fates[0] + d.fates[1] == d.used);
  Bounds sum{};
  std::vector<bool> there(ledger.flows().size(), false);
  for (index_t entry = 0; entry < net.graph().entry_count(); ++entry) {
    const auto flows = net.flows_of(entry);
    REQUIRE_FALSE(flows.empty());
    for (std::size_t k = 0; k < flows.size(); ++k) {
      const EdgeFlow& flow = flows[k];
      there[static_cast<std::size_t>(flow.flow)] = true;
      if (k > 0) REQUIRE(flows[k - 1].flow < flow.flow);
      // Remainders keep their bounds together with the parts on their edge.
      if (!flow.remainder) REQUIRE(flow.lower <= flow.amount);
      if (!flow.remainder && flow.upper != no_number) REQUIRE(flow.amount <= flow.upper);
      sum.value += flow.amount;
      sum.lower += flow.lower;
      sum.upper = sum.unbounded() || flow.upper == no_number ? no_number : sum.upper + flow.upper;
    }
    const auto e = static_cast<std::size_t>(entry);
    REQUIRE(net.lower()[e] <= net.graph().weights()[e]);
    REQUIRE(net.graph().weights()[e] <= net.upper()[e]);
  }
  REQUIRE(sum == d.total);
  for (std::size_t i = 0; i < there.size(); ++i) {
    const Fate fate = net.fates()[i];
    REQUIRE(there[i] == (fate == Fate::used || fate == Fate::used_remainder));
  }
}

LedgerNetwork plain(const Ledger& ledger, NetworkOptions options = {}) {
  options.unit = "person";
  return network(ledger, options);
}

}  // namespace

TEST_CASE("networks of random ledgers are what the rules say, read otherwise") {
  int refused = 0, left = 0;
  for (std::uint64_t seed = 0; seed < rounds(3000u); ++seed) {
    INFO("seed " << seed);
    Draw draw{std::mt19937_64(seed)};
    const Ledger ledger = ledger_of(random_tables(seed));
    const NetworkOptions options = random_options(draw, ledger);
    try {
      const verify::NetworkByDefinition expected(ledger, options);
      const LedgerNetwork net = network(ledger, options);
      require_sound(ledger, net);
      std::vector<std::string> fates;
      for (const Fate fate : net.fates()) fates.emplace_back(name_of(fate));
      REQUIRE(fates == expected.fates);
      Edges edges;
      for (const auto& [edge, amount] : expected.edges) edges[edge] = amount.value;
      REQUIRE(edges_of(net) == edges);
      if (options.weight == Weight::count) continue;
      REQUIRE(net.total() == expected.sum.value);
      REQUIRE(net.description().total.lower == expected.sum.lower);
      REQUIRE(net.description().total.upper == expected.sum.upper.value_or(no_number));
      left += net.description().remainders > 0;
    } catch (const std::domain_error&) {
      REQUIRE_THROWS_WITH(network(ledger, options), ContainsSubstring("not to 1"));
      ++refused;
    }
  }
  CHECK(refused > lessened(20));  // that all this was met
  CHECK(refused < rounds(600));
  CHECK(left > lessened(100));
}

namespace {

/// What a total and all below it come to, by recursion; parts without an amount count as theirs.
struct Came {
  std::int64_t stated, used;
  bool missing;
};
Came come_to(const Ledger& ledger, int row) {
  std::int64_t stated = 0, used = 0;
  bool any = false;
  for (std::size_t i = 0; i < ledger.flows().size(); ++i) {
    if (ledger.flows().part_of[i] != row) continue;
    const Came part = come_to(ledger, static_cast<int>(i));
    stated += part.stated;
    used += part.used;
    any = true;
  }
  const std::int64_t own = ledger.flows().value[static_cast<std::size_t>(row)];
  if (own == no_number) return {stated, used, true};
  return {own, any ? used + std::max<std::int64_t>(0, own - stated) : own, false};
}

}  // namespace

TEST_CASE("parts and remainders come to the totals") {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    INFO("seed " << seed);
    const Ledger ledger = ledger_of(random_tables(
        seed, {.one_unit = true, .dates = false, .links = false, .exceeding = false}));
    std::int64_t roots = 0, stated = 0;
    bool gaps = false;
    for (std::size_t i = 0; i < ledger.flows().size(); ++i) {
      // Without gaps, no part states more than its total has left.
      gaps |= ledger.flows().value[i] == no_number;
      if (ledger.flows().part_of[i] != aidnet::no_index) continue;
      const Came came = come_to(ledger, static_cast<int>(i));
      roots += came.used;
      stated += came.stated;
    }
    const LedgerNetwork parts = plain(ledger);
    REQUIRE(parts.total() == roots);
    if (!gaps) REQUIRE(roots == stated);
    const LedgerNetwork totals = plain(ledger, {.totals = Totals::total});
    if (!gaps) REQUIRE(totals.total() == stated);
    if (!gaps) REQUIRE(parts.description().totals_exceeded == 0);
    require_sound(ledger, parts);
    require_sound(ledger, totals);
  }
}

TEST_CASE("levels and joint gifts keep totals, and bounds hold") {
  const auto holds = [](const Bounds& outer, const Bounds& inner) {
    return outer.lower <= inner.lower &&
           (outer.unbounded() || (!inner.unbounded() && inner.upper <= outer.upper));
  };
  for (std::uint64_t seed = 0; seed < rounds(1000u); ++seed) {
    INFO("seed " << seed);
    const Ledger ledger = ledger_of(random_tables(seed));
    const Bounds whole = plain(ledger).description().total;
    std::vector<double> key;
    Draw draw{std::mt19937_64(seed)};
    for (std::size_t k = 0; k < ledger.parties().size(); ++k) key.push_back(draw(3) * 0.1);
    for (const Level level : {Level::party, Level::institution, Level::county, Level::prefecture,
                              Level::province, Level::side, Level::programme}) {
      NetworkOptions o{.donor_level = level, .recipient_level = level};
      const Bounds kept = plain(ledger, o).description().total;
      // The coarser the nodes, the more parts lie on the edge of their total, and the closer are
      // the bounds. A programme is no node that a party always has.
      if (level != Level::programme) REQUIRE(holds(whole, kept));
      // Where members take the group's place, no part counts as lying there.
      o.groups = JointGifts::equal;
      const Bounds split = plain(ledger, o).description().total;
      REQUIRE(holds(split, kept));
      REQUIRE(kept.value == whole.value);
      REQUIRE(split.value == whole.value);
      o.groups = JointGifts::key;
      o.key = key;
      const LedgerNetwork net = plain(ledger, o);
      REQUIRE(net.description().total == split);
      require_sound(ledger, net);
      // What is dropped and what stays make up the whole.
      o.above = Above::drop;
      const NetworkDescription dropped = plain(ledger, o).description();
      REQUIRE(dropped.total.value <= whole.value);
      if (dropped.fates[static_cast<std::size_t>(Fate::above_level)] == 0)
        REQUIRE(dropped.total.value + dropped.dropped_sum == whole.value);
    }
  }
}

TEST_CASE("periods that share out the time share out the sum") {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    INFO("seed " << seed);
    Draw draw{std::mt19937_64(seed)};
    const Ledger ledger = ledger_of(random_tables(seed, {.links = false}));
    NetworkOptions all;
    all.period_start = year(1);
    all.period_end = year(9999);
    all.groups = draw(2) == 0 ? JointGifts::group : JointGifts::equal;
    for (const Spread spread : {Spread::equal, Spread::days}) {
      std::int64_t sum = 0, lower = 0;
      NetworkOptions part = all;
      part.spread = spread;
      for (int y = 2013; y <= 2026;) {
        const int years = 1 + draw(3);
        part.period_start = year(y);
        part.period_end = year(y + years - 1);
        const Bounds total = plain(ledger, part).description().total;
        sum += total.value;
        lower += total.lower;
        y += years;
      }
      part = all;
      part.spread = spread;
      const Bounds expected = plain(ledger, part).description().total;
      REQUIRE(sum == expected.value);
      REQUIRE(sum == plain(ledger, all).total());
      if (spread == Spread::equal) REQUIRE(lower == expected.lower);
      REQUIRE(lower <= expected.lower);
    }
  }
}

TEST_CASE("the order of the rows is of no account, but for the numbers of nodes") {
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    INFO("seed " << seed);
    Draw draw{std::mt19937_64(seed)};
    // With three reports the first row would serve, and that is another one then.
    TableRows tables = random_tables(seed, {.reports = 2});
    const Ledger ledger = ledger_of(tables);
    NetworkOptions options = random_options(draw, ledger);
    if (options.groups == JointGifts::share) options.groups = JointGifts::equal;
    const LedgerNetwork net = network(ledger, options);
    Rows& rows = tables[TableId::flows];
    std::shuffle(rows.begin() + 1, rows.end(), draw.rng);
    const Ledger shuffled = ledger_of(tables);
    // Sources are numbered as they appear.
    for (index_t& source : options.source)
      source = shuffled.find(TableId::sources,
                             ledger.sources().source[static_cast<std::size_t>(source)]);
    const LedgerNetwork again = network(shuffled, options);
    REQUIRE(edges_of(again) == edges_of(net));
    REQUIRE(again.description().total == net.description().total);
    REQUIRE(again.description().fates == net.description().fates);
    REQUIRE(again.graph().node_count() == net.graph().node_count());
  }
}
