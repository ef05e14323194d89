#include "aidnet/ledger/match.hpp"

#include <array>
#include <thread>

#include "aidnet/core/error.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Which row a text means: by id, code, name; by date; as one of several places that followed
// another.

using namespace testing_support;
using namespace aidnet::ledger;
using enum aidnet::ledger::TableId;

namespace {

/// Dalian with Zhongshan District, and the city of Zhongshan; two Taijiangs; two No. 8 schools, one
/// of which was called so until 2010.
Ledger example() {
  return ledger_of({
      {places,
       "place scheme code level name_zh name_en parent;"               // row
       "cn_dl gb2260 210200 prefecture 大连市 Dalian .;"               // 0
       "cn_zsq gb2260 210202 county 中山区 Zhongshan_District cn_dl;"  // 1
       "cn_zss gb2260 442000 prefecture 中山市 Zhongshan .;"           // 2
       "cn_tjx gb2260 522630 county 台江县 Taijiang_County .;"         // 3
       "cn_tjq gb2260 350103 county 台江区 Taijiang_District ."},      // 4
      {parties,
       "party kind name_zh name_en place scheme code valid_from valid_to;"  // row
       "dalian government 大连市 Dalian cn_dl gb2260 210200 . .;"           // 0
       "zsq government 大连市中山区 . cn_zsq gb2260 210202 . .;"            // 1
       "zhongshan government 中山市 Zhongshan cn_zss gb2260 442000 . .;"    // 2
       "no8_lps school 六盘水市第八中学 . cn_tjx local 8 . .;"              // 3
       "no8_dl school 大连市第八中学 . cn_dl local 8 2000 .;"               // 4
       "lower company Acme acme . dac 8 . 1999"},                           // 5
      {programmes, "programme name_zh name_en type start; spark 星火计划 Spark training 2018"},
      {aliases,
       "entity alias lang valid_from valid_to; dalian 大連市 zh-Hant . .; dalian 大连 zh-Hans . .;"
       "zsq 中山 zh-Hans . .; zsq 中山区 . . .; zhongshan 中山 zh-Hans . .; zsq Zhongshan en . .;"
       "no8_lps 市八中 . . .; no8_dl 市八中 . . 2010; cn_tjx 台江 . . .; cn_tjq 台江 . . .;"
       "spark “星火” . . .; nobody Ghost . . ."},
  });
}

std::string error_of(const Matcher& matcher, TableId table, std::string_view name,
                     const MatchOptions& options = {}) {
  try {
    return "row " + std::to_string(matcher.find(table, name, options));
  } catch (const aidnet::ValidationError& error) {
    return error.what();
  }
}

MatchOptions on(std::string_view date) { return {.on = *Date::parse(date), .scheme = {}}; }

}  // namespace

TEST_CASE("an id compares exactly and hides all else in its table") {
  const Matcher matcher(example());
  CHECK(matcher.find(parties, "zhongshan") == 2);  // though it is, folded, a name of zsq as well
  CHECK(matcher.candidates(parties, "zhongshan") == std::vector<Candidate>{{parties, 2, How::id}});
  // In places it is no id.
  CHECK(matcher.candidates("zhongshan") ==
        std::vector<Candidate>{{parties, 2, How::id}, {places, 2, How::name}});
  CHECK(matcher.candidates("Zhongshan") == std::vector<Candidate>{{parties, 1, How::alias},
                                                                  {parties, 2, How::name},
                                                                  {places, 2, How::name}});
  CHECK_THROWS_AS(matcher.find(parties, "ZSQ"), UnknownNameError);  // ids are not folded
  CHECK(matcher.find(parties, "no8_dl", on("1990")) == 4);          // whatever the date
}

