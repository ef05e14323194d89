#include <random>
#include <string>

#include "aidnet/ledger/check.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Findings about totals and their parts, measures of one gift, and what fulfils a promise.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

constexpr const char* part_columns =
    "flow donor recipient value unit part_of part_kind qualifier lower upper same_as fulfils "
    "status;";

Ledger part_flows(const std::string& rows) { return ledger_of_flows(part_columns + rows); }

/// "verdict: message" of the findings of one kind, a line each.
std::string told_of_kind(const Ledger& ledger, FindingKind kind, const CheckOptions& options = {}) {
  std::string lines;
  for (const Finding& finding : check(ledger, options)) {
    REQUIRE_FALSE(finding.rows.empty());
    CHECK(finding.message.find('\n') == std::string::npos);
    if (finding.kind == kind)
      lines += (lines.empty() ? "" : "\n") + std::string(name_of(finding.verdict)) + ": " +
               finding.message;
  }
  return lines;
}
std::string told_totals(const std::string& rows, const CheckOptions& options = {}) {
  return told_of_kind(part_flows(rows), FindingKind::total_parts, options);
}

}  // namespace

TEST_CASE("exhaustive parts fit a total, or do not") {
  CHECK(
      told_totals("t a b 100 person; p a c 60 person t exhaustive; q a d 40 person t exhaustive") ==
      "consistent: t: the total states 100 person; its 2 parts add up to 100 person, as they "
      "should");
  CHECK(
      told_totals("t a b 100 person; p a c 60 person t exhaustive; q a d 41 person t exhaustive") ==
      "inconsistent: t: the total states 100 person; its 2 parts add up to 101 person, 1 person "
      "or more above the total");
  CHECK(told_totals("t a b 100 CNY; p a c 60.5 CNY t exhaustive") ==
        "inconsistent: t: the total states 100 CNY; its 1 part comes to 60.5 CNY, 39.5 CNY or more "
        "below the total");
  // 95..105 reaches over 100, but need not be it; it lies within 90..110, and at or above 95.
  const std::string parts = "p a c 60 person t exhaustive . 55 65; q a d 40 person t exhaustive";
  CHECK(told_totals("t a b 100 person; " + parts) ==
        "undecided: t: the total states 100 person; its 2 parts add up to 95 to 105 person, which "
        "may fit or not");
  CHECK(told_totals("t a b 100 person . . . 90 110; " + parts).starts_with("consistent: "));
  CHECK(told_totals("t a b 95 person . . at_least; " + parts).starts_with("consistent: "));
  CHECK(told_totals("t a b 96 person . . at_least; " + parts).starts_with("undecided: "));
  CHECK(told_totals("t a b 106 person . . at_least; " + parts) ==
        "inconsistent: t: the total states at least 106 person; its 2 parts add up to 95 to 105 "
        "person, 1 person or more below the total");
  // Without an upper bound, too much is possible, and too little is not.
  CHECK(told_totals("t a b 100 person; p a c 100 person t exhaustive at_least")
            .starts_with("undecided: "));
  CHECK(told_totals("t a b 100 person; p a c 101 person t exhaustive at_least")
            .starts_with("inconsistent: "));
}

TEST_CASE("a subset of the parts leaves room, or exceeds the total") {
  CHECK(told_totals("t a b 100 person; p a c 60 person t subset; q a d 40 person t subset") ==
        "consistent: t: the total states 100 person; its 2 parts (a subset) add up to 100 person, "
        "which leaves room for others");
  CHECK(told_totals("t a b 100 person; p a c 60 person t subset").starts_with("consistent: "));
  CHECK(told_totals("t a b 100 person; p a c 101 person t subset").starts_with("inconsistent: "));
  CHECK(told_totals("t a b 100 person; p a c 99 person t subset . 95 101")
            .starts_with("undecided: "));
  // What does not say that it is all of them, or not of all, is a subset.
  CHECK(told_totals("t a b 100 person; p a c 60 person t").starts_with("consistent: "));
  CHECK(told_totals("t a b 100 person; p a c 60 person t exhaustive; q a d 1 person t subset")
            .starts_with("consistent: "));
}

