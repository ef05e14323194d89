#include "aidnet/ledger/builder.hpp"

#include <cmath>

#include "catch.hpp"
#include "ledger.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::no_index;
using testing_support::ledger_of;
using testing_support::ledger_of_flows;
using testing_support::refused;
using testing_support::Strings;
using testing_support::TableRows;
using testing_support::told;

namespace {

using Cells = std::vector<std::string_view>;

std::string in_words(const Text& texts) {
  std::string all;
  for (std::size_t k = 0; k < texts.size(); ++k)
    all.append(k == 0 ? "" : " ").append(texts[k].empty() ? "." : texts[k]);
  return all;
}

Ledger one_flow(const Cells& columns, const Cells& cells, const LedgerOptions& options = {}) {
  LedgerBuilder builder(options);
  builder.begin(TableId::flows, columns);
  builder.rows(cells);
  return builder.build();
}

}  // namespace

TEST_CASE("builder: every kind of column of the flows") {
  const Ledger ledger = one_flow(
      {"flow",          "donor",       "recipient", "channel",    "programme", "resource", "unit",
       "value",         "lower",       "upper",     "qualifier",  "status",    "start",    "end",
       "direction",     "price_year",  "source",    "span_start", "span_end",  "figure",   "note",
       "context_start", "context_end", "scope",     "confidence", "weather"},
      {"f1",      "ningbo",    "yanbian", "school", "p1",    "equipment", "CNY",
       "2598000", "2597999.5", "2600000", "about",  "spent", "2018",      "2018-06-30",
       "reverse", "2015",      "s1",      "12",     "34",    "约259.8万", "a \"note\",\nlong",
       "0",       "7",         "local",   "stated", "rain"});
  const Flows& f = ledger.flows();
  REQUIRE(f.size() == 1);
  CHECK(f.flow[0] == "f1");
  CHECK(ledger.parties().party[0] == "ningbo");
  CHECK(f.donor[0] == 0);
  CHECK(f.recipient[0] == 1);
  CHECK(f.channel[0] == 2);
  CHECK(f.programme[0] == 0);
  CHECK(f.resource[0] == Resource::equipment);
  CHECK(f.unit[0] == "CNY");
  CHECK(f.value[0] == 259800000);
  CHECK(f.lower[0] == 259799950);
  CHECK(f.upper[0] == 260000000);
  CHECK(f.qualifier[0] == Qualifier::about);
  CHECK(f.status[0] == Status::spent);
  CHECK(f.start[0] == Date{2018, 0, 0});
  CHECK(f.end[0] == Date{2018, 6, 30});
  CHECK(f.direction[0] == Direction::reverse);
  CHECK(f.part_of[0] == no_index);
  CHECK(f.part_kind[0] == PartKind::unstated);
  CHECK(f.same_as[0] == no_index);
  CHECK(f.fulfils[0] == no_index);
  CHECK(f.price_year[0] == 2015);
  CHECK(f.source[0] == 0);
  CHECK(f.span_start[0] == 12);
  CHECK(f.span_end[0] == 34);
  CHECK(f.figure[0] == "约259.8万");
  CHECK(f.confidence[0] == Confidence::stated);
  CHECK(f.note[0] == "a \"note\",\nlong");
  CHECK(f.context_start[0] == 0);
  CHECK(f.context_end[0] == 7);
  CHECK(f.scope[0] == "local");
  REQUIRE(f.extra.size() == 1);
  CHECK(f.extra[0].name == "weather");
  CHECK(f.extra[0].cells[0] == "rain");
}

TEST_CASE("builder: empty cells are not stated, each kind in its own way") {
  const Flows f = ledger_of_flows("flow donor recipient; f a b").flows();
  CHECK(f.channel[0] == no_index);
  CHECK(f.unit[0].empty());
  CHECK(f.unit.codes()[0] == no_index);
  CHECK(f.value[0] == no_number);
  CHECK(f.span_start[0] == no_number);
  CHECK(f.status[0] == Status::unstated);
  CHECK(f.start[0].blank());
  CHECK(f.figure[0].empty());
  CHECK(f.scope[0].empty());

  const Ledger ledger = ledger_of(std::map<TableId, std::string>{
      {TableId::places, "place level longitude latitude; p county 121.5 -0.25; q . . ."},
      {TableId::groups, "group member share joined; g m 0.5 2018; g n . ."},
      {TableId::flows, "donor recipient"}});
  CHECK(ledger.places().level[0] == PlaceLevel::county);
  CHECK(ledger.places().longitude[0] == 121.5);
  CHECK(ledger.places().latitude[0] == -0.25);
  CHECK(std::isnan(ledger.places().longitude[1]));
  CHECK(ledger.groups().share[0] == 0.5);
  CHECK(std::isnan(ledger.groups().share[1]));
  CHECK(ledger.groups().joined[0] == Date{2018, 0, 0});
}