TEST_CASE("codes come before names, and a scheme chooses among them") {
  const Matcher matcher(example());
  CHECK(matcher.find(parties, "210202") == 1);
  CHECK(matcher.find(places, " ２１０２０２　") == 1);
  CHECK(matcher.find(parties, "8", {.on = {}, .scheme = "dac"}) == 5);
  CHECK_THROWS_AS(matcher.find(parties, "8"), AmbiguousNameError);
  // Of the three, no8_dl and lower are valid at different times.
  CHECK(matcher.candidates(parties, "8", on("2005")) ==
        std::vector<Candidate>{{parties, 3, How::code}, {parties, 4, How::code}});
  CHECK(matcher.candidates(parties, "8", on("1999-12-31")) ==
        std::vector<Candidate>{{parties, 3, How::code}, {parties, 5, How::code}});
  CHECK_THROWS_AS(matcher.find(parties, "210202", {.on = {}, .scheme = "dac"}), UnknownNameError);
  // The scheme is of codes alone.
  CHECK(matcher.find(parties, "大连", {.on = {}, .scheme = "dac"}) == 0);
  CHECK(matcher.find(programmes, "spark", {.on = {}, .scheme = "dac"}) == 0);

  // A code that is another row's name is meant as the code.
  const Matcher mixed(ledger_of({{places, "place code name_zh; a . CN; b CN China; c . cn"}}));
  CHECK(mixed.find(places, "CN") == 1);
  CHECK(mixed.candidates(places, "cn") == std::vector<Candidate>{{places, 1, How::code},
                                                                 {places, 0, How::name},
                                                                 {places, 2, How::name}});
}

TEST_CASE("names and aliases, folded, in the table that is asked for") {
  const Matcher matcher(example());
  CHECK(matcher.find(parties, "ＤＡＬＩＡＮ") == 0);
  CHECK(matcher.find(parties, "大連市") == 0);  // by its alias
  CHECK(matcher.find(places, "大连市") == 0);
  CHECK(matcher.find(places, "  taijiang_county ") == 3);
  CHECK(matcher.find(programmes, "「星火」") == 0);
  // Nothing is inferred from the place where a party is, or the other way round.
  CHECK_THROWS_AS(matcher.find(parties, "台江县"), UnknownNameError);
  CHECK_THROWS_AS(matcher.find(places, "大连"), UnknownNameError);
  CHECK(matcher.candidates("Ghost").empty());  // the alias of nothing
  // A row with one name twice is one candidate, by the name rather than by the alias.
  CHECK(matcher.candidates(parties, "ACME") == std::vector<Candidate>{{parties, 5, How::name}});
  CHECK(matcher.candidates(flows, "1").empty());
  CHECK_THROWS_WITH(matcher.find(sources, "x"),
                    "only parties, places and programmes are found by name");
}

TEST_CASE("a stronger fold") {
  const auto simplified = [](std::string_view name) {
    std::string text = fold(name);
    for (std::size_t at = text.find("縣"); at != std::string::npos; at = text.find("縣"))
      text.replace(at, std::string_view("縣").size(), "县");
    return text;
  };
  const Ledger ledger = example();
  CHECK_THROWS_AS(Matcher(ledger).find(places, "台江縣"), UnknownNameError);
  CHECK(Matcher(ledger, simplified).find(places, "台江縣") == 3);
  CHECK(Matcher(ledger_of({{places, "place name_zh; a X縣"}}), simplified).find(places, "x县") ==
        0);
}

TEST_CASE("an entity of several tables is known in each") {
  const Matcher matcher(
      ledger_of({{places, "place; x"}, {parties, "party; x"}, {aliases, "entity alias; x Alias"}}));
  CHECK(matcher.candidates("alias") ==
        std::vector<Candidate>{{parties, 0, How::alias}, {places, 0, How::alias}});
}

