#include <map>
#include <random>
#include <set>
#include <string>

#include "aidnet/ledger/check.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Findings about the tables around the flows: cycles, ids, names, groups.

using namespace testing_support;
using namespace aidnet::ledger;
using enum TableId;
using aidnet::index_t;

namespace {

std::string structure_told(const Ledger& ledger, FindingKind kind) {
  std::string lines;
  for (const Finding& finding : check(ledger))
    if (finding.kind == kind)
      lines += (lines.empty() ? "" : "\n") + std::string(name_of(finding.verdict)) + ": " +
               finding.message;
  return lines;
}
using Texts = std::map<TableId, std::string>;

}  // namespace

TEST_CASE("names of findings") {
  CHECK(name_of(FindingKind::total_parts) == "total_parts");
  CHECK(name_of(FindingKind::evidence) == "evidence");
  CHECK(value_of<Verdict>("undecided") == Verdict::undecided);
  CHECK(check(Ledger()).empty());
}

TEST_CASE("a cycle is one finding, at its lowest row, along the links") {
  CHECK(structure_told(ledger_of(Texts{{parties, "party parent; z b; a b; b c; c a; d d; e d"}}),
                       FindingKind::cycle) ==
        "inconsistent: a, b and c: the parents of these parties lead round in a circle\n"
        "inconsistent: d is its own parent");
  CHECK(structure_told(ledger_of(Texts{{places, "place parent successor; p q .; q p r; r . q"},
                                       {programmes, "programme parent; m n; n m"}}),
                       FindingKind::cycle) ==
        "inconsistent: p and q: the parents of these places lead round in a circle\n"
        "inconsistent: m and n: the parents of these programmes lead round in a circle\n"
        "inconsistent: q and r: the successors of these places lead round in a circle");
  const auto findings = check(ledger_of(Texts{{parties, "party parent; z b; a b; b c; c a"}}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].table == parties);
  CHECK(findings[0].rows == std::vector<index_t>{1, 2, 3});
}

TEST_CASE("groups that contain one another") {
  // g has h, h has g; k has itself; m only has what is on a cycle.
  const auto findings = check(ledger_of(Texts{{groups, "group member; m g; g x; g h; h g; k k"}}));
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].table == groups);
  CHECK(findings[0].rows == std::vector<index_t>{2, 3});
  CHECK(findings[0].message == "the groups g and h contain one another");
  CHECK(findings[1].rows == std::vector<index_t>{4});
  CHECK(findings[1].message == "k is a member of itself");
}

TEST_CASE("sets of groups are those that reach each other") {
  std::mt19937 engine(3);
  const auto random = [&] { return static_cast<unsigned>(engine()); };
  for (int round = 0; round < 1000; ++round) {
    const unsigned count = 2 + random() % 6, edges = 1 + random() % 10;
    Rows rows{{"group", "member"}};
    bool reach[8][8] = {};
    std::vector<std::pair<unsigned, unsigned>> pairs;
    for (unsigned k = 0; k < edges; ++k) {
      const unsigned a = random() % count, b = random() % count;
      pairs.emplace_back(a, b);
      rows.push_back({"g" + std::to_string(a), "g" + std::to_string(b)});
      reach[a][b] = true;
    }
    for (unsigned k = 0; k < count; ++k)
      for (unsigned i = 0; i < count; ++i)
        for (unsigned j = 0; j < count; ++j) reach[i][j] |= reach[i][k] && reach[k][j];
    std::map<unsigned, std::vector<index_t>> expected;  // by the lowest group of the set
    for (unsigned k = 0; k < edges; ++k) {
      const auto [a, b] = pairs[k];
      if (!reach[b][a]) continue;
      unsigned lowest = a;
      while (lowest > 0 && !(reach[a][lowest] && reach[lowest][a])) --lowest;
      for (unsigned i = 0; i < count; ++i)
        if (reach[a][i] && reach[i][a]) {
          lowest = i;
          break;
        }
      expected[lowest].push_back(static_cast<index_t>(k));
    }
    std::set<std::vector<index_t>> sets, found;
    for (const auto& [lowest, members] : expected) sets.insert(members);
    const auto findings = check(ledger_of(TableRows{{groups, rows}}));
    for (const Finding& finding : findings) found.insert(finding.rows);
    REQUIRE(findings.size() == sets.size());
    REQUIRE(found == sets);
  }
}

TEST_CASE("cycles and chains of 100 000 need no stack") {
  constexpr int depth = 100'000;
  Rows chain{{"party", "parent"}}, nested{{"group", "member"}};
  for (int k = 0; k < depth; ++k) {
    const std::string next = "p" + std::to_string((k + 1) % depth);
    chain.push_back({"p" + std::to_string(k), next});
    nested.push_back({"p" + std::to_string(k), next});
  }
  const auto findings = check(ledger_of(TableRows{{parties, chain}, {groups, nested}}));
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rows.size() == depth);
  CHECK(findings[1].rows.size() == depth);
  CHECK(findings[0].message.ends_with(
      "p9 and 99990 more: the parents of these parties lead round in a circle"));
}

