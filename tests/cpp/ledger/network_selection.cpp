#include <string>

#include "catch.hpp"
#include "ledger.hpp"

// Rules 2, 3, 4 and 6: cancelled chains, other reports of the same help, statuses, aggregates.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

std::string fates(const Ledger& ledger, const NetworkOptions& options = {}) {
  return fates_of(network(ledger, options));
}

}  // namespace

TEST_CASE("a cancelled flow takes its chain and its parts out of the network") {
  // f2 and f3 fulfil f1; f3 is cancelled. f4 is part of f2, f5 of f4 in another unit. f6 is alone.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status fulfils part_of;"
      "f1 a b 10 CNY committed . .; f2 a b 4 CNY disbursed f1 .; f3 a b 5 CNY cancelled f1 .;"
      "f4 a b 2 CNY disbursed . f2; f5 a b 3 person disbursed . f4; f6 a b 1 CNY committed . .");
  CHECK(fates(ledger, {.unit = "CNY"}) ==
        "cancelled cancelled cancelled cancelled other_unit used");
  // The filter comes first; yet what it takes out still cancels.
  CHECK(fates(ledger, {.unit = "CNY", .status = {Status::committed}}) ==
        "cancelled other_status other_status other_status other_unit used");
  CHECK(fates(ledger, {.unit = "person"}) ==
        "other_unit other_unit other_unit other_unit cancelled other_unit");
  // Named, it is a status as others, and the last one.
  CHECK(fates(ledger, {.unit = "CNY", .status = {Status::cancelled, Status::committed}}) ==
        "superseded other_status used other_status other_unit used");
}

TEST_CASE("of several reports of the same help one serves") {
  // Twice the same machines, worth money: canonical f1, reports f2 (same unit), f3 (money).
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit source same_as;"
      "f1 a b 11 item s1 .; f2 a b 12 item s2 f1; f3 a b 3250000 CNY s1 f1; f4 a b 5 CNY s1 .");
  CHECK(fates(ledger, {.unit = "item"}) == "used same_as other_unit other_unit");
  CHECK(fates(ledger, {.unit = "CNY"}) == "other_unit other_unit used used");
  // Without the canonical one, the first of those that are there.
  CHECK(fates(ledger, {.unit = "item", .source = {1}}) ==
        "other_source used other_unit other_unit");
  CHECK(fates(ledger, {.weight = Weight::count}) == "used same_as same_as used");
  CHECK(fates(ledger, {.source = {1}, .weight = Weight::presence}) ==
        "other_source used other_source other_source");
}

TEST_CASE("a report without an amount never displaces one that has it") {
  // The canonical one has none: the first with an amount serves.
  CHECK(
      fates(ledger_of_flows("flow donor recipient value unit same_as;"
                            "f1 a b . CNY .; f2 a b . CNY f1; f3 a b 7 CNY f1; f4 a b 8 CNY f1")) ==
      "same_as same_as used same_as");
  // None has one: the canonical one, though it is not the first.
  CHECK(fates(ledger_of_flows("flow donor recipient value unit same_as;"
                              "f1 a b . CNY f2; f2 a b . CNY .")) == "same_as used");
  // Neither unit nor amount gives way to whatever says more, in each unit.
  const Ledger bare = ledger_of_flows(
      "flow donor recipient value unit same_as;"
      "f1 a b . . .; f2 a b 7 CNY f1; f3 a b 8 person f1; f4 c d 1 CNY .");
  CHECK(fates(bare, {.unit = "CNY"}) == "other_unit used other_unit used");
  CHECK(fates(bare, {.weight = Weight::count}) == "same_as used same_as used");
  CHECK(fates(ledger_of_flows(
            "flow donor recipient value unit same_as; f1 a b . . .; f2 a b . CNY f1")) ==
        "same_as used");
  // An amount without a unit is an amount of its own kind.
  CHECK(fates(ledger_of_flows(
            "flow donor recipient value unit same_as; f1 a b 5 . .; f2 a b . . f1")) ==
        "used same_as");
}

