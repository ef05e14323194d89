#include <cmath>
#include <limits>

#include "catch.hpp"
#include "ledger.hpp"

// Rules 9 to 11, and what a network says of itself.

using namespace testing_support;
using namespace aidnet::ledger;
using aidnet::index_t;
using aidnet::SizeError;
using aidnet::ValidationError;

TEST_CASE("help runs from donor to recipient, movement the way that things travel") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit direction; e w 1 person .; e w 2 person forward;"
      "e w 4 person reverse; e w 8 person return; e w 16 person both");
  const LedgerNetwork help = network(ledger);
  CHECK(edges_of(help) == Edges{{"e > w", 31}});
  CHECK(help.description().both_directions == 0);
  const LedgerNetwork moved = network(ledger, {.orientation = Orientation::movement});
  CHECK(edges_of(moved) == Edges{{"e > w", 11}, {"w > e", 4}});
  CHECK(moved.description().both_directions == 1);
  CHECK(moved.description().missing == 0);
  CHECK(moved.flows_of(0).back().missing);
  CHECK(labels_of(moved) == std::vector<std::string>{"e", "w"});
  CHECK(
      fates_of(network(ledger, {.orientation = Orientation::movement, .missing = Missing::drop})) ==
      "used used used used without_amount");
  const LedgerNetwork open =
      network(ledger, {.orientation = Orientation::movement, .missing = Missing::unbounded});
  CHECK(std::isinf(open.upper()[0]));
  CHECK(std::isinf(open.upper()[1]));
  CHECK(
      edges_of(network(ledger, {.weight = Weight::count, .orientation = Orientation::movement})) ==
      Edges{{"e > w", 4}, {"w > e", 2}});
}

TEST_CASE("flows without an amount keep their edge, go, or are without bound") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit lower upper; a b . CNY . .; a c 5 CNY . .; c d . . . .;"
      "a b . CNY 10 20; b b . CNY 7 .");
  const LedgerNetwork zero = network(ledger);
  CHECK(edges_of(zero) == Edges{{"a > b", 1500}, {"a > c", 500}, {"c > d", 0}, {"b > b", 700}});
  CHECK(zero.description().missing == 2);
  CHECK(zero.description().midpoints == 1);
  CHECK(zero.description().internal == 1);
  CHECK(zero.unit() == "CNY");
  CHECK(zero.decimals() == 2);
  CHECK(zero.total_amount() == Decimal(27));
  CHECK(zero.lower()[0] == 10.0);
  CHECK(zero.upper()[0] == 20.0);
  CHECK(zero.flows_of(0)[0].missing);
  const LedgerNetwork drop = network(ledger, {.missing = Missing::drop});
  CHECK(fates_of(drop) == "without_amount used without_amount used used");
  CHECK(drop.graph().node_count() == 3);
  const LedgerNetwork open = network(ledger, {.missing = Missing::unbounded});
  CHECK(open.total() == 2700);
  CHECK(open.description().unbounded == 2);
  CHECK(std::isinf(open.upper()[0]));
  CHECK(open.description().total == Bounds{2700, 2200, no_number});
}

TEST_CASE("several units are never added up") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit; a b 12.5 CNY; a b 3 person; a b 7.25 CNY; a b 4 .; a b . .");
  CHECK_THROWS_WITH(
      network(ledger),
      ContainsSubstring("choose one with unit=") &&
          ContainsSubstring("none stated: 1 flow, 4; CNY: 2 flows, 19.75; person: 1 flow, 3"));
  CHECK(network(ledger, {.unit = "CNY"}).total() == 1975);
  const LedgerNetwork count = network(ledger, {.weight = Weight::count});
  CHECK(count.total() == 5);
  CHECK(count.unit().empty());
  CHECK(count.decimals() == 0);
  CHECK(network(ledger, {.weight = Weight::presence}).total() == 1);
  CHECK(count.description().units.size() == 3);
  CHECK(count.description().units[0].unit.empty());
  CHECK(count.description().units[0].flows == 2);
  // What is out for another reason does not count.
  CHECK(network(
            ledger_of_flows("donor recipient value unit resource; a b 1 CNY .; a b 2 USD interest"))
            .total() == 100);
}

