#include <string>

#include "aidnet/ledger/check.hpp"
#include "catch.hpp"
#include "ledger.hpp"

// Findings about totals of which parts are cancelled.

using namespace testing_support;
using namespace aidnet::ledger;

namespace {

std::string totals_told(const std::string& rows) {
  std::string lines;
  for (const Finding& finding :
       check(ledger_of_flows("flow donor recipient value unit part_of part_kind qualifier lower "
                             "upper same_as fulfils status;" +
                             rows)))
    if (finding.kind == FindingKind::total_parts)
      lines += (lines.empty() ? "" : "\n") + std::string(name_of(finding.verdict)) + ": " +
               finding.message;
  return lines;
}

}  // namespace

TEST_CASE("parts that are cancelled, or whose chain is, are left out") {
  const std::string total = "t a b 100 person;";
  CHECK(totals_told(total + "p a c 60 person t exhaustive; q a d 90 person t exhaustive . . . . . "
                            "cancelled") ==
        "consistent: t: the total states 100 person; its 1 part (a subset) comes to 60 person, not "
        "counting 1 cancelled, which leaves room for others");
  // The pledge is cancelled by what is linked to it, also where that is no part of the total.
  CHECK(totals_told(total + "p a c 60 person t . . . . . . pledged; q a c . person . . . . . . p "
                            "cancelled; r a d 101 person t") ==
        "inconsistent: t: the total states 100 person; its 1 part (a subset) comes to 101 person, "
        "not counting 1 cancelled, 1 person or more above the total");
  CHECK(totals_told(total + "p a c 60 person t exhaustive . . . . . cancelled") ==
        "undecided: t: the total states 100 person; 1 part is cancelled");
  // Another report of it is no other gift.
  CHECK(
      totals_told(total + "p a c 60 person . . . . . . . cancelled; q a c 60 person t . . . . p") ==
      "undecided: t: the total states 100 person; 1 part is cancelled");
  // Nothing is added up below a total that is off, however deep.
  CHECK(totals_told(
            "t a b 100 person . . . . . . . cancelled; p a c 300 person t; q a c 600 person p") ==
        "");
}
