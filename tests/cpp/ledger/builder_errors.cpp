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

TEST_CASE("builder errors: a bad id that a table names before it is listed has its own row") {
  LedgerBuilder builder;
  builder.begin(TableId::parties, Cells{"party", "parent"}, "parties.csv");
  builder.rows(Cells{"a", "", "b", "c ", "d", ""}, std::vector<std::int64_t>{2, 3, 4});
  builder.rows(Cells{"e", "", "f", "g\t"}, std::vector<std::int64_t>{7, 9});
  CHECK(told([&] { return builder.build(); }) ==
        Strings{"parties.csv, row 2 (line 3), column parent: 'c ': an id must not begin or end "
                "with a space; take it away",
                "parties.csv, row 5 (line 9), column parent: 'g ': an id must have no control "
                "characters"});
}

TEST_CASE("builder errors: duplicate ids, identical rows too") {
  CHECK(told([] { return ledger_of_flows("flow donor recipient; f a b; g a b; f a b; f c d"); }) ==
        Strings{"flows, row 3, column flow: 'f': an id stands once; row 1 has it",
                "flows, row 4, column flow: 'f': an id stands once; row 1 has it"});
  for (const auto& [table, key, name] : {std::tuple{TableId::parties, "party", "parties"},
                                         {TableId::places, "place", "places"},
                                         {TableId::programmes, "programme", "programmes"},
                                         {TableId::sources, "source", "sources"}})
    CHECK(told_of_row(table, {key}, {"x", "y", "y"}) ==
          Strings{std::string(name) + ", row 3, column " + key +
                  ": 'y': an id stands once; row 2 has it"});
}

