// Cells that cannot be read, column by column: what is told of them, whole.

#include "aidnet/ledger/builder.hpp"
#include "catch.hpp"
#include "ledger.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using testing_support::Cells;
using testing_support::ledger_of_flows;
using testing_support::Strings;
using testing_support::told;
using testing_support::told_of_row;

namespace {

/// What is told of one cell of one flow, without the place.
std::string told_of_cell(std::string_view column, std::string_view cell,
                         std::string_view unit = "") {
  const Strings messages = told([&] {
    LedgerBuilder builder;
    if (column == "unit") {
      builder.begin(TableId::flows, {"donor", "recipient", "unit"});
      builder.row({"a", "b", cell});
    } else {
      builder.begin(TableId::flows, {"donor", "recipient", "unit", column});
      builder.row({"a", "b", unit, cell});
    }
    return builder.build();
  });
  if (messages.empty()) return "";
  REQUIRE(messages.size() == 1);
  const std::string place =
      "flows, row 1, column " + std::string(column) + ": '" + std::string(cell) + "': ";
  REQUIRE(messages[0].starts_with(place));
  return messages[0].substr(place.size());
}

}  // namespace

TEST_CASE("builder cells: amounts") {
  const std::string plain = "a plain decimal number in base units was expected";
  CHECK(told_of_cell("value", "1,200") == plain + "; write 1200");
  CHECK(told_of_cell("value", "２０００") == plain + "; write 2000");
  CHECK(told_of_cell("value", "三十万") == plain + "; write 300000");
  CHECK(told_of_cell("value", "260.5万元", "CNY") == plain + "; write 2605000");
  CHECK(told_of_cell("value", "1e6") == plain + "; write 1000000");
  CHECK(told_of_cell("value", "1.5E3") == plain + "; write 1500");
  CHECK(told_of_cell("lower", "1,200") == plain + "; write 1200");
  CHECK(told_of_cell("upper", "1,200") == plain + "; write 1200");
  for (const char* cell : {"NaN", "nan", "inf",   "-inf",    "Infinity", "1e999", "+5",
                           ".5",  "5.",  "1 000", "0x10",    "-1,200",   "-1e6",  "12,34",
                           "--1", "-",   ".",     "about 5", "余",       " 5",    "5 "})
    CHECK(told_of_cell("value", cell).starts_with(plain));
  // A proposal is a number that means the same: none where the words say more than that.
  for (const char* cell :
       {"NaN", "inf", "1e999", "+5", "-1,200", "-1e6", "12,34", "约5万", "3至5万"})
    CHECK(told_of_cell("value", cell) == plain);
}

TEST_CASE("builder cells: amounts finer than their unit") {
  CHECK(told_of_cell("value", "12.345", "CNY") == "amounts in CNY have 2 decimals; write 12.35");
  CHECK(told_of_cell("value", "12.344", "CNY") == "amounts in CNY have 2 decimals; write 12.34");
  CHECK(told_of_cell("value", "0.001", "CNY") == "amounts in CNY have 2 decimals; write 0");
  CHECK(told_of_cell("value", "9.995", "CNY") == "amounts in CNY have 2 decimals; write 10");
  CHECK(told_of_cell("value", "12.5", "JPY") == "amounts in JPY have 0 decimals; write 13");
  CHECK(told_of_cell("value", "0.5", "person") == "amounts in person have 0 decimals; write 1");
  CHECK(told_of_cell("value", "1.2345", "KWD") == "amounts in KWD have 3 decimals; write 1.235");
  CHECK(told_of_cell("value", "1.23456", "m2") == "amounts in m2 have 4 decimals; write 1.2346");
  CHECK(told_of_cell("value", "1.23456") == "amounts in no unit have 4 decimals; write 1.2346");
  CHECK(told_of_cell("value", "0.3000000000000000000000001", "CNY") ==
        "amounts in CNY have 2 decimals; write 0.3");
  CHECK(told_of_cell("value", "-12.345", "CNY") == "amounts in CNY have 2 decimals; write -12.35");
  CHECK(told_of_cell("value", "12.500", "CNY").empty());
  CHECK(told_of_cell("value", "12.0", "JPY").empty());
}

TEST_CASE("builder cells: amounts beyond 64 bits") {
  const std::string range = "the amount is beyond the range of 64 bits";
  CHECK(told_of_cell("value", "92233720368547758.08", "CNY") == range);
  CHECK(told_of_cell("value", "92233720368547758.07", "CNY").empty());
  CHECK(told_of_cell("value", "9223372036854775808", "JPY") == range);
  CHECK(told_of_cell("value", "123456789012345678901234567890", "CNY") == range);
  CHECK(told_of_cell("value", "922337203685477.5808") == range);
  CHECK(told_of_cell("value", "99999999999999999999.999", "CNY") ==
        "amounts in CNY have 2 decimals");
  CHECK(told_of_cell("value", "92233720368547758.079", "CNY") == "amounts in CNY have 2 decimals");
}

