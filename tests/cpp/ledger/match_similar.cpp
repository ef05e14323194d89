#include <algorithm>

#include "aidnet/datasets/east_west.hpp"
#include "aidnet/ledger/match.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Rows that may be one and the same.

using namespace testing_support;
using namespace aidnet::ledger;
using enum aidnet::ledger::TableId;

namespace {

/// "parties: 0 id, 1 name" a set.
std::vector<std::string> sets_of(const Ledger& ledger, const Fold& with = fold) {
  std::vector<std::string> all;
  for (const auto& set : similar_names(ledger, with)) {
    std::string text = set.front().table == parties  ? "parties:"
                       : set.front().table == places ? "places:"
                                                     : "programmes:";
    for (const Candidate& one : set)
      text += (&one == set.data() ? " " : ", ") + std::to_string(one.row) + " " +
              std::string(name_of(one.how));
    all.push_back(std::move(text));
  }
  return all;
}

using Sets = std::vector<std::string>;

}  // namespace

TEST_CASE("ids that differ by case or width, and names that are the same") {
  CHECK(sets_of(ledger_of({{parties,
                            "party name_zh name_en; ningbo . .; Ningbo . .; ｎｉｎｇｂｏ . .;"
                            "x 宁波 Y; y . ."}})) ==
        Sets{"parties: 0 id, 1 id, 2 id", "parties: 3 name, 4 id"});
  CHECK(sets_of(ledger_of_flows("donor recipient value; 宁波市 延边 1; 大连 宁波市 1")).empty());
  // A row created by a flow under the name of one that is listed.
  CHECK(sets_of(ledger_of({{parties, "party name_zh; ningbo 宁波市"},
                           {flows, "donor recipient value; 宁波市 延边 1"}})) ==
        Sets{"parties: 0 name, 1 id"});
}

TEST_CASE("sets are told once, and not those of one row or of several tables") {
  // By rows: 丁; 甲, which is 戊 as well; 己.
  CHECK(sets_of(ledger_of(
            {{parties, "party name_zh name_en; a 甲 A; b 甲 B; c 乙 甲"},
             {places, "place name_zh; p 甲; q 乙; r 乙"},
             {programmes, "programme name_zh; s 丙; t 丙"},
             {aliases, "entity alias; a 丁; b 丁; b 戊; c 戊; a 戊; a 己; c 己; a a"}})) ==
        Sets{"parties: 0 alias, 1 alias", "parties: 0 name, 1 name, 2 name",
             "parties: 0 alias, 2 alias", "places: 1 name, 2 name", "programmes: 0 name, 1 name"});
}

TEST_CASE("the earlier ones of a place are not similar to it") {
  CHECK(
      sets_of(ledger_of({{places, "place name_zh name_en successor; a N N b; b N N ."}})).empty());
  CHECK(sets_of(ledger_of({{places, "place name_zh successor; a N b; b N .; c N ."}})) ==
        Sets{"places: 1 name, 2 name"});
}

TEST_CASE("a stronger fold finds more") {
  const Ledger ledger = ledger_of({{parties, "party; 大连; 大連"}});
  CHECK(sets_of(ledger).empty());
  CHECK(sets_of(ledger, [](std::string_view) { return std::string("all"); }) ==
        Sets{"parties: 0 id, 1 id"});
}

TEST_CASE("the embedded ledger's similar names are those that its sources give") {
  const Ledger ledger = aidnet::datasets::east_west();
  std::vector<std::vector<std::string>> ids;
  for (const auto& set : similar_names(ledger)) {
    ids.emplace_back();
    for (const Candidate& one : set)
      ids.back().emplace_back(one.table == parties
                                  ? ledger.parties().party[static_cast<std::size_t>(one.row)]
                                  : ledger.places().place[static_cast<std::size_t>(one.row)]);
  }
  const auto told = [&](const std::vector<std::string>& set) {
    return std::find(ids.begin(), ids.end(), set) != ids.end();
  };
  CHECK(told({"dalian_zhongshan", "zhongshan"}));
  CHECK(told({"fuzhou_taijiang", "taijiang"}));
  CHECK(told({"tianzhu_qiandongnan", "tianzhu_wuwei"}));
  CHECK(told({"liupanshui_no_8_middle_school", "dalian_no_8_middle_school"}));
  CHECK(told({"cn_350103", "cn_522630"}));
  CHECK(!told({"cn_520204", "cn_520221"}));  // 水城: one became the other
}