TEST_CASE("builder errors: links between flows") {
  LedgerBuilder builder;
  builder.begin(TableId::flows,
                Cells{"flow", "donor", "recipient", "part_of", "same_as", "fulfils"}, "x.csv");
  const Cells cells{"f1", "a", "b", "gone", "",   "",    // no such flow
                    "f2", "a", "b", "",     "f3", "",    // the same as one that is the same as f4
                    "f3", "a", "b", "",     "f4", "",    //
                    "f4", "a", "b", "",     "",   "",    //
                    "f5", "a", "b", "",     "f5", "f7",  // the same as itself; leads into a circle
                    "f6", "a", "b", "",     "",   "f7",  // f6, f7, f8
                    "f7", "a", "b", "f7",   "",   "f8",  // part of itself
                    "f8", "a", "b", "",     "",   "f6"};
  builder.rows(cells, std::vector<std::int64_t>{2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(told([&] { return builder.build(); }) ==
        Strings{"x.csv, row 1 (line 2), column part_of: 'gone': no flow has this id",
                "x.csv, row 2 (line 3), column same_as: 'f3': must be the flow that all others "
                "point at; that one is the same as f4",
                "x.csv, row 5 (line 6), column same_as: 'f5': a flow is not linked to itself",
                "x.csv, row 6 (line 7), column fulfils: 'f7': the links go round in a circle (f6, "
                "f7, f8, f6); they must lead to an end",
                "x.csv, row 7 (line 8), column part_of: 'f7': the links go round in a circle (f7, "
                "f7); they must lead to an end"});
}

TEST_CASE("builder errors: a circle of many, and one that two flows call the other's copy") {
  LedgerBuilder builder;
  builder.begin(TableId::flows, {"donor", "recipient", "part_of"});
  constexpr int count = 100'000;
  for (int k = 1; k <= count; ++k) builder.row({"a", "b", std::to_string(k == count ? 3 : k + 1)});
  CHECK(told([&] { return builder.build(); }) ==
        Strings{"flows, row 3, column part_of: '4': the links go round in a circle (3, 4, 5, 6, 7, "
                "8, … (99998 flows)); they must lead to an end"});
  CHECK(told([] {
          return ledger_of_flows("flow donor recipient same_as; f a b g; g a b f");
        }).size() == 2);
}

TEST_CASE("builder errors: bounds that do not hold the value") {
  CHECK(
      told([] {
        return ledger_of_flows(
            "donor recipient unit value lower upper; a b CNY 5 6.5 .; a b CNY 5 . 4; a b CNY . 3 2;"
            "a b CNY 5 4 6; a b CNY 5 5 5; a b CNY 5 9 1");
      }) ==
      Strings{"flows, row 1, column value: '5': must lie between lower (6.5) and upper (none)",
              "flows, row 2, column value: '5': must lie between lower (none) and upper (4)",
              "flows, row 3, column lower: '3': must not be above upper, 2",
              "flows, row 6, column value: '5': must lie between lower (9) and upper (1)"});
}

TEST_CASE("builder errors: an end before its start, in every table") {
  CHECK(told([] {
          return ledger_of_flows(
              "donor recipient start end; a b 2018 2017; a b 2018-06 2018; a b 2018 2018-01;"
              "a b 2018-06-30 2018-06-29; a b . 2017; a b 2018 .");
        }) == Strings{"flows, row 1, column end: '2017': is before start, 2018",
                      "flows, row 4, column end: '2018-06-29': is before start, 2018-06-30"});
  const auto is_told = [](TableId table, const Cells& columns, Cells cells) {
    cells.push_back("2018");
    cells.push_back("2017-12");
    return told_of_row(table, columns, cells);
  };
  CHECK(is_told(TableId::parties, {"party", "valid_from", "valid_to"}, {"a"}) ==
        Strings{"parties, row 1, column valid_to: '2017-12': is before valid_from, 2018"});
  CHECK(is_told(TableId::places, {"place", "valid_from", "valid_to"}, {"a"}).size() == 1);
  CHECK(is_told(TableId::relations, {"donor", "recipient", "valid_from", "valid_to"}, {"a", "b"})
            .size() == 1);
  CHECK(
      is_told(TableId::aliases, {"entity", "alias", "valid_from", "valid_to"}, {"a", "b"}).size() ==
      1);
  CHECK(is_told(TableId::programmes, {"programme", "start", "end"}, {"a"}).size() == 1);
  CHECK(is_told(TableId::groups, {"group", "member", "joined", "left"}, {"g", "m"}) ==
        Strings{"groups, row 1, column left: '2017-12': is before joined, 2018"});
}

TEST_CASE("builder errors: columns") {
  CHECK(told_of_row(TableId::flows, {"donor", "amount"}, {}) ==
        Strings{"flows, column recipient: the column is missing; there are donor, amount"});
  CHECK(told_of_row(TableId::flows, {"giver", "taker"}, {}) ==
        Strings{"flows, column donor: the column is missing; there are giver, taker",
                "flows, column recipient: the column is missing; there are giver, taker"});
  for (const auto& [table, missing] : {std::pair{TableId::parties, 1},
                                       {TableId::places, 1},
                                       {TableId::programmes, 1},
                                       {TableId::sources, 1},
                                       {TableId::groups, 2},
                                       {TableId::relations, 2},
                                       {TableId::aliases, 2}})
    CHECK(told_of_row(table, {"x"}, {}).size() == static_cast<std::size_t>(missing));
  CHECK(told_of_row(TableId::flows, {"donor", "recipient", "amount", "value"}, {}) ==
        Strings{"flows, column amount: is another name of value; give one of them"});
  CHECK(told_of_row(TableId::flows, {"donor", "recipient", "year", "start"}, {}) ==
        Strings{"flows, column year: is another name of start; give one of them"});
  CHECK(told_of_row(TableId::flows, {"donor", "recipient", "end", "year"}, {}) ==
        Strings{"flows, column year: is another name of end; give one of them"});
  CHECK(told_of_row(TableId::flows, {"donor", "recipient", "donor", "x", "x"}, {}) ==
        Strings{"flows, column donor: the column is given twice",
                "flows, column x: the column is given twice"});
  CHECK(told_of_row(TableId::flows, {"donor", "recipient", "x\xff"}, {}) ==
        Strings{"flows, column x\xff: the name of the column must be UTF-8"});
  // In other tables these are names like any other.
  CHECK(told_of_row(TableId::parties, {"party", "amount", "value", "year", "start"}, {}).empty());
  std::vector<std::string> many;
  for (int k = 0; k < 100; ++k) many.push_back("c" + std::to_string(k));
  CHECK_THAT(told_of_row(TableId::parties, Cells(many.begin(), many.end()), {})[0],
             ContainsSubstring("c38, c39 and 60 more"));
}

TEST_CASE("builder errors: all problems at once, a cap, and how many there are") {
  const auto with = [](std::size_t cap) {
    LedgerBuilder builder({.negative = Negative::error, .max_problems = cap});
    builder.begin(TableId::parties, {"party", "kind"});
    builder.row({"a ", "x"});
    builder.begin(TableId::flows, {"donor", "recipient", "value", "start"});
    for (int k = 0; k < 50; ++k) builder.row({"a", "b", "1,000", "2018-13"});
    return builder;
  };
  const auto caught = [&](std::size_t cap) {
    LedgerBuilder builder = with(cap);
    try {
      (void)builder.build();
    } catch (const LedgerError& error) {
      CHECK(error.code() == aidnet::ErrorCode::validation);
      return error;
    }
    throw std::runtime_error("nothing was wrong");
  };
  CHECK(caught(1000).total() == 102);
  CHECK(caught(1000).problems().size() == 102);
  const LedgerError some = caught(3);
  CHECK(some.total() == 102);
  REQUIRE(some.problems().size() == 3);
  CHECK(some.problems()[0].file == "parties");
  CHECK(some.problems()[0].row == 1);
  CHECK(some.problems()[0].line == 0);
  CHECK(some.problems()[0].column == "party");
  CHECK(some.problems()[0].text == "a ");
  CHECK(some.problems()[2].file == "flows");
  const std::string what = some.what();
  CHECK(what.starts_with("102 problems:\nparties, row 1, column party: 'a ': an id must"));
  CHECK(what.ends_with("; write 1000\n… and 99 more"));
  CHECK(std::string(caught(0).what()) == "102 problems");
  LedgerBuilder one;
  one.report({"here", 0, 0, "", "", "is wrong"});
  CHECK_THROWS_WITH(one.build(), "here: is wrong");
}

TEST_CASE("builder errors: cells are shown on one line and not endlessly") {
  std::string cell = "x\ny\x7f";
  for (int k = 0; k < 100; ++k) cell += "万";
  const Problem problem{"f", 3, 4, "unit\n", cell, "e"};
  const std::string message = problem.message();
  CHECK(message.starts_with("f, row 3 (line 4), column unit : 'x y 万万"));
  CHECK(message.ends_with("万…': e"));
  CHECK(message.size() < 150);
}