TEST_CASE("a report that gives way takes its parts with it") {
  // t1 with p1, p2; the recipient's report t2 with q1, which is the same as p1.
  // p1 must not displace q1 and then go with t1: t2 leaves 100 - 60 for its own edge.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value same_as part_of;"
      "t1 a b 100 t2 .; p1 a c 60 . t1; p2 a d 40 . t1; t2 a b 100 . .; q1 a c 60 p1 t2");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "same_as same_as same_as used_remainder used");
  CHECK(edges_of(net) == Edges{{"a > b", 400'000}, {"a > c", 600'000}});
}

TEST_CASE("no ledger has parts or fulfilments that go round between reports of the same help") {
  const auto refused = [](const char* flows, const char* what) {
    CHECK_THROWS_WITH(ledger_of_flows(flows), ContainsSubstring(what));
  };
  // Part of its other report: q would go with t, and t would give way to q.
  refused("flow donor recipient value same_as part_of; t a b 100 . .; q a b 100 t t",
          "flows, row 2, column part_of: 't': a flow is no part of what it is the same as");
  refused("flow donor recipient value same_as part_of; t a b 100 q q; q a b 100 . .",
          "a flow is no part of what it is the same as");
  // Of the same as its total's total.
  refused("flow donor recipient value same_as part_of; t a b 9 . .; p a b 9 . t; q a b 9 t p",
          "the links go round in a circle (q, p, t), other reports of the same help included");
  refused(
      "flow donor recipient value same_as part_of; a1 a b 5 . b2; a2 a b 5 a1 .; b1 a b 4 . a2;"
      "b2 a b 4 b1 .",
      "the links go round in a circle");
  refused("flow donor recipient value same_as fulfils; c a b 9 . .; d a b 9 c c",
          "flows, row 2, column fulfils: 'c': a flow does not fulfil what it is the same as");
  refused(
      "flow donor recipient value same_as fulfils; c a b 5 . d2; c2 a b 5 c .; d a b 4 . c2;"
      "d2 a b 4 d .",
      "flows, row 3, column fulfils: 'c2': the links go round in a circle (c, d, c2)");
  // Two reports that are parts of two reports of one total are in order.
  CHECK(fates(ledger_of_flows("flow donor recipient value same_as part_of; t a b 9 . .;"
                              "t2 a b 9 t .; p a b 9 . t; p2 a b 9 p t2")) ==
        "replaced_by_parts same_as used same_as");
}

TEST_CASE("of a chain the most advanced status serves, and the rest is told") {
  // Committed 100 + 20; disbursed 30 + 40: 50 are not executed. g is a chain that exceeds.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status fulfils;"
      "c1 a b 100 CNY committed .; c2 a b 20 CNY committed c1; d1 a b 30 CNY disbursed c1;"
      "d2 a b 40 CNY disbursed c2; n a b 3 CNY . .; g1 a b 5 CNY pledged .; g2 a b 6 CNY spent g1");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "superseded superseded used used used superseded used");
  CHECK(net.total() == 100 * (30 + 40 + 3 + 6));
  CHECK(net.description().unexecuted == 1);
  CHECK(net.description().unexecuted_sum == 100 * 50);
  CHECK(net.description().statuses[static_cast<std::size_t>(Status::disbursed)] == 2);
  CHECK(net.description().statuses[0] == 1);
  // Of the statuses that are asked for.
  CHECK(fates(ledger, {.status = {Status::committed, Status::unstated, Status::pledged}}) ==
        "used used other_status other_status used used other_status");
}

TEST_CASE("chains in other units have no one rest, and a bare flow gives way to a later one") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status fulfils;"
      "c a b 100 CNY committed .; d1 a b 30 CNY disbursed c; d2 a b 2 item disbursed c;"
      "e1 a b . . committed .; e2 a b 9 CNY spent e1");
  const LedgerNetwork net = network(ledger, {.weight = Weight::count});
  CHECK(fates_of(net) == "superseded used used superseded used");
  CHECK(net.description().unexecuted == 0);
  CHECK(network(ledger, {.unit = "CNY"}).description().unexecuted_sum == 7000);
}

