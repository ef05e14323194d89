#include <string>

#include "catch.hpp"
#include "ledger.hpp"

// Rule 5: totals and parts.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

constexpr const char* columns =
    "flow donor recipient value unit part_of lower upper qualifier status;";

Ledger flows(const std::string& rows) { return ledger_of_flows(columns + rows); }

/// The bounds of the only flow on the edge a > b.
Bounds rest(const Ledger& ledger, const NetworkOptions& options = {}) {
  const LedgerNetwork net = network(ledger, options);
  const auto flow = net.flows_of(net.graph().find_entry(0, 1));
  REQUIRE(flow.size() == 1);
  CHECK(flow[0].remainder);
  return {flow[0].amount, flow[0].lower, flow[0].upper};
}

}  // namespace

TEST_CASE("a total gives way to its parts, and what they leave stays on its own edge") {
  const Ledger ledger = flows("t a b 100 person .; p a c 60 person t; q a d 15 person t");
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
      network(flows("t a b 100 person .; p a c 60 person t; q a d 40 person t"));
  CHECK(fates_of(whole) == "replaced_by_parts used used");
  CHECK(whole.description().totals_exceeded == 0);
  CHECK(edges_of(whole) == Edges{{"a > c", 60}, {"a > d", 40}});
  const LedgerNetwork more =
      network(flows("t a b 100 person .; p a c 60 person t; q a d 41 person t"));
  CHECK(fates_of(more) == "replaced_by_parts used used");
  CHECK(more.description().totals_exceeded == 1);
  CHECK(more.total() == 101);
}

TEST_CASE("bounds of a remainder") {
  // 100..120 less 60..70: from 100 - 70 to 120 - 60.
  CHECK(rest(flows("t a b 110 person . 100 120; p a c 65 person t 60 70")) == Bounds{45, 30, 60});
  // The parts may be all of it, and the total may be without bound.
  CHECK(rest(flows("t a b 100 person . . . at_least; p a c 90 person t 80 130")) ==
        Bounds{10, 0, no_number});
  CHECK(rest(flows("t a b 100 person .; p a c 90 person t . . over")) == Bounds{10, 0, 10});
  CHECK(rest(flows("t a b 100 person .; p a c 90 person t . . about"), {.about = 0.1}) ==
        Bounds{10, 1, 19});
  // A part without an amount may be anything, and counts as nothing.
  CHECK(rest(flows("t a b 100 person .; p a c . person t; q a c 30 person t")) ==
        Bounds{70, 0, 70});
}

TEST_CASE("a part in another unit is no arithmetic part") {
  const Ledger ledger = flows("t a b 100 CNY .; p a c 60 person t; q a d 5 person p");
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

TEST_CASE("parts that a filter leaves out still account for their share of the total") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value part_of source status; t a b 10 . s1 .; p a c 4 t s2 .;"
      "q a c 3 t s1 planned; r a c 2 t s2 cancelled");
  CHECK(network(ledger, {.source = {0}}).total() == 10'000 * (10 - 4 - 3 + 3));
  // A status that is not asked for accounts for nothing, as what is cancelled does.
  const LedgerNetwork net = network(ledger, {.status = {Status::unstated}, .source = {0}});
  CHECK(fates_of(net) == "used_remainder other_source other_status other_status");
  CHECK(net.total() == 60'000);
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
  const Ledger ledger = flows(
      "t a b 100 person .; p a c 50 person t; x a d 20 person p; y a e 30 person p;"
      "u a f . person .; z a g 7 person u");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "used_remainder replaced_by_parts used used replaced_by_parts used");
  CHECK(edges_of(net) == Edges{{"a > b", 50}, {"a > d", 20}, {"a > e", 30}, {"a > g", 7}});
  CHECK(fates_of(network(ledger, {.totals = Totals::total})) ==
        "used within_total within_total within_total replaced_by_parts used");
}

TEST_CASE("a part without an amount counts with what its own parts state") {
  // Otherwise 70 would stand on t's edge and below it.
  const Ledger ledger =
      flows("t a b 100 person .; p a c . person t; x a d 30 person p; y a e 40 person p");
  const LedgerNetwork net = network(ledger);
  CHECK(edges_of(net) == Edges{{"a > b", 30}, {"a > d", 30}, {"a > e", 40}});
  CHECK(rest(ledger) == Bounds{30, 0, 30});  // p may be more than is known of it
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
