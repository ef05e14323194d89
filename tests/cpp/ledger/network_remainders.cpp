#include <limits>
#include <string>

#include "catch.hpp"
#include "ledger.hpp"

// Rule 5: what parts leave of a total, and between which bounds.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

constexpr const char* rest_columns =
    "flow donor recipient value unit part_of lower upper qualifier status;";

Ledger rest_flows(const std::string& rows) { return ledger_of_flows(rest_columns + rows); }

/// The bounds of the only flow on the edge a > b.
Bounds rest(const Ledger& ledger, const NetworkOptions& options = {}) {
  const LedgerNetwork net = network(ledger, options);
  const auto flow = net.flows_of(net.graph().find_entry(0, 1));
  REQUIRE(flow.size() == 1);
  CHECK(flow[0].remainder);
  return {flow[0].amount, flow[0].lower, flow[0].upper};
}

}  // namespace

TEST_CASE("bounds of a remainder") {
  // 100..120 less 60..70: from 100 - 70 to 120 - 60.
  CHECK(rest(rest_flows("t a b 110 person . 100 120; p a c 65 person t 60 70")) ==
        Bounds{45, 30, 60});
  // The parts may be all of it, and the total may be without bound.
  CHECK(rest(rest_flows("t a b 100 person . . . at_least; p a c 90 person t 80 130")) ==
        Bounds{10, 0, no_number});
  CHECK(rest(rest_flows("t a b 100 person .; p a c 90 person t . . over")) == Bounds{10, 0, 10});
  CHECK(rest(rest_flows("t a b 100 person .; p a c 90 person t . . about"), {.about = 0.1}) ==
        Bounds{10, 1, 19});
  // A part without an amount may be anything, and counts as nothing.
  CHECK(rest(rest_flows("t a b 100 person .; p a c . person t; q a c 30 person t")) ==
        Bounds{70, 0, 70});
}

TEST_CASE("a total and its parts on one edge have the bounds of the total there") {
  const auto edge = [](const std::string& rows, const NetworkOptions& options = {}) {
    const LedgerNetwork net = network(rest_flows(rows), options);
    const auto entry = static_cast<std::size_t>(net.graph().find_entry(0, 1));
    return std::vector<double>{net.lower()[entry], net.graph().weights()[entry],
                               net.upper()[entry]};
  };
  using V = std::vector<double>;
  // A part of unknown amount takes nothing off.
  CHECK(edge("t a b 19 person .; p a b . person t") == V{19, 19, 19});
  CHECK(edge("t a b 100 person .; p a b 45 person t 40 50") == V{100, 100, 100});
  CHECK(edge("t a b 100 person . 90 120; p a b 45 person t 40 50; q a b 20 person t 10 20") ==
        V{90, 100, 120});
  // Less what is elsewhere, which may be 20 to 30.
  CHECK(edge("t a b 100 person .; p a b 45 person t 40 50; q a c 25 person t 20 30") ==
        V{70, 75, 80});
  // The parts alone are 40 already.
  CHECK(edge("t a b 100 person . . . at_most; p a b 45 person t 40 50") == V{40, 100, 100});
  // A total without bound, and a part without: only that it is 80 or more.
  CHECK(edge("t a b 100 person . . . over; p a b 45 person t 40 50") ==
        V{100, 100, std::numeric_limits<double>::infinity()});
  CHECK(edge("t a b 100 person .; p a b 80 person t . . over") ==
        V{80, 100, std::numeric_limits<double>::infinity()});
  // Where the part is not used, or runs the other way, nothing is added to the remainder again.
  const Ledger elsewhere = ledger_of_flows(
      "flow donor recipient value unit part_of lower upper start;"
      "t a b 100 person . . . 2018; p a b 45 person t 40 50 2019");
  CHECK(rest(elsewhere, {.period_end = {2018}}) == Bounds{55, 50, 60});
  const Ledger moved = ledger_of_flows(
      "flow donor recipient value unit part_of lower upper direction;"
      "t a b 100 person . . . forward; p a b 45 person t 40 50 reverse");
  CHECK(rest(moved, {.orientation = Orientation::movement}) == Bounds{55, 50, 60});
}