TEST_CASE("other reports of the same help belong to its chain") {
  const std::string columns = "flow donor recipient value unit status same_as fulfils;";
  const auto said = [&](const std::string& rows) { return ledger_of_flows(columns + rows); };
  // What was disbursed fulfils the other report of the commitment.
  const LedgerNetwork net = network(
      said("c a b 100 CNY committed . .; c2 a b 100 CNY committed c .; d a b 80 CNY disbursed . "
           "c2"));
  CHECK(fates_of(net) == "superseded same_as used");
  CHECK(net.total() == 8000);
  CHECK(net.description().unexecuted_sum == 2000);
  // The other report of what was disbursed fulfils the commitment.
  CHECK(fates(said("c a b 100 CNY committed . .; d a b 80 CNY disbursed . .; d2 a b 80 CNY "
                   "disbursed d c")) == "superseded used same_as");
  // What one report says is cancelled, is.
  CHECK(fates(said("c a b 100 CNY committed . .; c2 a b 100 CNY cancelled c .; d a b 80 CNY "
                   "disbursed . c2; e a b 1 CNY . . .")) == "cancelled cancelled cancelled used");
  // Money was planned for a studio, and the studio was delivered: each serves its own network.
  const Ledger studio = said(
      "plan a b 300000 CNY planned . .; studio a b 1 item planned plan .; done a b . item received "
      ". studio");
  CHECK(fates(studio, {.unit = "CNY"}) == "used other_unit other_unit");
  CHECK(fates(studio, {.unit = "item"}) == "other_unit superseded used");
  CHECK(fates(studio, {.weight = Weight::count}) == "superseded same_as used");
  CHECK_THROWS_WITH(network(studio),
                    ContainsSubstring("CNY: 1 flow") && ContainsSubstring("item: 1 flow"));
}

TEST_CASE("where nobody knows how much came, there is no shortfall") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit status fulfils;"
      "c a b 100 CNY committed .; d a b . CNY disbursed c; e a b 20 CNY disbursed c;"
      "f a b 9 CNY committed .; g a b . . disbursed f; h a b 7 CNY committed .; i a b 5 CNY spent "
      "h");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "superseded used used superseded used superseded used");
  CHECK(net.description().unexecuted == 1);
  CHECK(net.description().unexecuted_sum == 200);  // of h alone
  CHECK(net.total() == 2500);
}

TEST_CASE("parts of a superseded total go with it, but not the flow that supersedes it") {
  // The instalment d is both part of the commitment t and its fulfilment.
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value status part_of fulfils;"
      "t a b 100 committed . .; p a b 50 committed t .; d a b 30 disbursed t t; q a b 10 disbursed "
      "d .");
  const LedgerNetwork net = network(ledger);
  CHECK(fates_of(net) == "superseded superseded used_remainder used");
  CHECK(net.total() == 300'000);
  CHECK(net.description().unexecuted_sum == 700'000);
}

TEST_CASE("aggregates stay out of any network that has a part") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit scope part_of;"
      "all east west 1800 CNY aggregate .; f a b 5 CNY . all; people east west 7 person aggregate "
      ".");
  const LedgerNetwork net = network(ledger, {.unit = "CNY"});
  CHECK(fates_of(net) == "aggregate used other_unit");  // no remainder of 1795
  CHECK(net.total() == 500);
  CHECK(fates(ledger, {.unit = "CNY", .totals = Totals::total}) == "aggregate used other_unit");
  CHECK(fates(ledger, {.unit = "person"}) == "other_unit other_unit used");
  CHECK(fates(ledger, {.weight = Weight::count}) == "aggregate used aggregate");
  // Alone, they are totals like others.
  const Ledger alone = ledger_of_flows(
      "flow donor recipient value scope part_of; t a b 10 aggregate .; p a b 4 aggregate t");
  CHECK(fates(alone) == "used_remainder used");
  // An aggregate that is out accounts for nothing of a total that it is part of.
  const Ledger part = ledger_of_flows(
      "flow donor recipient value scope part_of; t a b 10 . .; p a b 4 aggregate t; q a b 1 . t");
  CHECK(network(part).total() == 100'000);
  CHECK(fates(part) == "used_remainder aggregate used");
}
