#include <random>

#include "aidnet/ledger/match.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// A place that has become another is that place, where both bear the name.

using namespace testing_support;
using namespace aidnet::ledger;
using enum aidnet::ledger::TableId;

namespace {

MatchOptions on_day(std::string_view date) { return {.on = *Date::parse(date), .scheme = {}}; }

std::vector<aidnet::index_t> rows(const std::vector<Candidate>& candidates) {
  std::vector<aidnet::index_t> all;
  for (const Candidate& one : candidates) all.push_back(one.row);
  return all;
}

}  // namespace

TEST_CASE("a county that became a district") {
  const Matcher matcher(
      ledger_of({{places,
                  "place name_zh valid_from valid_to successor; county 水城县 . 2020 district;"
                  "district 水城区 2020 . ."},
                 {aliases, "entity alias; county 水城; district 水城"}}));
  CHECK(matcher.find(places, "水城") == 1);
  CHECK(rows(matcher.candidates("水城")) == std::vector<aidnet::index_t>{1});
  CHECK(matcher.find(places, "水城", on_day("2018")) == 0);
  CHECK(matcher.find(places, "水城", on_day("2020")) == 1);  // both are valid then
  CHECK(matcher.find(places, "水城", on_day("2021")) == 1);
  CHECK(matcher.find(places, "水城县") == 0);  // only the earlier one bears it
  CHECK_THROWS_WITH(
      matcher.find(places, "水城县", on_day("2021")),
      "no place is called '水城县' in 2021; at other times it is 水城县 (county) until "
      "2020, now 水城区 (district); did you mean 水城 (district)?");
  CHECK_THROWS_WITH(
      matcher.find(places, "水城区", on_day("2016-06")),
      ContainsSubstring("in 2016-06; at other times it is 水城区 (district) from 2020; "
                        "did you mean 水城 (county)?"));
}

TEST_CASE("the last that bears the name, whatever lies between") {
  // a and b became c, which became d; a, b and d bear the name, c does not. x is no kin.
  const std::string tables = "place name_zh successor; a N c; d N .; b N c; c M d; e M .";
  CHECK(Matcher(ledger_of({{places, tables}})).find(places, "N") == 1);
  CHECK(Matcher(ledger_of({{places, tables + "; x N ."}})).candidates("N") ==
        std::vector<Candidate>{{places, 1, How::name}, {places, 5, How::name}});
  // Two that became one which is called otherwise are two.
  CHECK(rows(Matcher(ledger_of({{places, "place name_zh successor; a N c; b N c; c M ."}}))
                 .candidates("N")) == std::vector<aidnet::index_t>{0, 1});
  // Codes as well, and parties are no places.
  CHECK(Matcher(ledger_of({{places, "place code successor; a 1 b; b 1 ."}})).find(places, "1") ==
        1);
}

TEST_CASE("a cycle has no last place") {
  // p and q became each other; r became p.
  const Matcher matcher(
      ledger_of({{places, "place name_zh successor; p N q; q N p; r N p; s O s"}}));
  CHECK(rows(matcher.candidates("N")) == std::vector<aidnet::index_t>{0, 1});
  CHECK(matcher.find(places, "O") == 3);
}

TEST_CASE("long chains") {
  constexpr int count = 100'000;
  TableRows tables;
  tables[places] = {{"place", "name_zh", "successor"}};
  for (int k = 0; k < count; ++k)
    tables[places].push_back({"c" + std::to_string(k), k % 3 == 0 ? "N" : "M",
                              k == 0 ? "" : "c" + std::to_string(k - 1)});
  const Matcher matcher(ledger_of(tables));
  CHECK(matcher.find(places, "N") == 0);
  CHECK(matcher.find(places, "M") == 1);
}

TEST_CASE("random forests, against walking the chains") {
  std::mt19937 random(7);
  for (int repeat = 0; repeat < 1000; ++repeat) {
    const auto count = static_cast<std::size_t>(1 + random() % 12);
    std::vector<std::size_t> next(count);
    std::vector<bool> named(count);
    TableRows tables;
    tables[places] = {{"place", "name_zh", "successor"}};
    for (std::size_t i = 0; i < count; ++i) {
      next[i] = random() % (count + 1);  // count: none; cycles happen
      named[i] = random() % 2 == 0;
    }
    for (std::size_t i = 0; i < count; ++i)
      tables[places].push_back({std::to_string(i), named[i] ? "N" : "M",
                                next[i] == count ? "" : std::to_string(next[i])});
    // Row i is earlier than a later one where walking meets one, before a cycle closes on i's
    // cycle.
    const auto in_cycle = [&](std::size_t i) {
      std::size_t j = next[i];
      for (std::size_t step = 0; step < count && j != count && j != i; ++step) j = next[j];
      return j == i;
    };
    std::vector<aidnet::index_t> expected;
    for (std::size_t i = 0; i < count; ++i) {
      if (!named[i]) continue;
      bool earlier = false;
      for (std::size_t j = i; !in_cycle(j) && next[j] != count;) {
        j = next[j];
        earlier = earlier || named[j];
      }
      if (!earlier) expected.push_back(static_cast<aidnet::index_t>(i));
    }
    CHECK(rows(Matcher(ledger_of(tables)).candidates(places, "N")) == expected);
  }
}
