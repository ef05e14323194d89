#include <map>
#include <random>
#include <set>
#include <string>

#include "aidnet/ledger/check.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Findings about flows that may be the same, or within one another.

using namespace testing_support;
using namespace aidnet::ledger;
using enum TableId;
using aidnet::index_t;

namespace {

std::string overlaps_told(const Ledger& ledger, FindingKind kind) {
  std::string lines;
  for (const Finding& finding : check(ledger)) {
    if (finding.kind != kind) continue;
    CHECK(finding.verdict == Verdict::undecided);
    lines += (lines.empty() ? "" : "\n") + finding.message;
  }
  return lines;
}
using Texts = std::map<TableId, std::string>;

}  // namespace

TEST_CASE("flows that may be one gift") {
  const auto twins = [](const std::string& rows) {
    return overlaps_told(
        ledger_of_flows("flow donor recipient value unit start same_as part_of fulfils status "
                        "resource programme source span_start span_end direction;" +
                        rows),
        FindingKind::duplicate);
  };
  CHECK(twins("f a b 100 person; g a b 100 person") ==
        "f and g may be one gift: each says a to b, 100 person");
  CHECK(twins("f a b 100 CNY 2018 . . . disbursed funding; g a b 100 CNY . . . . disbursed funding "
              ". s 1 5 reverse") ==
        "f and g may be one gift: each says a to b, 100 CNY, funding, disbursed; they differ in "
        "direction, start, source, span");
  // Something is different.
  CHECK(twins("f a b 100 person; g a c 100 person; h a b 101 person; i a b 100 CNY; "
              "j a b 100 person . . . . planned; k a b 100 person . . . . . training") == "");
  // Years that do not overlap; a month of the year; no date, which might be any of them.
  CHECK(twins("f a b 100 person 2018; g a b 100 person 2019") == "");
  CHECK(twins("f a b 100 person 2018; g a b 100 person 2018-06") != "");
  CHECK(twins("f a b 100 person 2018; g a b 100 person 2019; h a b 100 person")
            .starts_with("f, g and h may be one gift"));
  CHECK(twins("f a b 100 person 2018-06-30; g a b 100 person 2018-06-30") != "");
  CHECK(twins("f a b 100 person 2018-06-30; g a b 100 person 2018-07-01") == "");
  // Linked to each other, or parts of one total.
  CHECK(twins("f a b 100 person; g a b 100 person . f; h a b 100 person . f") == "");
  CHECK(twins("f a b 100 person; g a b 100 person . . . f") == "");
  CHECK(twins("t a x 200 person; f a b 100 person . . t; g a b 100 person . . t") == "");
  CHECK(twins("f a b 100 person; g a b 100 person . f; h a b 100 person") ==
        "f, g and h may be one gift: each says a to b, 100 person");
  // Without an amount, only the same passage about the same programme.
  CHECK(twins("f a b; g a b . . . . . . . . p") == "");
  CHECK(twins("f a b . . . . . . . . p s 1 5; g a b . . . . . . . . p s 1 5") ==
        "f and g may be one gift: each says a to b, no amount");
  CHECK(twins("f a b . . . . . . . . p s 1 5; g a b . . . . . . . . p s 1 6") == "");
}

TEST_CASE("aggregates say how much of the ledger they may contain") {
  const Ledger ledger = ledger_of_flows(
      "flow donor recipient value unit resource start part_of scope;"
      "n x y 1000 CNY funding 2018 . aggregate; f a b 10 CNY funding 2018-05 . .;"
      "g a b 11 CNY funding 2019 . .; h a b 12 CNY funding . . .; i a b 13 person funding . . .;"
      "j a b 14 CNY facility . . .; k a b 15 CNY funding . n .; m x y 5 EUR funding . . aggregate");
  CHECK(overlaps_told(ledger, FindingKind::aggregate) ==
        "n (x to y, 1000 CNY, funding), marked as an aggregate, may contain 2 other flows of "
        "funding in CNY that overlap it in time: f and h");
  // A day in common is enough, at either end.
  CHECK_THAT(overlaps_told(ledger_of_flows("flow donor recipient start end scope;"
                                           "n x y 2018-02 2018-06 aggregate; f a b 2017 2018-01 .;"
                                           "g a b 2017 2018-02-01 .; h a b 2018-06-30 2019 .;"
                                           "i a b 2018-07 2019 ."),
                           FindingKind::aggregate),
             ContainsSubstring("may contain 2 other flows") && ContainsSubstring(": g and h"));
  Rows rows{{"flow", "donor", "recipient", "scope"}, {"n", "x", "y", "aggregate"}};
  for (int k = 0; k < 30; ++k) rows.push_back({"f" + std::to_string(k), "a", "b", ""});
  const auto findings = check(ledger_of(TableRows{{flows, rows}}));
  REQUIRE(findings.size() == 2);  // the other one: these may all be one gift
  CHECK(findings[1].rows.size() == 21);
  CHECK_THAT(findings[1].message,
             ContainsSubstring("may contain 30 other flows of unstated help without a unit"));
  CHECK(findings[1].message.ends_with("f9 and 20 more"));
}