TEST_CASE("amounts that are not stated leave it open, unless the others are too much already") {
  CHECK(
      told_totals("t a b 100 person; p a c 60 person t exhaustive; q a d . person t exhaustive") ==
      "undecided: t: the total states 100 person; its 2 parts add up to at least 60 person (1 "
      "part without an amount)");
  CHECK(told_totals("t a b 100 person; p a c 101 person t exhaustive; q a d . person t exhaustive")
            .starts_with("inconsistent: "));
  CHECK(told_totals("t a b . person; p a c 60 person t exhaustive") ==
        "undecided: t: the total states no amount; its 1 part comes to 60 person");
  CHECK(told_totals("t a b 10 school; p a c . school t exhaustive; q a d . school t exhaustive") ==
        "undecided: t: the total states 10 school; its 2 parts state none");
  CHECK(told_totals("t a b 0 person . . at_least; p a c . person t exhaustive")
            .starts_with("undecided: "));
}

TEST_CASE("parts in other units are named") {
  CHECK(told_totals("t a b 100 CNY; p a c 60 person t exhaustive; q a d 100 CNY t exhaustive") ==
        "undecided: t: the total states 100 CNY; its 1 part comes to 100 CNY; 1 part in another "
        "unit (person, p) cannot be added");
  CHECK(told_totals("t a b 100 CNY; p a c 60 person t exhaustive; q a d 101 CNY t exhaustive")
            .starts_with("inconsistent: "));
  CHECK(told_totals("t a b 100 CNY; p a c 60 . t") ==
        "undecided: t: the total states 100 CNY; 1 part in another unit (none stated, p) cannot be "
        "added");
  // Another measure of a part that is added is none.
  CHECK(
      told_totals("t a b 100 CNY; p a c 60 person t exhaustive . . . q; q a d 100 CNY t exhaustive")
          .starts_with("consistent: "));
}

TEST_CASE(
    "parts of another resource are told, because a network of one resource still subtracts them") {
  CHECK(
      told_of_kind(ledger_of_flows("flow donor recipient value unit resource part_of part_kind;"
                                   "t a b 30 person students; p a b 14 person employment t subset"),
                   FindingKind::total_parts) ==
      "consistent: t: the total states 30 person; its 1 part (a subset) comes to 14 person, which "
      "leaves room for others; 1 part of another resource (employment, p)");
}

TEST_CASE("linked parts count once, and of a chain the most advanced status") {
  CHECK(
      told_totals(
          "t a b 50 person; p a c 20 person t exhaustive; q a c 20 person t exhaustive . . . p;"
          "r a d 40 person t exhaustive . . . . . committed;"
          "s a d 30 person t exhaustive . . . . r disbursed") ==
      "consistent: t: the total states 50 person; its 2 parts add up to 50 person, not counting 2 "
      "linked to one of these, as they should");
}

TEST_CASE("nested totals are judged one by one, however deep") {
  CHECK(
      told_totals("t a b 100 person; p a c 50 person t exhaustive; x a d 20 person p exhaustive") ==
      "inconsistent: t: the total states 100 person; its 1 part comes to 50 person, 50 person or "
      "more below the total\n"
      "inconsistent: p: the total states 50 person; its 1 part comes to 20 person, 30 person or "
      "more below the total");
  constexpr int depth = 100'000;
  Rows rows{{"flow", "donor", "recipient", "value", "unit", "part_of", "part_kind"}};
  for (int k = 0; k < depth; ++k)
    rows.push_back({"f" + std::to_string(k), "a", "b", k < depth / 2 ? "7" : "6", "person",
                    k == 0 ? "" : "f" + std::to_string(k - 1), "exhaustive"});
  const auto findings = check(ledger_of(TableRows{{TableId::flows, rows}}));
  REQUIRE(findings.size() == depth - 1);
  for (const Finding& finding : findings)
    REQUIRE((finding.verdict == Verdict::inconsistent) == (finding.rows[0] == depth / 2 - 1));
}

