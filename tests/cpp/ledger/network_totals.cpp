#include <string>

#include "catch.hpp"
#include "ledger.hpp"

// Rule 5: totals and parts.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

constexpr const char* total_columns =
    "flow donor recipient value unit part_of lower upper qualifier status;";

Ledger total_flows(const std::string& rows) { return ledger_of_flows(total_columns + rows); }

}  // namespace

TEST_CASE("what is within a total is found, whichever other total was looked at before") {
  // q is carried out by p, a part of f, and by u, a part of t. Its part r is f once more: from f
  // that leads back to itself, but from t to f.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient status part_of same_as fulfils; f a b . . . .; p a b spent f . q;"
      "q a b disbursed . . .; r a b . q f .; t c d . . . .; u c d . t . q");
  const LedgerNetwork net = network(ledger, {.weight = Weight::count, .totals = Totals::total});
  CHECK(fates_of(net) == "within_total within_total superseded same_as used superseded");
}

TEST_CASE("a total gives way to its parts, and what they leave stays on its own edge") {
  const Ledger ledger = total_flows("t a b 100 person .; p a c 60 person t; q a d 15 person t");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "used_remainder used used");
  CHECK(edges_of(net) == Edges{{"a > b", 25}, {"a > c", 60}, {"a > d", 15}});
  CHECK(net.description().remainders == 1);
  CHECK(net.description().remainder_sum == 25);
  CHECK(net.description().used == 3);

  const LedgerNetwork total = network(ledger, {.totals = Totals::total});
  CHECK(fates_of(total) == "used within_total within_total");
  CHECK(edges_of(total) == Edges{{"a > b", 100}});
}

TEST_CASE("parts that make up the total, or more, replace it") {
  const LedgerNetwork whole =
      network(total_flows("t a b 100 person .; p a c 60 person t; q a d 40 person t"));
  CHECK(fates_of(whole) == "replaced_by_parts used used");
  CHECK(whole.description().totals_exceeded == 0);
  CHECK(edges_of(whole) == Edges{{"a > c", 60}, {"a > d", 40}});
  const LedgerNetwork more =
      network(total_flows("t a b 100 person .; p a c 60 person t; q a d 41 person t"));
  CHECK(fates_of(more) == "replaced_by_parts used used");
  CHECK(more.description().totals_exceeded == 1);
  CHECK(more.total() == 101);
}

TEST_CASE("a part in another unit is no arithmetic part") {
  const Ledger ledger = total_flows("t a b 100 CNY .; p a c 60 person t; q a d 5 person p");
  CHECK(fates_of(network(ledger, {.unit = "CNY"})) == "used other_unit other_unit");
  CHECK(fates_of(network(ledger, {.unit = "person"})) == "other_unit used_remainder used");
  CHECK(fates_of(network(ledger, {.unit = "CNY", .totals = Totals::total})) ==
        "used other_unit other_unit");
  // Where flows are counted, any part that serves takes the total's place.
  CHECK(fates_of(network(ledger, {.weight = Weight::count})) ==
        "replaced_by_parts replaced_by_parts used");
  CHECK(fates_of(network(ledger, {.weight = Weight::count, .totals = Totals::total})) ==
        "used within_total within_total");
  // None serves: it stays.
  CHECK(fates_of(network(ledger, {.unit = "CNY", .weight = Weight::count})) ==
        "used other_unit other_unit");
}