TEST_CASE("an aggregate holds what its donor gave, or somebody below it or within its place") {
  const auto held = [](const std::string& rows) {
    return overlaps_told(
        ledger_of(Texts{{places, "place parent; sh; xuhui sh; js; suzhou js"},
                        {parties,
                         "party kind place parent; shanghai government sh .; district government "
                         "xuhui .; jiangsu government js .; city government suzhou .; firm company "
                         "sh .; branch company js firm; unknown"},
                        {flows, "flow donor recipient value unit scope;" + rows}}),
        FindingKind::aggregate);
  };
  const std::string others =
      "s shanghai x 1 CNY; d district x 2 CNY; j jiangsu x 3 CNY; c city x 4 CNY; f firm x 5 CNY;"
      "b branch x 6 CNY; u unknown x 7 CNY";
  CHECK_THAT(
      held("a shanghai y 99 CNY aggregate;" + others),
      ContainsSubstring("may contain 4 other flows") && ContainsSubstring(": s, d, f and u"));
  CHECK_THAT(held("a city y 99 CNY aggregate;" + others), ContainsSubstring(": c and u"));
  // The branch is the firm's, wherever it is.
  CHECK_THAT(held("a firm y 99 CNY aggregate;" + others), ContainsSubstring(": f, b and u"));
  CHECK_THAT(held("a unknown y 99 CNY aggregate;" + others),
             ContainsSubstring("may contain 7 other flows"));
}

TEST_CASE("many aggregates that are parts of one total are told in time linear in their number") {
  constexpr int count = 30'000;
  Rows rows{{"flow", "donor", "recipient", "value", "start", "part_of", "scope"},
            {"t", "x", "y", "1", "", "", ""}};
  for (int k = 0; k < count; ++k)
    rows.push_back({"f" + std::to_string(k), "x", "y", std::to_string(k + 2),
                    k % 2 == 0 ? "" : std::to_string(1000 + k % 9000), "t", "aggregate"});
  for (int k = 0; k < 30; ++k)
    rows.push_back({"g" + std::to_string(k), "a", "b", std::to_string(k + 1), "9999", "", ""});
  int wholes = 0, listed = 0;
  for (const Finding& finding : check(ledger_of(TableRows{{flows, rows}})))
    if (finding.kind == FindingKind::aggregate) {
      ++wholes;
      listed += finding.rows.size() == 21;
      REQUIRE_THAT(finding.message, ContainsSubstring("may contain 30 other flows"));
    }
  CHECK(wholes == count / 2 + 3);  // those without a date, and three that begin in 9999
  CHECK(listed > 0);
}

TEST_CASE("flows between places that contain one another") {
  const std::string places_table =
      "place parent successor; east .; dl east; zs dl; west .; lps west; old lps new; new lps; "
      "town new";
  const std::string parties_table =
      "party kind place parent; dalian government dl .; zhongshan government zs .; liupanshui "
      "government lps .; shuicheng government old .; school school new .; bureau government . "
      "zhongshan; shop company dl .; townhall government town .";
  const auto wider = [&](const std::string& rows) {
    return overlaps_told(
        ledger_of(Texts{{places, places_table},
                        {parties, parties_table},
                        {flows, "flow donor recipient value unit resource start part_of;" + rows}}),
        FindingKind::aggregate);
  };
  CHECK(wider("f dalian liupanshui 100 person training; g zhongshan shuicheng 30 person training; "
              "h bureau townhall 20 person training") ==
        "f (dalian to liupanshui, 100 person, training) may contain 2 other flows of training in "
        "person by and to parties that lie within its own: g and h\n"
        "g (zhongshan to shuicheng, 30 person, training) may contain 1 other flow of training in "
        "person by and to parties that lie within its own: h");
  // On one side only the other way round, other units and resources, other years, linked, no
  // amount.
  CHECK(
      wider("f dalian shuicheng 100 person training; g zhongshan liupanshui 30 person training") ==
      "");
  CHECK(wider("f dalian liupanshui 100 person training; g zhongshan shuicheng 30 CNY training; "
              "h zhongshan shuicheng 30 person staff") == "");
  CHECK(
      wider("f dalian liupanshui 100 person training 2018; g zhongshan shuicheng 30 person "
            "training 2019; h zhongshan shuicheng 30 person training . f; i zhongshan shuicheng . "
            "person training") == "");
  // A county's successor is the county; a school is within it; a company is not the whole city.
  CHECK(wider("f dalian shuicheng 100 person training; g dalian school 30 person training") != "");
  CHECK(wider("f shop liupanshui 100 person training; g zhongshan shuicheng 30 person training") ==
        "");
  CHECK(wider("f shop liupanshui 100 person training; g shop school 30 person training") != "");
  // Neither end is below.
  CHECK(wider("f dalian shuicheng 100 person training; g dalian shuicheng 30 person training") ==
        "");
  // Cycles are a finding of their own, and no trap.
  CHECK(check(ledger_of(Texts{{places, "place parent successor; p q q; q p p"},
                              {parties, "party place parent; a p b; b . a"},
                              {flows, "flow donor recipient value; f a b 1; g b a 2"}}))
            .size() == 3);
}