TEST_CASE("sums are exact, and refused where they do not fit") {
  // 0.1 yuan a hundred thousand times is 10 000 yuan.
  std::string rows = "donor recipient value unit";
  for (int k = 0; k < 100'000; ++k) rows += ";a b 0.1 CNY";
  const LedgerNetwork many = network(ledger_of_flows(rows));
  CHECK(many.graph().weight(0, 1) == 10'000.0);

  const std::string most = std::to_string(std::numeric_limits<std::int64_t>::max());
  const LedgerNetwork one =
      network(ledger_of_flows("donor recipient value unit; a b " + most + " item"));
  CHECK(one.graph().weight(0, 1) == 0x1p63);
  CHECK(one.total_amount().to_string() == most);
  CHECK_THROWS_WITH(network(ledger_of_flows("donor recipient value unit; c a 1 item; a b " + most +
                                            " item; a b 1 item")),
                    ContainsSubstring("from a to b"));
  CHECK_THROWS_AS(
      network(ledger_of_flows("donor recipient value unit; a b " + most + " item; a c 1 item")),
      SizeError);
  // 2^53 + 1 fen is no double; the nearest of yuan is asked for, not the nearest of fen / 100.
  const LedgerNetwork fine =
      network(ledger_of_flows("donor recipient value unit; a b 90071992547409.93 CNY"));
  CHECK(fine.graph().weight(0, 1) == 90071992547409.93);
}

TEST_CASE("an amount is one double, however one comes by it") {
  const LedgerNetwork fine =
      network(ledger_of_flows("donor recipient value unit; a b 90071992547409.93 CNY"));
  const std::int64_t units = fine.flows_of(0)[0].amount;
  CHECK(units == 9'007'199'254'740'993);
  CHECK(fine.in_base_units(units) == 90071992547409.93);
  CHECK(in_base_units(units, 2) == 90071992547409.93);
  CHECK(fine.in_base_units(units) == fine.graph().weight(0, 1));
  CHECK(fine.amount_of(units).to_string() == "90071992547409.93");
  CHECK(fine.amount_of(-150).to_string() == "-1.5");
  CHECK(fine.in_base_units(-150) == -1.5);
  CHECK_THROWS_AS(fine.in_base_units(no_number), SizeError);
}

TEST_CASE("entries count their flows, and those without an amount") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit; f a b 1 item; g a b . item; h b a . item; i a b 2 item");
  const LedgerNetwork net = network(ledger);
  CHECK(std::vector<index_t>(net.flow_counts().begin(), net.flow_counts().end()) ==
        std::vector<index_t>{3, 1});
  CHECK(std::vector<index_t>(net.unknown_counts().begin(), net.unknown_counts().end()) ==
        std::vector<index_t>{1, 1});
  CHECK(LedgerNetwork().flow_counts().empty());
  for (index_t entry = 0; entry < net.graph().entry_count(); ++entry)
    CHECK(net.flow_counts()[static_cast<std::size_t>(entry)] ==
          static_cast<index_t>(net.flows_of(entry).size()));
}

TEST_CASE("sums of what is not in the network stop at what 64 bits hold") {
  // Two committed, nothing spent of either: 2 · (2^63 − 1) are unexecuted, and the network is
  // small.
  const std::string most = std::to_string(std::numeric_limits<std::int64_t>::max());
  const LedgerNetwork net =
      network(ledger_of_flows("flow donor recipient value unit status fulfils; c a b " + most +
                              " item committed .; d a b 1 item spent c; e a b " + most +
                              " item committed .;"
                              "f a b 1 item spent e"));
  CHECK(net.total() == 2);
  CHECK(net.description().unexecuted == 2);
  CHECK(net.description().unexecuted_sum == std::numeric_limits<std::int64_t>::max());
}

TEST_CASE("amounts below zero are subtracted when they are kept") {
  const Ledger ledger = ledger_of_flows("donor recipient value unit; a b 5 item; a b -2 item",
                                        {.negative = Negative::net});
  CHECK(network(ledger).total() == 3);
  CHECK(network(ledger).description().negative == 1);
}

TEST_CASE("other weights of the same graph") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit qualifier lower upper; a b 10 item range 8 14; b a 6 item nearly "
      ". .");
  const LedgerNetwork net = network(ledger);
  CHECK(net.with_weights(EdgeWeights::lower).weight(0, 1) == 8.0);
  CHECK(net.with_weights(EdgeWeights::upper).weight(0, 1) == 14.0);
  CHECK(net.with_weights(EdgeWeights::mid).weight(0, 1) == 11.0);
  CHECK(net.with_weights(EdgeWeights::mid).weight(1, 0) == 3.0);
  CHECK(net.graph().weight(0, 1) == 10.0);

  std::string rows = "donor recipient value unit qualifier";
  for (int k = 0; k < 7; ++k) rows += ";a b" + std::to_string(k) + " 1 item over";
  const LedgerNetwork open = network(ledger_of_flows(rows));
  CHECK(open.with_weights(EdgeWeights::lower).total_weight() == 7.0);
  for (const EdgeWeights which : {EdgeWeights::upper, EdgeWeights::mid})
    CHECK_THROWS_WITH(
        open.with_weights(which),
        ContainsSubstring(
            "7 edges have no upper bound: a to b0, a to b1, a to b2, a to b3, a to b4, …"));
}

TEST_CASE("nodes and provenance come in the order of the flows") {
  const Ledger ledger =
      ledger_of_flows("donor recipient value unit; z y 1 item; b z 2 item; z y 4 item; a y 8 item");
  const LedgerNetwork net = network(ledger);
  CHECK(labels_of(net) == std::vector<std::string>{"z", "y", "b", "a"});
  const auto flows = net.flows_of(net.graph().find_entry(0, 1));
  REQUIRE(flows.size() == 2);
  CHECK(flows[0].flow == 0);
  CHECK(flows[1].flow == 2);
  CHECK(flows[1].amount == 4);
  CHECK_THROWS_AS(net.flows_of(3), ValidationError);
  CHECK_THROWS_AS(net.flows_of(-1), ValidationError);
}

TEST_CASE("a description counts what the network is made of") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit qualifier status resource; a b 1 CNY about committed funding;"
      "a b 2 CNY over . funding; a b 3 CNY exact spent mobilised; a b 4 CNY about spent interest");
  const NetworkDescription d = network(ledger).description();
  CHECK(d.flows == 4);
  CHECK(d.used == 3);
  CHECK(d.fates[static_cast<std::size_t>(Fate::not_aid)] == 1);
  CHECK(d.about_as_exact == 1);
  CHECK(d.unbounded == 1);
  CHECK(d.statuses[static_cast<std::size_t>(Status::spent)] == 1);
  CHECK(d.statuses[0] == 1);
  CHECK(d.qualifiers[static_cast<std::size_t>(Qualifier::about)] == 1);
  CHECK(d.resources[static_cast<std::size_t>(Resource::funding)] == 2);
  CHECK(d.units.size() == 1);
  CHECK(d.total == Bounds{600, 600, no_number});
  for (std::size_t k = 0; k < fate_count; ++k) CHECK_FALSE(name_of(static_cast<Fate>(k)).empty());
  CHECK(name_of(Fate::without_amount) == "without_amount");
  CHECK(value_of<Fate>("used_remainder") == Fate::used_remainder);
}
