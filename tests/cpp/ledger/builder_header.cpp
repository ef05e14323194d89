// Columns whose names are nearly those that are known.

#include "aidnet/io/package.hpp"
#include "aidnet/ledger/builder.hpp"
#include "aidnet/ledger/check.hpp"
#include "catch.hpp"
#include "ledger.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using testing_support::ledger_of;
using testing_support::Strings;
using testing_support::TableRows;
using testing_support::told;

namespace {

/// What is told of a first line of flows, cells by commas.
Strings told_of_header(const std::string& header) {
  return told([&] { return aidnet::io::read_flows(header + "\n"); });
}

/// The findings about columns of flows with one row.
Strings findings(const std::vector<std::string>& columns, std::vector<std::string> cells) {
  cells.resize(columns.size(), "1");
  Strings messages;
  for (const Finding& finding : check(ledger_of(TableRows{{TableId::flows, {columns, cells}}})))
    if (finding.kind == FindingKind::column) {
      CHECK(finding.verdict == Verdict::undecided);
      CHECK(finding.table == TableId::flows);
      messages.push_back(finding.message);
    }
  return messages;
}

}  // namespace

TEST_CASE("header: a known name in other letters or with spaces around it is an error") {
  CHECK(told_of_header("donor,recipient,Amount") ==
        Strings{"flows.csv, column Amount: no column has this name; did you mean amount?"});
  CHECK(told_of_header("donor,recipient,amount , STATUS,\xEF\xBC\xA1") ==
        Strings{"flows.csv, column amount : no column has this name; did you mean amount?",
                "flows.csv, column  STATUS: no column has this name; did you mean status?"});
  CHECK(told_of_header("donor,recipient,Value,\xE3\x80\x80Year") ==
        Strings{"flows.csv, column Value: no column has this name; did you mean value?",
                "flows.csv, column \xE3\x80\x80Year: no column has this name; did you mean year?"});
  // Where the column itself is there, under either of its names, the other one is a column more.
  CHECK(told_of_header("donor,recipient,amount,Amount,Value,Donor").empty());
  CHECK(told_of_header("donor,recipient,start,Year").empty());
  CHECK(told_of_header("donor,recipient,year,End,Start").empty());
}

TEST_CASE("header: a missing column proposes the nearest one") {
  CHECK(told_of_header("Donor,recipient,donors_kind") ==
        Strings{"flows.csv, column donor: the column is missing; there are Donor, recipient, "
                "donors_kind; is it 'Donor'?"});
  CHECK(
      told_of_header("doner,recipiant") ==
      Strings{"flows.csv, column donor: the column is missing; there are doner, recipiant; is it "
              "'doner'?",
              "flows.csv, column recipient: the column is missing; there are doner, recipiant; is "
              "it 'recipiant'?"});
  CHECK(told_of_header("from,to") ==
        Strings{"flows.csv, column donor: the column is missing; there are from, to",
                "flows.csv, column recipient: the column is missing; there are from, to"});
}

TEST_CASE("header: cells that no commas separate") {
  CHECK(told_of_header("donor;recipient;amount") ==
        Strings{"flows.csv: 'donor;recipient;amount': the cells are separated by semicolons here; "
                "commas were expected"});
  CHECK(told_of_header("donor\trecipient") ==
        Strings{"flows.csv: 'donor recipient': the cells are separated by tabs here; commas were "
                "expected"});
  CHECK(told_of_header("donor,recipient,a;b").empty());
  CHECK(told([] { return aidnet::io::read_flows("donor;recipient\na;b\nc;d\n"); }).size() == 1);
}

TEST_CASE("header: columns that resemble one that is not there are kept and told") {
  CHECK(findings({"donor", "recipient", "ammount", "staus", "weather"}, {"a", "b"}) ==
        Strings{"flows has the unknown column ammount; did you mean amount?",
                "flows has the unknown column staus; did you mean status?"});
  // The column is there; or nothing stands in the other one; or it is three letters away.
  CHECK(findings({"donor", "recipient", "amount", "unit", "ammount"}, {"a", "b", "1", ""}).empty());
  CHECK(findings({"donor", "recipient", "staus"}, {"a", "b", ""}).empty());
  CHECK(findings({"donor", "recipient", "stasssus"}, {"a", "b"}).empty());
  // In its own table, at the first row that says anything.
  const auto of_places = check(ledger_of(
      TableRows{{TableId::places, {{"place", "sides"}, {"p", ""}, {"q", "east"}, {"r", "west"}}}}));
  REQUIRE(of_places.size() == 1);
  CHECK(of_places[0].message == "places has the unknown column sides; did you mean side?");
  CHECK(of_places[0].table == TableId::places);
  CHECK(of_places[0].rows == std::vector<aidnet::index_t>{1});
  CHECK(name_of(of_places[0].kind) == "column");
}