TEST_CASE("builder: rows that are named and not listed are made, behind those that are listed") {
  const Ledger ledger = ledger_of(std::map<TableId, std::string>{
      {TableId::sources, "source title; s1 One"},
      {TableId::places, "place parent successor; county prefecture county2"},
      {TableId::programmes, "programme parent; p q"},
      {TableId::parties, "party place parent kind; a county bureau school"},
      {TableId::groups, "group member; alliance a; alliance b"},
      {TableId::relations, "donor recipient source; a c s2"},
      {TableId::aliases, "entity alias source; nobody Nobody s3"},
      {TableId::flows, "flow donor recipient channel programme source; f d a e r s4"}});
  CHECK(in_words(ledger.sources().source) == "s1 s2 s3 s4");
  CHECK(ledger.listed(TableId::sources) == 1);
  CHECK(in_words(ledger.sources().title) == "One . . .");
  CHECK(in_words(ledger.places().place) == "county prefecture county2");
  CHECK(ledger.places().parent[0] == 1);
  CHECK(ledger.places().successor[0] == 2);
  CHECK(ledger.places().parent[1] == no_index);
  CHECK(ledger.listed(TableId::places) == 1);
  CHECK(in_words(ledger.programmes().programme) == "p q r");
  CHECK(in_words(ledger.parties().party) == "a bureau alliance b c d e");
  CHECK(ledger.listed(TableId::parties) == 1);
  CHECK(ledger.parties().kind[0] == PartyKind::school);
  CHECK(ledger.parties().kind[6] == PartyKind::unstated);
  CHECK(std::isnan(ledger.places().latitude[2]));
  CHECK(ledger.parties().valid_to[6].blank());
  // An alias's entity is text and makes nothing.
  CHECK(ledger.find(TableId::parties, "nobody") == no_index);
  CHECK(ledger.find(TableId::parties, "e") == 6);
  CHECK(ledger.find(TableId::flows, "f") == 0);
  CHECK(ledger.find(TableId::groups, "alliance") == no_index);
  CHECK(ledger.listed(TableId::groups) == 2);
}

TEST_CASE("builder: links between flows may point up and down") {
  const Flows f = ledger_of_flows(
                      "flow donor recipient part_of part_kind same_as fulfils;"
                      "f1 a b f3 subset . .; f2 a b . . f3 f1; f3 a b . . . .")
                      .flows();
  CHECK(f.part_of[0] == 2);
  CHECK(f.part_kind[0] == PartKind::subset);
  CHECK(f.same_as[1] == 2);
  CHECK(f.fulfils[1] == 0);
  CHECK(f.part_of[2] == no_index);
}

TEST_CASE("builder: without a column flow, the number of the row is the id") {
  const Ledger ledger = ledger_of_flows(
      "donor recipient amount unit year; a b 5 CNY 2018; b c . . .; a c 7 JPY 2020");
  CHECK(in_words(ledger.flows().flow) == "1 2 3");
  CHECK(ledger.find(TableId::flows, "3") == 2);
  CHECK(ledger.flows().value[0] == 500);
  CHECK(ledger.flows().value[1] == no_number);
  CHECK(ledger.flows().value[2] == 7);
  CHECK(ledger.flows().start[0] == Date{2018, 0, 0});
  CHECK(ledger.flows().end[0] == Date{2018, 0, 0});
  // Links can name such numbers.
  CHECK(ledger_of_flows("donor recipient part_of; a b .; a b 1").flows().part_of[1] == 0);
}

TEST_CASE("builder: amounts have the decimals of their unit") {
  const Flows f =
      ledger_of_flows(
          "donor recipient unit value; a b JPY 12; a b CNY 12.5; a b KWD 1.234;"
          "a b m2 0.0001; a b person 3; a b . 1.5; a b CNY 0; a b CNY 1.50; a b CNY 007;"
          "a b CNY -0; a b CNY 92233720368547758.07; a b JPY 9223372036854775807")
          .flows();
  CHECK(f.value == Amounts{12, 1250, 1234, 1, 3, 15000, 0, 150, 700, 0,
                           std::numeric_limits<std::int64_t>::max(),
                           std::numeric_limits<std::int64_t>::max()});
}

TEST_CASE("builder: a row that the caller could not read is counted") {
  LedgerBuilder builder;
  CHECK(refused([&] { builder.skip_row(); }) == "begin a table before giving its rows");
  builder.begin(TableId::flows, {"donor", "recipient", "year"});
  builder.row({"a", "b", ""});
  builder.report({"flows", 2, 0, "", "", "is torn"});
  builder.skip_row();
  builder.row({"a", "b", "x"});
  const Strings messages = told([&] { return builder.build(); });
  REQUIRE(messages.size() == 2);  // a year is start and end, and told once
  CHECK(messages[0] == "flows, row 2: is torn");
  CHECK_THAT(messages[1], ContainsSubstring("flows, row 3, column year: 'x': a date"));
}