TEST_CASE("parts that lie elsewhere still account for their share of the total") {
  const Ledger ledger =
      ledger_of({{TableId::places, "place; here; there"},
                 {TableId::parties, "party place; b here; c there; d there"},
                 {TableId::flows,
                  "flow donor recipient value part_of status; t d b 10 . .; p d c 4 t .;"
                  "q d b 3 t planned; r d c 2 t cancelled"}});
  CHECK(network(ledger, {.place = {0}}).total() == 10'000 * (10 - 4 - 3 + 3));
  // A status that is not asked for accounts for nothing, as what is cancelled does.
  const LedgerNetwork net = network(ledger, {.status = {Status::unstated}, .place = {0}});
  CHECK(fates_of(net) == "used_remainder elsewhere other_status other_status");
  CHECK(net.total() == 60'000);
}

TEST_CASE("another source, or a part without a date, takes nothing off a total") {
  // Where it left only that, the money would be in no network of this source or of this time.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit part_of source start; t a b 10 item . s1 2018;"
      "p a c 4 item t s2 2018; q a c 3 item t s1 .; x a d 1 item p s1 2018");
  const LedgerNetwork source = network(ledger, {.source = {0}});
  CHECK(fates_of(source) == "used_remainder other_source used used");
  CHECK(edges_of(source) == Edges{{"a > b", 6}, {"a > c", 3}, {"a > d", 1}});
  const LedgerNetwork time = network(ledger, {.period_start = {2018}, .period_end = {2018}});
  CHECK(fates_of(time) == "used_remainder used_remainder undated used");
  CHECK(edges_of(time) == Edges{{"a > b", 6}, {"a > c", 3}, {"a > d", 1}});
  // Outside the period: the part belongs to another time, and so does its share.
  CHECK(network(ledger_of_flows("flow donor recipient value unit part_of start end;"
                                "t a b 10 item . 2017 2018; p a c 4 item t 2017 ."),
                {.period_start = {2018}})
            .total() == 6);
}

TEST_CASE("parts of a part that does not count are parts of the total above it") {
  // What was committed lies between: 100 disbursed, of which 30 are told.
  const Ledger ledger = total_flows(
      "t a b 100 CNY . . . . disbursed; p a c 60 CNY t . . . committed;"
      "x a d 30 CNY p . . . disbursed");
  const LedgerNetwork net = network(ledger, {.status = {Status::disbursed}});
  CHECK(fates_of(net) == "used_remainder other_status used");
  CHECK(edges_of(net) == Edges{{"a > b", 7000}, {"a > d", 3000}});
  CHECK(fates_of(network(ledger, {.status = {Status::disbursed}, .totals = Totals::total})) ==
        "used other_status within_total");
  // In another unit, over two of them.
  const Ledger units = total_flows(
      "t a b 100 CNY .; p a c 60 person t; q a c 60 item p; x a d 30 CNY q; y a e 5 item x");
  CHECK(edges_of(network(units, {.unit = "CNY"})) == Edges{{"a > b", 7000}, {"a > d", 3000}});
  CHECK(edges_of(network(units, {.unit = "item"})) == Edges{{"a > c", 55}, {"a > e", 5}});
  CHECK(network(units, {.unit = "CNY", .totals = Totals::total}).total() == 10'000);
  // Of another resource, or an aggregate.
  const Ledger other = ledger_of_flows(
      "flow donor recipient value unit part_of resource; t a b 100 CNY . funding;"
      "p a c 60 CNY t staff; x a d 30 CNY p funding");
  CHECK(edges_of(network(other, {.resource = {Resource::funding}})) ==
        Edges{{"a > b", 7000}, {"a > d", 3000}});
  const Ledger aggregate = ledger_of_flows(
      "flow donor recipient value unit part_of scope; t a b 100 CNY . .;"
      "p a c 60 CNY t aggregate; x a d 30 CNY p .");
  CHECK(fates_of(network(aggregate)) == "used_remainder aggregate used");
  CHECK(network(aggregate).total() == 10'000);
  CHECK(fates_of(network(aggregate, {.totals = Totals::total})) == "used aggregate within_total");
}

TEST_CASE("what fulfils a part of a total that is used is within it") {
  const std::string columns = "flow donor recipient value unit status part_of fulfils;";
  const Ledger ledger =
      ledger_of_flows(columns +
                      "t a b 300 person planned . .; p a b 200 person planned t .; d a b 30 person "
                      "disbursed . p");
  const LedgerNetwork total = network(ledger, {.totals = Totals::total});
  CHECK(fates_of(total) == "used superseded within_total");
  CHECK(total.total() == 300);
  CHECK(network(ledger).total() == 100 + 30);
  // Over several levels: part, fulfilment, part of that, fulfilment of it; e is alone.
  const Ledger deep = ledger_of_flows(
      columns +
      "y a b 5 person spent . x; x a b 10 person disbursed d .; d a b 30 person disbursed . p;"
      "p a b 200 person planned t .; t a b 300 person planned . .; e a b 1 person . . .");
  CHECK(fates_of(network(deep, {.totals = Totals::total})) ==
        "within_total superseded within_total superseded used used");
  CHECK(fates_of(network(deep, {.weight = Weight::count, .totals = Totals::total})) ==
        "within_total superseded within_total superseded used used");
  // What is linked to the total itself is not within it.
  const Ledger own = ledger_of_flows(
      columns +
      "t a b 300 person disbursed . .; u a b 40 person disbursed . t; p a b 10 person "
      "disbursed t u");
  CHECK(fates_of(network(own, {.totals = Totals::total})) == "used used within_total");
}

TEST_CASE("a part of another resource accounts for the total only where both are asked for") {
  // Of 100 students hosted, 60 were placed in employment: the same people.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit part_of resource;"
      "t a b 100 person . students; p a c 60 person t employment");
  const LedgerNetwork both = network(ledger);
  CHECK(fates_of(both) == "used_remainder used");
  CHECK(both.total() == 100);
  const LedgerNetwork students = network(ledger, {.resource = {Resource::students}});
  CHECK(fates_of(students) == "used other_resource");
  CHECK(students.total() == 100);
  CHECK(network(ledger, {.resource = {Resource::employment}}).total() == 60);
}

TEST_CASE("nested totals, and one that states no amount") {
  // t 100 = p 50 + rest 50; p = 20 + 30. u has no amount: its parts serve.
  const Ledger ledger = total_flows(
      "t a b 100 person .; p a c 50 person t; x a d 20 person p; y a e 30 person p;"
      "u a f . person .; z a g 7 person u");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "used_remainder replaced_by_parts used used replaced_by_parts used");
  CHECK(edges_of(net) == Edges{{"a > b", 50}, {"a > d", 20}, {"a > e", 30}, {"a > g", 7}});
  CHECK(fates_of(network(ledger, {.totals = Totals::total})) ==
        "used within_total within_total within_total replaced_by_parts used");
}

TEST_CASE("parts linked to one another count once") {
  // p and q are one gift; r was committed, s disbursed for it.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status part_of same_as fulfils;"
      "t a b 100 person . . . .; p a c 20 person . t . .; q a c 21 person . t p .;"
      "r a d 40 person committed t . .; s a d 30 person disbursed t . r");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "used_remainder used same_as superseded used");
  CHECK(edges_of(net) == Edges{{"a > b", 50}, {"a > c", 20}, {"a > d", 30}});
}