TEST_CASE("about is exact unless there is a tolerance") {
  const std::string rows = "t a b 100 person . . about; p a c 98 person t exhaustive";
  CHECK(told_totals(rows) ==
        "inconsistent: t: the total states 100 person; its 1 part comes to 98 person, 2 person or "
        "more below the total; \"about\" is taken as exact (1 amount)");
  CHECK(told_totals(rows, {.tolerance = {.about = 0.05, .nearly = {}}}) ==
        "consistent: t: the total states 95 to 105 person; its 1 part comes to 98 person, as they "
        "should");
  CHECK_THROWS_WITH(check(part_flows(rows), {.tolerance = {.about = 1.5, .nearly = {}}}),
                    ContainsSubstring("about is 1.5; it must lie in [0, 1]"));
}

TEST_CASE("sums beyond 64 bits") {
  CHECK(
      told_totals("t a b 9000000000000000000 person; p a c 9000000000000000000 person t exhaustive;"
                  "q a c 9000000000000000000 person t exhaustive") ==
      "inconsistent: t: the total states 9000000000000000000 person; its 2 parts add up to "
      "18000000000000000000 person, 9000000000000000000 person or more above the total");
}

TEST_CASE("measures of one gift that contradict each other") {
  const auto same = [](const std::string& rows) {
    return told_of_kind(part_flows(rows), FindingKind::same_as);
  };
  CHECK(
      same("p a c 100 person; q a c 120 person . . . . . p") ==
      "inconsistent: p and q are two measures of one gift and contradict each other: q states 120 "
      "person, p states 100 person, 20 person or more apart");
  CHECK(same("p a c 100 person; q a c 100 person . . . . . p; r a c 5 item . . . . . p") == "");
  CHECK(same("p a c 100 person; q a c . person . . . . . p") == "");
  CHECK(same("p a c 100 person . . over 100 110; q a c 105 person . . at_least . . p") ==
        "consistent: p and q are two measures of one gift and fit together: all allow 105 to 110 "
        "person");
  CHECK(
      same("p a c 100 person . . at_least; q a c 90 person . . at_least . . p") ==
      "consistent: p and q are two measures of one gift and fit together: all allow 100 person or "
      "more");
  CHECK(same("p a c 100 person . . at_least; q a c 100 person . . . . . p") ==
        "consistent: p and q are two measures of one gift and fit together: all allow 100 person, "
        "and no other");
  // Two units of one class, and a canonical flow of another one.
  CHECK(
      same("c a b 7 school; p a c 1 CNY . . . . . c; q a c 3 item . . . . . c;"
           "r a c 2.5 CNY . . . . . c; s a c 5 item . . . . . c") ==
      "inconsistent: p and r are two measures of one gift and contradict each other: r states 2.5 "
      "CNY, p states 1 CNY, 1.5 CNY or more apart\n"
      "inconsistent: q and s are two measures of one gift and contradict each other: s states 5 "
      "item, q states 3 item, 2 item or more apart");
}

TEST_CASE("more is disbursed than was committed") {
  const auto fulfilled = [](const std::string& rows) {
    return told_of_kind(part_flows(rows), FindingKind::fulfilment);
  };
  const std::string promise = "c a b 100 person . . . . . . . committed;";
  CHECK(fulfilled(promise + "p a b 60 person . . . . . . c disbursed;"
                            "q a b 41 person . . . . . . c disbursed") ==
        "inconsistent: c (committed) states 100 person; what fulfils it (disbursed: p and q) comes "
        "to at least 101 person, 1 person or more above it");
  CHECK(fulfilled(promise + "p a b 60 person . . . . . . c disbursed") == "");
  // Statuses are not added up, nor units, nor what is cancelled, nor what may be less.
  CHECK(fulfilled(promise + "p a b 60 person . . . . . . c disbursed;"
                            "q a b 60 person . . . . . . c received") == "");
  CHECK(fulfilled(promise + "p a b 101 CNY . . . . . . c disbursed;"
                            "q a b 101 person . . . . . . c cancelled;"
                            "r a b 101 person . . nearly . . . c spent") == "");
  CHECK(fulfilled("c a b 100 person . . at_least; p a b 900 person . . . . . . c") == "");
  // Another report of the same disbursement, and a part of it.
  CHECK(fulfilled(promise + "p a b 60 person . . . . . . c disbursed;"
                            "q a b 60 person . . . . . p c disbursed;"
                            "r a b 50 person p . . . . . c disbursed") == "");
  CHECK(
      fulfilled("c a b 1 CNY; p a b 1.01 CNY . . . . . . c") ==
      "inconsistent: c (no status) states 1 CNY; what fulfils it (no status: p) comes to at least "
      "1.01 CNY, 0.01 CNY or more above it");
}

