#include <string>

#include "catch.hpp"
#include "ledger.hpp"

// The period of rule 1, and how much of a longer flow falls into it.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

Date day(const char* text) { return Date::parse(text).value(); }

NetworkOptions during(const char* start, const char* end, Spread spread = Spread::none) {
  return {.period_start = *start == '\0' ? Date{} : day(start),
          .period_end = *end == '\0' ? Date{} : day(end),
          .spread = spread};
}

std::int64_t total(const Ledger& ledger, const NetworkOptions& options) {
  return network(ledger, options).total();
}

}  // namespace

TEST_CASE("a flow is in a period when they overlap by a day") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit start end; a b 1 item 2016 .; a b 2 item . 2018-06;"
      "a b 4 item 2016 2018; a b 8 item 2018-12-31 2020; a b 16 item . .");
  const LedgerNetwork net = network(ledger, during("2018", "2018"));
  CHECK(fates_of(net) == "out_of_period used used used undated");
  CHECK(net.total() == 14);
  CHECK(net.description().beyond_period == 2);
  CHECK(total(ledger, during("2018-06-30", "2018-06-30")) == 2 + 4);
  CHECK(total(ledger, during("2018-07", "2018-12-30")) == 4);
  CHECK(total(ledger, during("2019", "")) == 8);
  CHECK(total(ledger, during("", "2016-01-01")) == 1 + 4);
  CHECK(fates_of(network(ledger)) == "used used used used used");
}

TEST_CASE("spread over years: equal parts, the first ones get what is left over") {
  // 11 over 2016 to 2019: 3, 3, 3, 2.
  const Ledger ledger = ledger_of_flows(
      "donor recipient value unit start end lower upper; a b 11 person 2016-07 2019-01 9 .");
  const auto of = [&](const char* start, const char* end) {
    return total(ledger, during(start, end, Spread::equal));
  };
  CHECK(of("2016", "2016") == 3);
  CHECK(of("2018", "2018-12") == 3);
  CHECK(of("2019-01-01", "2019-12-31") == 2);
  CHECK(of("2018", "2030") == 5);
  CHECK(of("2017", "") == 8);
  CHECK(of("", "2017") == 6);
  CHECK(of("2010", "2030") == 11);
  // 9 is 3, 2, 2, 2.
  const LedgerNetwork net = network(ledger, during("2017", "2018", Spread::equal));
  CHECK(net.description().total == Bounds{6, 4, 6 + 0});
  CHECK(net.description().beyond_period == 0);
  CHECK_THROWS_WITH(of("2016-02", "2017"), ContainsSubstring("is not of whole years"));
  CHECK_THROWS_WITH(of("2016", "2017-11"), ContainsSubstring("take whole years or spread=days"));
  CHECK_THROWS_WITH(of("2017", "2016"), ContainsSubstring("before it starts with 2017"));
}

TEST_CASE("spread over years of the lowest and the highest amount") {
  // 2^63 - 1 = 7 · 1317624576693539401; below zero the floor of a fifth is one below.
  for (const char* sign : {"", "-"}) {
    const Ledger ledger =
        ledger_of_flows("donor recipient value unit start end; a b " + std::string(sign) +
                            "9223372036854775807 item 2016 2020",
                        {.negative = Negative::net});
    std::int64_t sum = 0;
    for (const char* year : {"2016", "2017", "2018", "2019", "2020"})
      sum += total(ledger, during(year, year, Spread::equal));
    CHECK(sum == total(ledger, {}));
  }
}

TEST_CASE("spread by days: the floor of what has run up to each day") {
  // 100 over the 366 days of 2020, of which 31 + 29 = 60 end with February: floor(16.39), and 91
  // with March: floor(24.86).
  const Ledger ledger = ledger_of_flows("donor recipient value unit start; a b 100 person 2020");
  const auto of = [&](const char* start, const char* end) {
    return total(ledger, during(start, end, Spread::days));
  };
  CHECK(of("2020-01", "2020-02") == 16);
  CHECK(of("2020-03", "2020-03") == 8);
  CHECK(of("2020-04", "") == 76);
  CHECK(of("2019", "2021") == 100);
  CHECK(of("", "2020-01-01") == 0);
  std::int64_t sum = 0;
  for (int month = 1; month <= 12; ++month)
    sum += network(ledger, {.period_start = {2020, static_cast<std::uint8_t>(month)},
                            .period_end = {2020, static_cast<std::uint8_t>(month)},
                            .spread = Spread::days})
               .total();
  CHECK(sum == 100);
}

TEST_CASE("what is left of a total is spread, and counts are not") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit start end part_of; t a b 10 item 2018 2019 .; p a c 5 item "
      "2018 . t");
  CHECK(total(ledger, during("2018", "2018", Spread::equal)) == 3 + 5);
  CHECK(total(ledger, during("2019", "2019", Spread::equal)) == 2);
  NetworkOptions count = during("2019", "2019", Spread::days);
  count.weight = Weight::count;
  CHECK(total(ledger, count) == 1);
}
