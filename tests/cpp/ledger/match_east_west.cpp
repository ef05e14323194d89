#include "aidnet/datasets/east_west.hpp"
#include "aidnet/ledger/match.hpp"
#include "catch.hpp"

// The embedded ledger, as a reader of its sources asks it.

using namespace aidnet::ledger;
using enum aidnet::ledger::TableId;

namespace {

const Matcher& matcher() {
  static const Matcher made(aidnet::datasets::east_west());
  return made;
}

std::string_view party(std::string_view name, std::string_view date = "") {
  const MatchOptions options{.on = date.empty() ? Date{} : *Date::parse(date), .scheme = {}};
  const auto row = static_cast<std::size_t>(matcher().find(parties, name, options));
  static const Ledger ledger = aidnet::datasets::east_west();
  return ledger.parties().party[row];
}

std::string_view place(std::string_view name, std::string_view date = "") {
  const MatchOptions options{.on = date.empty() ? Date{} : *Date::parse(date), .scheme = {}};
  const auto row = static_cast<std::size_t>(matcher().find(places, name, options));
  static const Ledger ledger = aidnet::datasets::east_west();
  return ledger.places().place[row];
}

}  // namespace

TEST_CASE("parties by both scripts, in English and by code") {
  for (const char* name :
       {"dalian", "Dalian", "ＤＡＬＩＡＮ", "大连", "大連", "大连市", "大連市", "210200"})
    CHECK(party(name) == "dalian");
  for (const char* name : {"210202", "２１０２０２", "中山区", "中山區", "大连市中山区"})
    CHECK(party(name) == "dalian_zhongshan");
  for (const char* name : {"442000", "中山市"}) CHECK(party(name) == "zhongshan");
  CHECK(place("２１０２０２") == "cn_210202");
  CHECK(place("大連") == "cn_210200");
}

TEST_CASE("names that several bear") {
  CHECK_THROWS_WITH(
      party("中山"),
      "'中山' can be 2 parties; say which by its id:\n"
      "  dalian_zhongshan: 大连市中山区; Zhongshan District, Dalian; government; in 中山区 "
      "(cn_210202); gb2260 210202\n"
      "  zhongshan: 中山市; Zhongshan; government; in 中山市 (cn_442000); gb2260 442000");
  CHECK_THROWS_WITH(party("台江"), ContainsSubstring("fuzhou_taijiang: 福州市台江区") &&
                                       ContainsSubstring("taijiang: 台江县"));
  CHECK_THROWS_WITH(party("市八中"),
                    ContainsSubstring("liupanshui_no_8_middle_school: 六盘水市第八中学") &&
                        ContainsSubstring("dalian_no_8_middle_school: 大连市第八中学") &&
                        ContainsSubstring("in 大连市 (cn_210200)"));
  CHECK_THROWS_WITH(place("台江"), ContainsSubstring("cn_350103: 台江区") &&
                                       ContainsSubstring("cn_522630: 台江县") &&
                                       ContainsSubstring("in 福州市 (cn_350100)"));
  CHECK(party("台江县") == "taijiang");
  CHECK(party("台江区") == "fuzhou_taijiang");
}

TEST_CASE("Shuicheng, county and district") {
  CHECK(party("水城") == "shuicheng");
  CHECK(place("水城") == "cn_520204");
  CHECK(place("水城", "2018") == "cn_520221");
  CHECK(place("水城縣") == "cn_520221");
  CHECK_THROWS_WITH(place("水城县", "2022"),
                    ContainsSubstring("水城县 (cn_520221) until 2020, now 水城区 (cn_520204)"));
  // The party is called a district from 2020.
  CHECK(party("水城区", "2021") == "shuicheng");
  CHECK_THROWS_WITH(party("水城区", "2018"), ContainsSubstring("called so from 2020"));
}

TEST_CASE("programmes, and proposals") {
  CHECK(matcher().find(programmes, "「星火计划」学历提升项目") ==
        aidnet::datasets::east_west().find(programmes, "spark_degree"));
  CHECK_THROWS_WITH(party("六盘"), ContainsSubstring("did you mean 六盘水 (liupanshui)"));
  CHECK_THROWS_WITH(party("台江縣县"), ContainsSubstring("did you mean 台江縣 (taijiang)"));
}