TEST_CASE(
    "a part whose other report or later status is no part of the total still accounts for it") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status part_of same_as fulfils;"
      "t a b 100 person . . . .; p a c 20 person . t c .; c a c 20 person . . . .;"
      "r a d 40 person committed t . .; s a d 30 person disbursed . . r");
  CHECK(edges_of(network(ledger)) == Edges{{"a > b", 40}, {"a > c", 20}, {"a > d", 30}});
}

TEST_CASE("of linked parts those that serve account for the total") {
  // The canonical report, and the later status, lie outside the period.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status part_of same_as fulfils start;"
      "t a b 100 person . . . . 2018; p a c 20 person . t . . 2017; q a c 25 person . t p . 2018;"
      "r a d 40 person committed t . . 2018; s a d 30 person disbursed t . r 2019");
  const LedgerNetwork net = network(ledger, {.period_start = {2018}, .period_end = {2018}});
  CHECK(fates_of(net) == "used_remainder out_of_period used used out_of_period");
  CHECK(edges_of(net) == Edges{{"a > b", 35}, {"a > c", 25}, {"a > d", 40}});
}

TEST_CASE("totals nested 100 000 deep") {
  // Each total is one more than its part, so each leaves 1 and all add up to the first.
  constexpr int depth = 100'000;
  TableRows tables;
  Rows& rows = tables[TableId::flows];
  rows = {{"flow", "donor", "recipient", "value", "unit", "part_of", "same_as"}};
  for (int k = 0; k < depth; ++k)
    rows.push_back({"f" + std::to_string(k), "a", "b", std::to_string(depth - k), "person",
                    k == 0 ? "" : "f" + std::to_string(k - 1), ""});
  rows.push_back({"copy", "a", "b", "1", "person", "", "f" + std::to_string(depth - 1)});
  const Ledger ledger = ledger_of(tables);
  for (const bool backwards : {false, true}) {
    if (backwards) std::reverse(rows.begin() + 1, rows.end());
    const Ledger same = ledger_of(tables);
    CHECK(network(same).total() == depth);
    CHECK(network(same).description().remainders == depth - 1);
    CHECK(network(same, {.totals = Totals::total}).description().used == 1);
    CHECK(network(same, {.weight = Weight::count}).total() == 1);
  }
}

TEST_CASE("chains 100 000 long") {
  constexpr int length = 100'000;
  TableRows tables;
  Rows& rows = tables[TableId::flows];
  rows = {{"flow", "donor", "recipient", "value", "status", "fulfils"}};
  for (int k = 0; k < length; ++k)
    rows.push_back({"f" + std::to_string(k), "a", "b", "1", k == 7 ? "spent" : "committed",
                    k + 1 == length ? "" : "f" + std::to_string(k + 1)});
  const LedgerNetwork net = network(ledger_of(tables));
  CHECK(net.description().used == 1);
  CHECK(net.description().unexecuted_sum == std::int64_t{10'000} * (length - 2));
}