TEST_CASE("duplicates and aggregates are those of comparing all pairs") {
  std::mt19937 random(19);
  const auto pick = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  int sets = 0, wholes = 0;
  for (int round = 0; round < 1000; ++round) {
    const unsigned count = 2 + pick(10);
    // Places: a tree of up to 5; parties: one a place, and one without.
    std::vector<int> parent(5, -1);
    Rows place_rows{{"place", "parent"}}, party_rows{{"party", "place"}};
    for (unsigned k = 0; k < 5; ++k) {
      if (k > 0 && pick(4) != 0) parent[k] = static_cast<int>(pick(k));
      place_rows.push_back(
          {"l" + std::to_string(k), parent[k] < 0 ? "" : "l" + std::to_string(parent[k])});
      party_rows.push_back({"p" + std::to_string(k), "l" + std::to_string(k)});
    }
    party_rows.push_back({"p5", ""});
    const auto within = [&](int low, int high) {
      while (low >= 0 && low != high) low = parent[static_cast<std::size_t>(low)];
      return low == high;
    };
    struct Flow {
      int donor, recipient, value, start, part_of;
      bool aggregate;
    };
    std::vector<Flow> all;
    Rows rows{{"flow", "donor", "recipient", "value", "start", "part_of", "scope"}};
    std::vector<int> link(count);
    for (unsigned k = 0; k < count; ++k) {
      const auto small = [&](unsigned n) { return static_cast<int>(pick(n)); };
      const Flow f{small(6),    small(6), small(3), small(4), k > 0 && pick(4) == 0 ? small(k) : -1,
                   pick(6) == 0};
      all.push_back(f);
      link[k] = f.part_of < 0 ? static_cast<int>(k) : link[static_cast<std::size_t>(f.part_of)];
      rows.push_back(
          {"f" + std::to_string(k), "p" + std::to_string(f.donor),
           "p" + std::to_string(f.recipient), f.value == 0 ? "" : std::to_string(f.value),
           f.start == 0 ? "" : std::to_string(2017 + f.start),
           f.part_of < 0 ? "" : "f" + std::to_string(f.part_of), f.aggregate ? "aggregate" : ""});
    }
    const auto together = [&](unsigned i, unsigned j) {
      return i != j && link[i] != link[j] &&
             (all[i].start == 0 || all[j].start == 0 || all[i].start == all[j].start);
    };
    std::set<index_t> twins;
    std::map<index_t, std::set<index_t>> contents;
    for (unsigned i = 0; i < count; ++i)
      for (unsigned j = 0; j < count; ++j) {
        const Flow &a = all[i], &b = all[j];
        if (!together(i, j)) continue;
        if (a.donor == b.donor && a.recipient == b.recipient && a.value == b.value)
          twins.insert(static_cast<index_t>(i));
        const bool nested = a.value > 0 && b.value > 0 && a.donor < 5 && a.recipient < 5 &&
                            b.donor < 5 && b.recipient < 5 && within(b.donor, a.donor) &&
                            within(b.recipient, a.recipient) &&
                            (a.donor != b.donor || a.recipient != b.recipient);
        const bool repeated = a.part_of >= 0 &&
                              all[static_cast<std::size_t>(a.part_of)].value > 0 &&
                              all[static_cast<std::size_t>(a.part_of)].donor == a.donor &&
                              all[static_cast<std::size_t>(a.part_of)].recipient == a.recipient;
        const bool may_give = a.donor == 5 || b.donor == 5 || within(b.donor, a.donor);
        if (a.aggregate ? may_give : nested && !repeated)
          contents[static_cast<index_t>(i)].insert(static_cast<index_t>(j));
      }
    const auto findings =
        check(ledger_of(TableRows{{places, place_rows}, {parties, party_rows}, {flows, rows}}));
    std::set<index_t> found_twins;
    std::map<index_t, std::set<index_t>> found_contents;
    for (const Finding& finding : findings) {
      if (finding.kind == FindingKind::duplicate) {
        ++sets;
        for (const index_t row : finding.rows) REQUIRE(found_twins.insert(row).second);
      }
      if (finding.kind == FindingKind::aggregate) {
        ++wholes;
        found_contents[finding.rows[0]].insert(finding.rows.begin() + 1, finding.rows.end());
        REQUIRE_THAT(finding.message,
                     ContainsSubstring("may contain " + std::to_string(finding.rows.size() - 1) +
                                       " other flow"));
      }
    }
    // A set may have members that go with none but through a third one, never fewer.
    for (const index_t row : twins) REQUIRE(found_twins.count(row) == 1);
    REQUIRE(found_contents == contents);
  }
  CHECK(sets > 100);
  CHECK(wholes > 1000);
}