TEST_CASE("builder: misuse") {
  // After each of these the builder is broken (builder_broken.cpp).
  CHECK(refused([] {
          LedgerBuilder builder;
          builder.row({"a"});
          return 0;
        }) == "begin a table before giving its rows");
  const auto with_parties = [](const auto& misuse) {
    return refused([&] {
      LedgerBuilder builder;
      builder.begin(TableId::parties, {"party", "kind"});
      builder.row({"a", "school"});
      misuse(builder);
      return 0;
    });
  };
  CHECK(with_parties([](LedgerBuilder& b) { b.row({"a"}); }) ==
        "1 cells are no whole rows of 2 columns");
  CHECK(with_parties([](LedgerBuilder& b) {
          b.rows(Cells{"a", "school", "b", "school"}, std::vector<std::int64_t>{1});
        }) == "1 lines are not those of 2 rows");
  const std::string again =
      "was given before, or a table that names its rows was; see the order in the documentation of "
      "LedgerBuilder";
  CHECK(with_parties([](LedgerBuilder& b) { b.begin(TableId::parties, {"party"}); }) ==
        "the table parties " + again);
  CHECK(with_parties([](LedgerBuilder& b) { b.begin(TableId::places, {"place"}); }) ==
        "the table places " + again);
  // No columns at all: nothing can be a row.
  CHECK(refused([] {
          LedgerBuilder none;
          none.begin(TableId::flows, {});
          none.row({});
          return 0;
        }) == "0 cells are no whole rows of 0 columns");
  CHECK(told([] {
          LedgerBuilder none;
          none.begin(TableId::flows, {});
          return none.build();
        }) == Strings{"flows, column donor: the column is missing; there are none",
                      "flows, column recipient: the column is missing; there are none"});
}

TEST_CASE("builder: nothing given is an empty ledger") {
  const Ledger ledger = LedgerBuilder().build();
  CHECK(ledger.flows().size() == 0);
  CHECK(ledger.parties().size() == 0);
  CHECK(ledger.find(TableId::flows, "") == no_index);
  CHECK(Ledger().flows().size() == 0);
  CHECK(Ledger().package().descriptor.empty());
}

TEST_CASE("builder: is empty after building, after errors too") {
  LedgerBuilder builder;
  for (int round = 0; round < 3; ++round) {
    builder.begin(TableId::flows, {"flow", "donor", "recipient", "value"});
    builder.row({"f", "a", "b", "1,200"});
    builder.row({"f", "a", "b", "1"});
    CHECK(told([&] { return builder.build(); }).size() == 2);

    builder.begin(TableId::flows, {"flow", "donor", "recipient", "value"});
    builder.row({"f", "a", "b", "1200"});
    const Ledger ledger = builder.build({"{}", {{"x", "y"}}});
    CHECK(ledger.flows().value == Amounts{12000000});
    CHECK(ledger.parties().size() == 2);
    CHECK(ledger.package().other_files.size() == 1);
    const Ledger other = ledger.with_package({});
    CHECK(other.package().other_files.empty());
    CHECK(other.flows().flow[0] == "f");
    CHECK(other.find(TableId::parties, "b") == 1);
  }
}

TEST_CASE("builder: many rows, in batches of any size, are the same ledger") {
  std::vector<std::string> text;
  for (int k = 0; k < 5000; ++k)
    for (const std::string& cell : {"f" + std::to_string(k), "p" + std::to_string(k * 7 % 71),
                                    "p" + std::to_string(k * 5 % 67), std::to_string(k) + ".5",
                                    std::string(k % 3 == 0 ? "CNY" : "m2"),
                                    k == 0 ? std::string() : "f" + std::to_string(k / 2)})
      text.push_back(cell);
  const Cells cells(text.begin(), text.end());
  const auto with = [&](std::size_t batch) {
    LedgerBuilder builder;
    builder.begin(TableId::flows, {"flow", "donor", "recipient", "value", "unit", "part_of"});
    for (std::size_t row = 0; row < 5000; row += batch)
      builder.rows(std::span(cells).subspan(6 * row, 6 * std::min(batch, 5000 - row)));
    return builder.build();
  };
  // f0 is its own half: f1 // 2 = f0, so all links lead to f0.
  const Ledger one = with(1), all = with(5000);
  CHECK(one.flows().flow == all.flows().flow);
  CHECK(one.flows().value == all.flows().value);
  CHECK(one.flows().donor == all.flows().donor);
  CHECK(one.flows().part_of == all.flows().part_of);
  CHECK(one.parties().party == all.parties().party);
  CHECK(one.parties().size() == 71);
  for (std::size_t k = 1; k < 5000; ++k)
    REQUIRE(one.flows().part_of[k] == static_cast<aidnet::index_t>(k / 2));
}