TEST_CASE("verdicts on totals are those of trying every amount") {
  // What is unbounded or not stated is tried up to `most`, far above all bounds.
  constexpr int most = 60;
  std::mt19937 random(7);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int seen[3] = {};
  for (int round = 0; round < 3000; ++round) {
    struct Try {
      std::vector<int> amounts;
      bool missing = false;
    };
    Rows rows{{"flow", "donor", "recipient", "unit", "value", "lower", "upper", "qualifier",
               "part_of", "part_kind"}};
    const auto add = [&](const std::string& id, int scale, const std::string& kind) {
      const int form = below(6), low = below(scale), high = low + below(4);
      const std::string a = std::to_string(low), b = std::to_string(high);
      std::string value, lower, upper, qualifier;
      int from = low, to = low;
      switch (form) {
        case 0:
          from = 0, to = most;
          break;  // nothing is stated
        case 1:
          lower = a, upper = b, qualifier = "range", to = high;
          break;
        case 2:
          value = a, qualifier = "at_least", to = most;
          break;
        case 3:
          value = a, qualifier = "nearly", from = 0;
          break;
        case 4:
          value = a, lower = a, upper = b, qualifier = "over", to = high;
          break;
        default:
          value = a, qualifier = "exact";
      }
      rows.push_back(
          {id, "a", "b", "person", value, lower, upper, qualifier, id == "t" ? "" : "t", kind});
      Try own;
      own.missing = form == 0;
      for (int k = from; k <= to; ++k) own.amounts.push_back(k);
      return own;
    };
    const bool all = below(2) == 0;
    const Try total = add("t", 12, "");
    std::vector<bool> sums(4 * most + 1, false);  // which sums are possible
    sums[0] = true;
    bool missing = total.missing;
    const int parts = 1 + below(3);
    for (int p = 0; p < parts; ++p) {
      const Try part = add("p" + std::to_string(p), 6, all ? "exhaustive" : "subset");
      missing |= part.missing;
      std::vector<bool> next(sums.size(), false);
      for (std::size_t s = 0; s < sums.size(); ++s)
        for (const int amount : part.amounts)
          if (sums[s] && s + static_cast<std::size_t>(amount) < next.size())
            next[s + static_cast<std::size_t>(amount)] = true;
      sums = next;
    }
    // Sums above `most` stand for any: a total without an upper bound can be as large.
    const bool open = total.amounts.back() == most;
    bool every = true, some = false;
    for (int s = 0; s < static_cast<int>(sums.size()); ++s) {
      if (!sums[static_cast<std::size_t>(s)]) continue;
      bool may = false, must = true;
      if (all) {
        may = must = s >= total.amounts.front() && (open || s <= total.amounts.back());
      } else {
        may = open || s <= total.amounts.back();
        must = s <= total.amounts.front();
      }
      some |= may;
      every &= must;
    }
    const Verdict expected = !some               ? Verdict::inconsistent
                             : every && !missing ? Verdict::consistent
                                                 : Verdict::undecided;
    const auto findings = check(ledger_of(TableRows{{TableId::flows, rows}}));
    REQUIRE(findings.front().kind == FindingKind::total_parts);
    INFO(findings.front().message);
    REQUIRE(findings.front().verdict == expected);
    ++seen[static_cast<int>(expected)];
  }
  CHECK(std::min({seen[0], seen[1], seen[2]}) > 200);
}
