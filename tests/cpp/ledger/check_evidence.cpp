#include <string>

#include "aidnet/datasets/east_west.hpp"
#include "aidnet/ledger/check.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Findings about spans and figures; and what there is to say of the embedded ledger.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

std::string evidence(const std::string& rows) {
  std::string lines;
  for (const Finding& finding : check(ledger_of_flows(rows))) {
    if (finding.kind != FindingKind::evidence) continue;
    CHECK(finding.verdict == Verdict::inconsistent);
    lines += (lines.empty() ? "" : "\n") + finding.message;
  }
  return lines;
}
std::string figure(const std::string& row) {
  return evidence("flow donor recipient unit figure qualifier value lower upper; f a b " + row);
}

}  // namespace

TEST_CASE("spans that cannot be") {
  const std::string columns =
      "flow donor recipient source span_start span_end context_start context_end;";
  CHECK(evidence(columns + "f a b s 3 9 0 12; g a b") == "");
  CHECK(evidence(columns + "f a b s 9 9") ==
        "f: the span is empty: it ends at code point 9, and starts at 9");
  CHECK(evidence(columns + "f a b s 3 9 12 5") ==
        "f: the context is empty: it ends at code point 5, and starts at 12");
  CHECK(evidence(columns + "f a b . 3 9 0 12") ==
        "f: the span is one of no source\nf: the context is one of no source");
  CHECK(evidence(columns + "f a b s 3; g a b s . 4") ==
        "f: the span has a start only (code point 3)\ng: the span has an end only (code point 4)");
}

TEST_CASE("figures that say something else than the row") {
  CHECK(figure("CNY 270餘萬元 over 2700000 2700000 2800000") == "");
  CHECK(figure("person 近4000名 nearly 4000 . 4000") == "");
  CHECK(figure("person 约28000名 about 28000") == "");
  CHECK(figure("person 21人 exact 21") == "");
  CHECK(figure("person 21人 . 21") == "");
  CHECK(figure("item 数十 range . 20 100") == "");
  CHECK(figure("CNY 超过18亿元 at_least 1800000000") == "");
  CHECK(figure("CNY 270餘萬元 over 270000 270000 280000") ==
        "f: the figure \"270餘萬元\" says over 2700000 CNY, 2700000 to 2800000 CNY; the row says "
        "over "
        "270000 CNY, 270000 to 280000 CNY");
  // A bound is missing, a qualifier is another one, or there is no amount at all.
  CHECK(figure("person 330余名 over 330") ==
        "f: the figure \"330余名\" says over 330 person, 330 to 340 person; the row says over 330 "
        "person, at least 330 person");
  CHECK(figure("person 约300人 exact 300") ==
        "f: the figure \"约300人\" says about 300 person; the row says exact 300 person");
  CHECK(figure("person 约300人 . 300").starts_with("f: the figure"));
  CHECK(figure("person 3人 unknown") ==
        "f: the figure \"3人\" says exact 3 person; the row says no amount");
  CHECK(figure("person 1.5人 exact 1") ==
        "f: the figure \"1.5人\" is finer than amounts in person can be, or too large");
  CHECK(figure("person 苹果 exact 1").starts_with("f: the figure cannot be read: "));
  const auto broken = check(ledger_of(TableRows{
      {TableId::flows, {{"flow", "donor", "recipient", "figure"}, {"f", "a", "b", "3\n!"}}}}));
  REQUIRE(broken.size() == 1);
  CHECK(broken[0].message.find('\n') == std::string::npos);
  // The unit is somebody else's business.
  CHECK(figure("item 21人 exact 21") == "");
}

TEST_CASE("the embedded ledger has no contradictions, and some things to know") {
  const Ledger ledger = aidnet::datasets::east_west();
  const Flows& f = ledger.flows();
  int totals = 0;
  for (const Finding& finding : check(ledger)) {
    INFO(finding.message);
    CHECK(finding.verdict != Verdict::inconsistent);
    if (finding.kind == FindingKind::total_parts) ++totals;
    if (finding.kind != FindingKind::aggregate) continue;
    CHECK(finding.rows.size() >= 2);
    CHECK(finding.rows.size() <= 21);
  }
  // As many as there are flows that others are part of.
  std::vector<bool> has_parts(f.size(), false);
  for (const aidnet::index_t total : f.part_of)
    if (total != aidnet::no_index) has_parts[static_cast<std::size_t>(total)] = true;
  CHECK(totals == std::count(has_parts.begin(), has_parts.end(), true));

  const auto verdict_on = [&](std::string_view id) {
    for (const Finding& finding : check(ledger))
      if (finding.kind == FindingKind::total_parts &&
          finding.rows[0] == ledger.find(TableId::flows, id))
        return finding.verdict;
    throw std::runtime_error("no such total");
  };
  // 380万 = 110 + 50 + 100 + 4 · 30; 13 = 5 + 6 + 1 + 1; 10 of the 10 kindergartens, none with a
  // count.
  CHECK(verdict_on("ew_000_007") == Verdict::consistent);
  CHECK(verdict_on("ew_002_012") == Verdict::consistent);
  CHECK(verdict_on("ew_002_067") == Verdict::undecided);
}