TEST_CASE("what is named and not listed, with the nearest listed id") {
  CHECK(
      structure_told(ledger_of(Texts{{sources, "source; s1; s2"},
                                     {parties, "party parent; dalian .; shuicheng .; zunyi dailan"},
                                     {flows,
                                      "flow donor recipient source programme; f dalien zunyi s1 x;"
                                      "g far_away shuichen s9 x; h far_away zunyi s9 x"}}),
                     FindingKind::unlisted) ==
      "undecided: the source s9 is not listed in sources; first named in flows, row 2, as source; "
      "did you mean s1?\n"
      "undecided: the party dailan is not listed in parties; first named in parties, row 3, as "
      "parent; did you mean dalian?\n"
      "undecided: the party dalien is not listed in parties; first named in flows, row 1, as "
      "donor; did you mean dalian?\n"
      "undecided: the party far_away is not listed in parties; first named in flows, row 2, as "
      "donor\n"
      "undecided: the party shuichen is not listed in parties; first named in flows, row 2, as "
      "recipient; did you mean shuicheng?");
  // Without a table of their own, there is nothing that they could be missing in.
  CHECK(check(ledger_of(Texts{{flows, "flow donor recipient; f a b"}})).empty());
  // One of two characters may be another one, not both; of any length at most two.
  CHECK(structure_told(ledger_of(Texts{{parties, "party; 大连"},
                                       {flows, "flow donor recipient; f 大理 广东"}}),
                       FindingKind::unlisted)
            .find("did you mean 大连") != std::string::npos);
}

TEST_CASE("the nearest id is the nearest by definition") {
  const auto edits = [](const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
      for (std::size_t j = 0; j <= b.size(); ++j)
        d[i][j] = i == 0   ? j
                  : j == 0 ? i
                           : std::min({d[i - 1][j] + 1, d[i][j - 1] + 1,
                                       d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    return d[a.size()][b.size()];
  };
  std::mt19937 engine(11);
  const auto random = [&] { return static_cast<unsigned>(engine()); };
  const auto word = [&] {
    std::string w;
    for (unsigned k = 3 + random() % 6; k > 0; --k) w += static_cast<char>('a' + random() % 3);
    return w;
  };
  int near = 0;
  for (int round = 0; round < 300; ++round) {
    std::set<std::string> known;
    std::vector<std::string> listed;
    for (int k = 0; k < 6; ++k)
      if (const std::string w = word(); known.insert(w).second) listed.push_back(w);
    const std::string wrong = word();
    if (known.count(wrong) != 0) continue;
    Rows rows{{"party"}};
    for (const std::string& w : listed) rows.push_back({w});
    std::string best;
    std::size_t least = std::min<std::size_t>(2, wrong.size() / 2) + 1;
    for (const std::string& w : listed)
      if (edits(wrong, w) < least) least = edits(wrong, w), best = w;
    const Ledger ledger = ledger_of(TableRows{
        {parties, rows}, {flows, {{"flow", "donor", "recipient"}, {"f", listed[0], wrong}}}});
    const auto findings = check(ledger);
    REQUIRE(findings.size() == 1);
    REQUIRE(findings[0].rows.size() == (best.empty() ? 1u : 2u));
    if (!best.empty())
      REQUIRE(ledger.parties().party[static_cast<std::size_t>(findings[0].rows[1])] == best);
    near += best.empty() ? 0 : 1;
  }
  CHECK(near > 50);
}

TEST_CASE("names of nothing") {
  CHECK(structure_told(ledger_of(Texts{{places, "place; cn"},
                                       {programmes, "programme; spark"},
                                       {parties, "party; dalian"},
                                       {aliases,
                                        "entity alias; cn China; spark Spark; dalian Dairen; "
                                        "dailan Dalny"}}),
                       FindingKind::alias) ==
        "inconsistent: the alias \"Dalny\" is a name of dailan, which is no party, place or "
        "programme");
}

TEST_CASE("alliances without members") {
  CHECK(
      structure_told(ledger_of(Texts{{parties,
                                      "party kind; x alliance; y consortium; z alliance; "
                                      "w alliance; v government"},
                                     {groups, "group member; z v"},
                                     {flows, "flow donor recipient channel; f x z .; g v x y"}}),
                     FindingKind::membership) ==
      "undecided: the alliance x has no members in groups; it gives or receives in 2 flows, which "
      "cannot be split\n"
      "undecided: the consortium y has no members in groups; it carries out 1 flow");
}

TEST_CASE("shares of a group make a whole, side by side and at any time") {
  const auto shares = [](const std::string& rows) {
    return structure_told(ledger_of(Texts{{groups, "group member share role joined left;" + rows}}),
                          FindingKind::membership);
  };
  CHECK(shares("g a 0.5 donor; g b 0.5 donor; g c 1 recipient; g d . convenor; h a; h b") == "");
  CHECK(shares("g a 0.1; g b 0.2; g c 0.7") == "");
  CHECK(shares("g a 0.5 donor; g b 0.4 donor") ==
        "inconsistent: the members of g as donor: their shares add up to 0.9, not to 1");
  CHECK(shares("g a 0.5; g b .; g c .") ==
        "inconsistent: the members of g without a role: 1 of 3 have a share");
  CHECK(shares("g a 1.5; g b -0.5") ==
        "inconsistent: the members of g without a role: a has the share 1.5, outside [0, 1]");
  // b takes over a's half; then c joins without anyone giving up a share.
  const std::string change = "g a 0.5 donor . 2017; g b 0.5 donor 2018; g d 0.5 donor";
  CHECK(shares(change) == "");
  CHECK(
      shares(change + "; g c 0.5 donor 2020-06") ==
      "inconsistent: the members of g as donor from 2020-06 on: their shares add up to 1.5, not to "
      "1");
  CHECK(shares("g a 0.5 donor . 2017; g b 0.5 donor") ==
        "inconsistent: the members of g as donor after 2017: their shares add up to 0.5, not to 1");
  CHECK(shares("g a 1 donor . 2017; g b . donor 2018") ==
        "inconsistent: the members of g as donor from 2018 on: 0 of 1 have a share");
}

TEST_CASE("checks stop when they are asked to") {
  aidnet::Control control;
  control.interrupted = [] { return true; };
  CHECK_THROWS_AS(check(ledger_of_flows("flow donor recipient; f a b"), {}, control),
                  aidnet::Cancelled);
}