TEST_CASE("several that bear the name are told, never chosen from") {
  const Matcher matcher(example());
  CHECK(error_of(matcher, parties, "中山") ==
        "'中山' can be 2 parties; say which by its id:\n"
        "  zsq: 大连市中山区; government; in 中山区 (cn_zsq); gb2260 210202\n"
        "  zhongshan: 中山市; Zhongshan; government; in 中山市 (cn_zss); gb2260 442000");
  CHECK(error_of(matcher, places, "台江") ==
        "'台江' can be 2 places; say which by its id:\n"
        "  cn_tjx: 台江县; Taijiang_County; county; gb2260 522630\n"
        "  cn_tjq: 台江区; Taijiang_District; county; gb2260 350103");
  CHECK(error_of(matcher, parties, "8") ==
        "'8' is the code of 3 parties; say the scheme, or the id:\n"
        "  no8_lps: 六盘水市第八中学; school; in 台江县 (cn_tjx); local 8\n"
        "  no8_dl: 大连市第八中学; school; in 大连市 (cn_dl); local 8; from 2000\n"
        "  lower: Acme; acme; company; dac 8; until 1999");
  try {
    static_cast<void>(matcher.find(parties, "市八中"));
    FAIL();
  } catch (const AmbiguousNameError& error) {
    CHECK(error.code() == aidnet::ErrorCode::validation);
    CHECK(error.candidates() ==
          std::vector<Candidate>{{parties, 3, How::alias}, {parties, 4, How::alias}});
  }
  // 中山区 is a name of one party and of one place.
  CHECK(matcher.find(parties, "中山区") == 1);
  CHECK(matcher.find(places, "中山区") == 1);

  std::string rows = "programme name_zh type parent";
  for (int k = 0; k < 25; ++k) rows += "; p" + std::to_string(k) + " 同名 t p0";
  const std::string many = error_of(Matcher(ledger_of({{programmes, rows}})), programmes, "同名");
  CHECK_THAT(many, ContainsSubstring("can be 25 programmes"));
  CHECK_THAT(many, ContainsSubstring("\n  p19: 同名; t; in 同名 (p0)\n  … and 5 more"));
}

TEST_CASE("what is not valid on the date is no candidate") {
  const Matcher matcher(example());
  CHECK(matcher.find(parties, "市八中", on("2011")) == 3);
  CHECK_THROWS_AS(matcher.find(parties, "市八中", on("2010-12-31")), AmbiguousNameError);
  CHECK(matcher.find(parties, "市八中", on("1999")) == 3);    // the alias holds, the school not yet
  CHECK(matcher.find(programmes, "Spark", on("1990")) == 0);  // its start is no validity

  // Both ends of both intervals count, at the precision that they have.
  const Matcher dated(
      ledger_of({{places, "place name_zh valid_from valid_to; a X 2016-03 2018"},
                 {aliases, "entity alias valid_from valid_to; a Y 2017-06-15 2017; a Z . 2015"}}));
  for (const char* date : {"2016", "2016-03", "2016-03-01", "2018-12-31", "2018", "2017-05"})
    CHECK(dated.find(places, "X", on(date)) == 0);
  CHECK(error_of(dated, places, "X", on("2016-02-29")) ==
        "no place is called 'X' on 2016-02-29; at other times it is X (a) from 2016-03 to 2018");
  CHECK(error_of(dated, places, "X", on("2019")) ==
        "no place is called 'X' in 2019; at other times it is X (a) from 2016-03 to 2018");
  CHECK(dated.find(places, "Y", on("2017-06")) == 0);
  CHECK_THAT(error_of(dated, places, "Y", on("2017-05")),
             ContainsSubstring("at other times it is X (a), called so from 2017-06-15 to 2017"));
  // An alias holds only while its row does.
  CHECK(dated.find(places, "Z") == 0);
  CHECK_THAT(error_of(dated, places, "Z", on("2015")),
             ContainsSubstring("it is X (a) from 2016-03 to 2018"));
  CHECK_THAT(error_of(dated, places, "Z", on("2020")),
             ContainsSubstring("it is X (a) from 2016-03 to 2018, called so until 2015"));
}

TEST_CASE("a weaker match that is valid serves where the stronger is not") {
  const Matcher matcher(ledger_of({{places, "place code name_zh valid_to; a K . 2000; b . K ."}}));
  CHECK(matcher.find(places, "K") == 0);
  CHECK(matcher.find(places, "K", on("2001")) == 1);
}

TEST_CASE("a Matcher outlives its ledger and can be shared by threads") {
  const Matcher matcher = [] { return Matcher(example()); }();
  const Matcher copy = matcher;
  std::vector<std::thread> threads;
  std::array<int, 4> right{};
  for (std::size_t t = 0; t < right.size(); ++t)
    threads.emplace_back([&, t] {
      for (int k = 0; k < 500; ++k)
        right[t] += static_cast<int>(copy.find(parties, "大连") == 0) +
                    static_cast<int>(error_of(copy, parties, "大连是").starts_with("no party"));
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(right == std::array<int, 4>{1000, 1000, 1000, 1000});
}
