// The policies on amounts below zero.

#include "aidnet/ledger/builder.hpp"
#include "catch.hpp"
#include "ledger.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::index_t;
using aidnet::no_index;
using testing_support::ledger_of_flows;
using testing_support::Strings;
using testing_support::told;

TEST_CASE("builder: the four policies on amounts below zero") {
  const std::string flows =
      "donor recipient unit value lower upper direction;"
      "a b CNY 10 . . .; a b CNY -5 -6 -4 forward; b c CNY . -9 -8 .; c d CNY -0.0 . . .;"
      "a c CNY . -7 . .";
  const auto with = [&](Negative negative) {
    return ledger_of_flows(flows, {.negative = negative, .max_problems = 100});
  };

  SECTION("error") {
    const std::string expected =
        "an amount of 0 or more was expected; the option `negative` says what else to do with "
        "those below (reverse, net or drop)";
    CHECK(told([&] { return with(Negative::error); }) ==
          Strings{"flows, row 2, column value: '-5': " + expected,
                  "flows, row 2, column lower: '-6': " + expected,
                  "flows, row 2, column upper: '-4': " + expected,
                  "flows, row 3, column lower: '-9': " + expected,
                  "flows, row 3, column upper: '-8': " + expected,
                  "flows, row 5, column lower: '-7': " + expected});
  }
  SECTION("net") {
    const Flows f = with(Negative::net).flows();
    CHECK(f.value == Amounts{1000, -500, no_number, 0, no_number});
    CHECK(f.lower == Amounts{no_number, -600, -900, no_number, -700});
    CHECK(f.upper == Amounts{no_number, -400, -800, no_number, no_number});
    CHECK(f.direction[1] == Direction::forward);
  }
  SECTION("reverse") {
    const Flows f = with(Negative::reverse).flows();
    CHECK(f.value == Amounts{1000, 500, no_number, 0, no_number});
    CHECK(f.lower == Amounts{no_number, 400, 800, no_number, no_number});
    CHECK(f.upper == Amounts{no_number, 600, 900, no_number, 700});
    // Who was to receive gives; which way things travel is stated, and no matter of the sign.
    CHECK(f.direction == Choices<Direction>{Direction::unstated, Direction::forward,
                                            Direction::unstated, Direction::unstated,
                                            Direction::unstated});
    const Ledger ledger = with(Negative::reverse);
    const auto party = [&](index_t row) {
      return std::string(ledger.parties().party[static_cast<std::size_t>(row)]);
    };
    std::string ways;
    for (std::size_t k = 0; k < f.size(); ++k)
      ways += party(f.donor[k]) + ">" + party(f.recipient[k]) + " ";
    CHECK(ways == "a>b b>a c>b c>d c>a ");
    const Ledger one = ledger_of_flows("donor recipient value; a b -3",
                                       {.negative = Negative::reverse, .max_problems = 100});
    CHECK(testing_support::edges_of(network(one)) == testing_support::Edges{{"b > a", 30'000}});
  }
  SECTION("drop") {
    const Ledger ledger = with(Negative::drop);
    CHECK(ledger.flows().value == Amounts{1000, 0});
    CHECK(ledger.flows().flow[0] == "1");
    CHECK(ledger.flows().flow[1] == "4");  // their rows in the input
    CHECK(ledger.listed(TableId::flows) == 2);
    CHECK(ledger.find(TableId::parties, "c") != no_index);
    CHECK(ledger.find(TableId::parties, "d") != no_index);
  }
}

TEST_CASE("builder: an amount and a bound on two sides of zero") {
  const auto with = [](Negative negative) {
    return told([&] {
      return ledger_of_flows(
          "donor recipient unit value lower upper; a b CNY -2 . .; a b CNY 5 -1 9;"
          "a b CNY -5 -9 1; a b CNY . -3 3",
          {.negative = negative, .max_problems = 100});
    });
  };
  const std::string side = "a bound on the same side of zero as the amount was expected";
  CHECK(with(Negative::net).empty());
  CHECK(with(Negative::reverse) == Strings{"flows, row 2, column lower: '-1': " + side,
                                           "flows, row 3, column upper: '1': " + side,
                                           "flows, row 4, column lower: '-3': " + side});
  const Strings dropped = with(Negative::drop);
  REQUIRE(dropped.size() == 2);  // with their rows in the input
  CHECK_THAT(dropped[0], ContainsSubstring("flows, row 2, column lower: '-1': an amount of 0"));
  CHECK_THAT(dropped[1], ContainsSubstring("flows, row 4, column lower: '-3': an amount of 0"));
}

TEST_CASE("builder: problems behind a row that was dropped have the numbers of the input") {
  LedgerBuilder builder({.negative = Negative::drop, .max_problems = 100});
  builder.begin(TableId::flows,
                std::vector<std::string_view>{"flow", "donor", "recipient", "value", "part_of"},
                "x.csv");
  const std::vector<std::string_view> cells{"f1", "a",  "b",  "-1", "",   "f2", "a",  "b", "x",
                                            "",   "f3", "a",  "b",  "-2", "",   "f4", "a", "b",
                                            "3",  "f1", "f2", "a",  "b",  "3",  ""};
  const std::vector<std::int64_t> lines{2, 4, 6, 8, 10};
  builder.rows(cells, lines);
  builder.row({"f2", "a", "b", "", ""});
  CHECK(told([&] { return builder.build(); }) ==
        Strings{"x.csv, row 2 (line 4), column value: 'x': a plain decimal number in base units "
                "was expected",
                "x.csv, row 4 (line 8), column part_of: 'f1': no flow has this id",
                "x.csv, row 5 (line 10), column flow: 'f2': an id stands once; row 2 has it",
                "x.csv, row 6, column flow: 'f2': an id stands once; row 2 has it"});
}