TEST_CASE("builder cells: units") {
  const std::string money = "a currency stands by its code (ISO 4217)";
  CHECK(told_of_cell("unit", "rmb") == money + "; write CNY");
  CHECK(told_of_cell("unit", "yuan") == money + "; write CNY");
  CHECK(told_of_cell("unit", "cny") == money + "; write CNY");
  CHECK(told_of_cell("unit", "usd") == money + "; write USD");
  CHECK(told_of_cell("unit", "dollars") == money + "; write USD");
  const std::string word =
      "a currency (ISO 4217) or a word of small letters, digits and _ was expected";
  CHECK(told_of_cell("unit", "RMB") == word + "; write CNY");
  CHECK(told_of_cell("unit", "元") == word + "; write CNY");
  CHECK(told_of_cell("unit", "人次") == word + "; write person_time");
  CHECK(told_of_cell("unit", "万元") == word + "; write CNY, and its amounts times 10000");
  CHECK(told_of_cell("unit", "億元") == word + "; write CNY, and its amounts times 100000000");
  CHECK(told_of_cell("unit", "万人") == word + "; write person, and its amounts times 10000");
  CHECK(told_of_cell("unit", "平方米") == word + "; write m2");
  CHECK(told_of_cell("unit", "Persons") == word + "; write person");
  CHECK(told_of_cell("unit", "ZZZ") == word);
  CHECK(told_of_cell("unit", "per-son") == word);
  CHECK(told_of_cell("unit", "CNY ").starts_with(word));
  for (const char* unit : {"CNY", "XAU", "person", "m2", "study_place", "household", "2"})
    CHECK(told_of_cell("unit", unit).empty());
}

TEST_CASE("builder cells: an amount beside a unit of ten thousands is never proposed without it") {
  const auto told_of_both = [](std::string_view value, std::string_view unit) {
    return told_of_row(TableId::flows, {"donor", "recipient", "unit", "value"},
                       {"a", "b", unit, value});
  };
  const std::string unit_told =
      "flows, row 1, column unit: '万元': a currency (ISO 4217) or a word of small letters, digits "
      "and _ was expected; write CNY, and its amounts times 10000";
  CHECK(told_of_both("259.8", "万元") ==
        Strings{unit_told,
                "flows, row 1, column value: '259.8': a plain decimal number in base units was "
                "expected; write 2598000"});
  CHECK(told_of_both("260", "万元") == Strings{unit_told});
  CHECK(told_of_both("2.5", "Dong") ==
        Strings{"flows, row 1, column unit: 'Dong': a currency (ISO 4217) or a word of small "
                "letters, digits and _ was expected",
                "flows, row 1, column value: '2.5': a plain decimal number in base units was "
                "expected"});
}

TEST_CASE("builder cells: a wrong unit is told once") {
  const Strings messages = told([] {
    return ledger_of_flows("donor recipient unit; a b Yen; a b CNY; a b Yen; a b Euro; a b Yen");
  });
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].starts_with("flows, row 1, column unit: 'Yen': "));
  CHECK(messages[1].starts_with("flows, row 4, column unit: 'Euro': "));
}

TEST_CASE("builder cells: dates") {
  const std::string date =
      "a date was expected: a year, a month or a day of the calendar, such as 2018, 2018-06 or "
      "2018-06-30";
  for (const char* cell :
       {"2018-13", "2018-02-30", "2019-02-29", "2018-00", "2018-06-00", "0000", "18", "30.6.2018",
        "2018-2019", "May 2018", "2018年初", "20181301", "2018-06-30T00:00", " 2018", "二〇一八"})
    CHECK(told_of_cell("start", cell) == date);
  CHECK(told_of_cell("start", "2018-6") == date + "; write 2018-06");
  CHECK(told_of_cell("start", "2018/6/30") == date + "; write 2018-06-30");
  CHECK(told_of_cell("start", "2018-") == date + "; write 2018");
  CHECK(told_of_cell("start", "2018.06") == date + "; write 2018-06");
  CHECK(told_of_cell("start", "2018年") == date + "; write 2018");
  CHECK(told_of_cell("start", "2018年6月30日") == date + "; write 2018-06-30");
  CHECK(told_of_cell("end", "20180630") == date + "; write 2018-06-30");
  CHECK(told_of_cell("start", "2020-02-29").empty());
}