TEST_CASE("parts of other parties on the same edge of a coarser network bound it with the total") {
  // Two counties of p give to two of q; the total is stated for the provinces, at 2700 to 2800, one
  // part has no amount and one is elsewhere, in r.
  const auto ledger = [](const char* more) {
    return ledger_of({{TableId::places, "place level; p province; q province; r province"},
                      {TableId::parties, "party place; a p; b q; a1 p; b1 q; c r"},
                      {TableId::flows, std::string(rest_columns) + more}});
  };
  const auto edge = [](const Ledger& l, Level level) {
    const LedgerNetwork net = network(l, {.donor_level = level, .recipient_level = level});
    const auto entry = static_cast<std::size_t>(net.graph().find_entry(0, 1));
    return std::vector<double>{net.lower()[entry], net.graph().weights()[entry],
                               net.upper()[entry]};
  };
  using V = std::vector<double>;
  const Ledger unstated = ledger("t a b 2700 person . 2700 2800; x a1 b1 . person t");
  CHECK(edge(unstated, Level::party) == V{0, 2700, 2800});  // x may be all of it, elsewhere
  CHECK(edge(unstated, Level::province) == V{2700, 2700, 2800});
  // A part without an amount may itself have parts: what of it is there is there, whatever it is.
  const Ledger nested = ledger(
      "t a b 2700 person . 2700 2800; x a b . person t; y a1 b1 . person x; z a c 200 person x");
  CHECK(edge(nested, Level::party) == V{0, 2500, 2600});  // y may be all but the 200
  CHECK(edge(nested, Level::province) == V{2500, 2500, 2600});
  // Stated parts may have parts as well: of x, 100 are y, here, and 50 are z, elsewhere.
  const Ledger divided = ledger(
      "t a b 2700 person . 2700 2800; x a b 500 person t 500 600; y a b 100 person x; z a c 50 "
      "person x");
  CHECK(edge(divided, Level::party) == V{2650, 2650, 2750});
  CHECK(edge(divided, Level::province) == V{2650, 2650, 2750});
  const Ledger both = ledger(
      "t a b 2700 person . 2700 2800; x a1 b1 500 person t 500 600; y a c 200 person t 200 300");
  CHECK(edge(both, Level::party) == V{1800, 2000, 2100});
  CHECK(edge(both, Level::province) == V{2400, 2500, 2600});  // the total less y
}

TEST_CASE("totals below zero leave what is below zero") {
  const auto net_of = [](const std::string& rows) {
    return ledger_of_flows(rest_columns + rows, {.negative = Negative::net});
  };
  const Ledger ledger = net_of("t a b -100 person . -110 -90; p a c -30 person t -40 -20");
  CHECK(rest(ledger) == Bounds{-70, -90, -50});
  CHECK(network(ledger).total() == -100);
  CHECK(network(ledger).description().totals_exceeded == 0);
  CHECK(rest(net_of("t a b -100 person .; p a c . person t")) == Bounds{-100, -100, 0});
  CHECK(rest(net_of("t a b -100 person . . . at_least; p a c -30 person t")) ==
        Bounds{-70, -70, 0});
  // Parts of the other sign, or more than the total, leave nothing and contradict it.
  for (const char* rows :
       {"t a b -100 person .; p a c -130 person t", "t a b -100 person .; p a c 30 person t",
        "t a b 100 person .; p a c -30 person t", "t a b 0 person .; p a c -30 person t"}) {
    const LedgerNetwork net = network(net_of(rows));
    CHECK(fates_of(net) == "replaced_by_parts used");
    CHECK(net.description().totals_exceeded == 1);
  }
  CHECK(network(net_of("t a b -9 person .; p a c -9 person t")).description().totals_exceeded == 0);
}

TEST_CASE("a part without an amount counts with what its own parts state") {
  // Otherwise 70 would stand on t's edge and below it.
  const Ledger ledger =
      rest_flows("t a b 100 person .; p a c . person t; x a d 30 person p; y a e 40 person p");
  const LedgerNetwork net = network(ledger);
  CHECK(edges_of(net) == Edges{{"a > b", 30}, {"a > d", 30}, {"a > e", 40}});
  CHECK(rest(ledger) == Bounds{30, 0, 30});  // p may be more than is known of it
}
