#include "aidnet/ledger/match.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// What is proposed for a name that is not there.

using namespace testing_support;
using namespace aidnet::ledger;
using enum aidnet::ledger::TableId;

namespace {

using Proposed = std::vector<std::string>;

Proposed suggested(const Matcher& matcher, TableId table, std::string_view name,
                   const MatchOptions& options = {}) {
  Proposed names;
  try {
    names.push_back("row " + std::to_string(matcher.find(table, name, options)));
  } catch (const UnknownNameError& error) {
    for (const Suggestion& one : error.suggestions()) names.push_back(one.name);
  }
  return names;
}

Ledger of_names(const std::string& names) {
  TableRows tables;
  tables[places] = rows_of("place name_zh;" + names);
  return ledger_of(tables);
}

}  // namespace

TEST_CASE("few changes are proposed, by code points and as the ledger spells them") {
  const Matcher matcher(of_names("1 Liupanshui; 2 Liupanshan; 3 Lanping; 4 六盘水市; 5 六枝"));
  CHECK(suggested(matcher, places, "liupanshuj") ==
        Proposed{"Liupanshui", "Liupanshan"});  // 1 and 2
  CHECK(suggested(matcher, places, "LIUPANSHU") == Proposed{"Liupanshui", "Liupanshan"});
  CHECK(suggested(matcher, places, "六盤水市") == Proposed{"六盘水市"});
  CHECK(suggested(matcher, places, "六盤水").empty());  // 2 of 3
}

TEST_CASE("of a short name no more than half may change, of a long one a third") {
  CHECK(suggested(Matcher(of_names("1 甲乙; 2 丙乙; 3 丙丁")), places, "甲丁") ==
        Proposed{"甲乙", "丙丁"});
  CHECK(suggested(Matcher(of_names("1 甲乙丙; 2 甲丁丙; 3 丁戊丙")), places, "甲己丙") ==
        Proposed{"甲乙丙", "甲丁丙"});
  CHECK(suggested(Matcher(of_names("1 abcd")), places, "abxy") == Proposed{"abcd"});
  CHECK(suggested(Matcher(of_names("1 abcdefgh")), places, "abcdexyz").empty());  // 3 of 8
  CHECK(suggested(Matcher(of_names("1 abcdefghi")), places, "abcdefxyz") == Proposed{"abcdefghi"});
}

TEST_CASE("names that contain the text, or that it contains, however long") {
  const Matcher matcher(of_names("1 九江; 2 台江县中等职业学校; 3 台江县; 4 县; 5 贵州省"));
  // 台江县 and 九江 are one change away; containing goes before.
  CHECK(suggested(matcher, places, "台江") == Proposed{"台江县", "九江", "台江县中等职业学校"});
  // 台江县 lacks 8 code points, 贵州省 as many: by row. A name of one character is in too many.
  CHECK(suggested(matcher, places, "贵州省黔东南州台江县") == Proposed{"台江县", "贵州省"});
}

TEST_CASE("at most three, ties by row, each row once") {
  const Ledger ledger = ledger_of(
      {{places,
        "place name_zh name_en; b 大连甲 Dalian1; a 大连乙 .; d 大连丙 .; c 大连丁 .; e 大 大连"},
       {aliases, "entity alias; b 大连戊; c 大连港口"}});
  CHECK(suggested(Matcher(ledger), places, "大连己") == Proposed{"大连", "大连甲", "大连乙"});
  CHECK_THROWS_WITH(
      Matcher(ledger).find(places, "大连己"),
      "no place is called '大连己'; did you mean 大连 (e), 大连甲 (b) or 大连乙 (a)?");
}

TEST_CASE("ids that are written otherwise, and only what is valid on the date") {
  const Matcher flows_only(ledger_of_flows("donor recipient value; ningbo Yanbian 1"));
  CHECK(suggested(flows_only, parties, "Ningbo") == Proposed{"ningbo"});
  CHECK(suggested(flows_only, parties, "yanbien") == Proposed{"Yanbian"});
  CHECK_THROWS_WITH(flows_only.find(parties, "NINGBO"),
                    "no party is called 'NINGBO'; did you mean ningbo?");
  const Matcher dated(ledger_of({{places, "place name_zh valid_to; a abcd 2000; b abce ."},
                                 {aliases, "entity alias valid_to; b abcf 2010"}}));
  const auto year = [](std::int16_t number) {
    return MatchOptions{.on = {.year = number}, .scheme = {}};
  };
  CHECK(suggested(dated, places, "abcg") == Proposed{"abcd", "abce"});
  CHECK(suggested(dated, places, "abcg", year(2005)) == Proposed{"abce"});
  CHECK(suggested(dated, places, "abcff", year(2005)) == Proposed{"abcf"});
  CHECK(suggested(dated, places, "abcff", year(2015)) == Proposed{"abce"});
}

TEST_CASE("names that cannot be meant") {
  const Matcher matcher(of_names("1 大连"));
  CHECK_THROWS_WITH(matcher.find(places, ""), "no place is called ''");
  CHECK_THROWS_WITH(matcher.find(places, " 　"), "no place is called ' 　'");
  CHECK_THROWS_WITH(matcher.find(programmes, "x", {.on = {}, .scheme = "dac"}),
                    "no programme is called 'x', nor has it as its code in dac");
  CHECK_THROWS_WITH(matcher.find(places, "\xFF\n\xC3"), ContainsSubstring("\xFF \xC3"));
  // A whole text instead of a name is not printed, and nothing is looked for in it.
  std::string text;
  for (int k = 0; k < 100; ++k) text += "大连市。";
  CHECK_THROWS_WITH(matcher.find(places, text), !ContainsSubstring("mean"));
  CHECK_THROWS_WITH(matcher.find(places, text), ContainsSubstring("大连…'"));  // 78 of 80 bytes
  CHECK(Matcher(Ledger()).candidates("x").empty());
  CHECK_THROWS_AS(Matcher(Ledger()).find(parties, "x"), UnknownNameError);
}