TEST_CASE("builder cells: closed vocabularies") {
  const std::string resources =
      "one of funding, purchase, mobilised, equipment, facility, staff, training, students, "
      "employment, service, repayment, interest, agreement was expected";
  CHECK(told_of_cell("resource", "Funding") == resources + "; did you mean funding?");
  CHECK(told_of_cell("resource", "FUNDING") == resources + "; did you mean funding?");
  CHECK(told_of_cell("resource", "traning") == resources + "; did you mean training?");
  CHECK(told_of_cell("resource", "money") == resources);
  CHECK(told_of_cell("resource", "funding ") == resources + "; did you mean funding?");
  CHECK(told_of_cell("status", "spend") ==
        "one of planned, pledged, committed, disbursed, received, spent, cancelled was expected; "
        "did you mean spent?");
  CHECK(
      told_of_cell("qualifier", "atleast") ==
      "one of exact, about, over, nearly, at_least, at_most, range, unknown was expected; did you "
      "mean at_least?");
  CHECK(told_of_cell("direction", "backwards") ==
        "one of forward, reverse, return, both was expected");
  CHECK(told_of_cell("confidence", "state") ==
        "one of stated, derived, inferred was expected; did you mean stated?");
  CHECK(told_of_cell("part_kind", "all") == "one of exhaustive, subset was expected");
  CHECK(told_of_row(TableId::parties, {"party", "kind"}, {"a", "School"}) ==
        Strings{"parties, row 1, column kind: 'School': one of government, school, company, "
                "foundation, association, alliance, consortium, multilateral, ngo, person, other "
                "was expected; did you mean school?"});
  CHECK(told_of_row(TableId::places, {"place", "level"}, {"a", "city"}) ==
        Strings{"places, row 1, column level: 'city': one of country, province, prefecture, "
                "county, township, village, region was expected"});
  CHECK(told_of_row(TableId::groups, {"group", "member", "role"}, {"g", "m", "doner"}) ==
        Strings{"groups, row 1, column role: 'doner': one of donor, recipient, convenor, executor "
                "was expected; did you mean donor?"});
}

TEST_CASE("builder cells: whole and other numbers") {
  const std::string whole = "a whole number of 0 or more was expected";
  CHECK(told_of_cell("price_year", "２０２０") == whole + "; write 2020");
  CHECK(told_of_cell("price_year", "2020.0") == whole + "; write 2020");
  CHECK(told_of_cell("span_start", "1,200") == whole + "; write 1200");
  for (const char* cell : {"-1", "1.5", "x", "+1", "9223372036854775808"})
    CHECK(told_of_cell("span_end", cell) == whole);
  CHECK(told_of_cell("span_end", " 1") == whole + "; write 1");
  CHECK(told_of_cell("context_start", "0").empty());

  const auto of_share = [](std::string_view cell) {
    const Strings messages =
        told_of_row(TableId::groups, {"group", "member", "share"}, {"g", "m", cell});
    return messages.empty() ? "" : messages[0];
  };
  const std::string number = "': a plain number was expected";
  CHECK(of_share("0,5") == "groups, row 1, column share: '0,5" + number);
  CHECK(of_share("０．５") == "groups, row 1, column share: '０．５" + number + "; write 0.5");
  CHECK(of_share("1e-2") == "groups, row 1, column share: '1e-2" + number + "; write 0.01");
  CHECK(of_share("nan") == "groups, row 1, column share: 'nan" + number);
  CHECK(of_share("inf") == "groups, row 1, column share: 'inf" + number);
  CHECK(of_share("-0.25").empty());
}

TEST_CASE("builder cells: ids") {
  const auto of_donor = [](std::string_view cell) {
    const Strings messages = told_of_row(TableId::flows, {"donor", "recipient"}, {cell, "b"});
    return messages.empty() ? "" : messages[0];
  };
  CHECK(of_donor("") == "flows, row 1, column donor: must not be empty");
  CHECK(of_donor(" a") ==
        "flows, row 1, column donor: ' a': an id must not begin or end with a space; take it away");
  CHECK(
      of_donor("e\u0301cole") ==
      "flows, row 1, column donor: 'e\u0301cole': an id must be in Unicode's normal form C (NFC)");
  CHECK(of_donor("a\tb") ==
        "flows, row 1, column donor: 'a b': an id must have no control characters");
  CHECK(of_donor("\xff") == "flows, row 1, column donor: '\xff': an id must be UTF-8");
  CHECK(of_donor("宁波市 第八中学").empty());
  CHECK(told_of_row(TableId::flows, {"flow", "donor", "recipient"}, {"", "a", "b"}) ==
        Strings{"flows, row 1, column flow: an id must not be empty"});
  CHECK(told_of_row(TableId::parties, {"party", "parent", "place"}, {"a", "b ", " c"}) ==
        Strings{"parties, row 1, column place: ' c': an id must not begin or end with a space; "
                "take it away",
                "parties, row 1, column parent: 'b ': an id must not begin or end with a space; "
                "take it away"});
}

TEST_CASE("builder cells: texts that are no UTF-8") {
  CHECK(told_of_cell("figure", "\xc3") == "must be UTF-8");
  CHECK(told_of_cell("scope", "\xc3") == "must be UTF-8");
  CHECK(told_of_cell("weather", "\xed\xa0\x80") == "must be UTF-8");
  CHECK(told_of_cell("note", "任何 text\n\0 \u200b").empty());
}
