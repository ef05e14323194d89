// Shapes that make a careless reader slow or large. Each takes a moment; nothing here is timed.

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "packages.hpp"
#include "rounds.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::io::read_flows;
using aidnet::io::table_csv;
using testing_support::Files;
using testing_support::lessened;
using testing_support::read;
using testing_support::Strings;
using testing_support::told;
using testing_support::written;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
  std::string all;
  for (std::size_t k = 0; k < times; ++k) all += piece;
  return all;
}

std::string names(std::size_t count) {
  std::string all;
  for (std::size_t k = 0; k < count; ++k) all += ",c" + std::to_string(k);
  return all;
}

std::int64_t problems(const std::string& csv) {
  try {
    (void)read_flows(csv);
  } catch (const LedgerError& error) {
    CHECK(error.problems().size() <= 100);
    return error.total();
  }
  return 0;
}

}  // namespace

TEST_CASE("hostile: one cell of 10 MB, in every kind of column") {
  const std::string large(10u << 20, '7');
  CHECK(read_flows("donor,recipient,note\na,b," + large).flows().note[0].size() == large.size());
  CHECK(read_flows("donor,recipient\na," + large).parties().party[1].size() == large.size());
  for (const char* column : {"value", "start", "resource", "price_year", "part_of"}) {
    const Strings messages = told(
        [&] { return read_flows("donor,recipient," + std::string(column) + "\na,b," + large); });
    REQUIRE_FALSE(messages.empty());
    CHECK(messages[0].size() < 500);
  }
  std::string chinese;
  while (chinese.size() < large.size()) chinese += "万亿三十余";
  for (const char* column : {"value", "unit", "start"})
    CHECK(problems("donor,recipient," + std::string(column) + "\na,b," + chinese) > 0);
}

TEST_CASE("hostile: 10 000 columns, written and described too") {
  constexpr std::size_t columns = lessened(10'000u);
  const std::string csv =
      "flow,donor,recipient" + names(columns) + "\nf,a,b" + repeated(",x", columns) + "\n";
  const Ledger ledger = read_flows(csv);
  CHECK(ledger.flows().extra.size() == columns);
  CHECK(table_csv(ledger, TableId::flows) == csv);
  const Files files = written(ledger);
  CHECK(written(read(files)) == files);
  CHECK(problems("donor,recipient" + repeated(",x", columns) + "\n") == columns - 1);
  CHECK(problems("donor" + names(200'000) + "\n") == 1);
}

TEST_CASE("hostile: 10 000 columns, and many rows that do not have them") {
  CHECK(problems("flow,donor,recipient" + names(10'000) + "\n" + repeated("x\n", 200'000)) ==
        200'000);
}

TEST_CASE("hostile: 200 000 rows of quotes") {
  CHECK(problems("donor,recipient\n" + repeated("\"\"\n", 200'000)) == 200'000);
  CHECK(problems("donor,recipient\n" + repeated("\"\"\"\"\n", 200'000)) == 200'000);
  CHECK(problems("donor,recipient\n" + repeated("\"\n", 200'000)) ==
        100'000);  // a line end in quotes
  std::string rows = "donor,recipient,note\n";
  for (int k = 0; k < 200'000; ++k) rows += "\"a\",\"b\",\"\"\"\"\n";
  CHECK(read_flows(rows).flows().note[199'999] == "\"");
}

TEST_CASE("hostile: quotes doubled a million times") {
  const std::string cell = "\"" + repeated("\"\"", 1'000'000) + "\"";
  CHECK(read_flows("donor,recipient,note\na,b," + cell).flows().note[0].size() == 1'000'000);
  CHECK(problems("donor,recipient,note\na,b," + cell + "\"") == 1);
}

TEST_CASE("hostile: line ends only") {
  CHECK(problems(repeated("\n", 5'000'000)) == 1);
  CHECK(read_flows("donor,recipient\n" + repeated("\r", 5'000'000) + "a,b").flows().size() == 1);
  CHECK(problems("donor,recipient,note\n\"" + repeated("\r", 5'000'000)) == 1);
}

TEST_CASE("hostile: as many units as rows, good and bad ones") {
  constexpr std::size_t rows = lessened(200'000u);
  std::string good = "donor,recipient,unit,value\n", bad = good;
  for (std::size_t k = 0; k < rows; ++k) {
    good += "a,b,u" + std::to_string(k) + ",1\n";
    bad += "a,b,U" + std::to_string(k % (rows / 2)) + ",1\n";
  }
  CHECK(read_flows(good).flows().unit.words().size() == rows);
  CHECK(problems(bad) == rows / 2);  // each once
}

TEST_CASE("hostile: every cell is wrong") {
  std::string csv = "donor,recipient,value,start,resource,price_year\n";
  for (int k = 0; k < 50'000; ++k) csv += "\" \",x\ty,\"1,000\",2018-13,Fundin,一\n";
  CHECK(problems(csv) == 50'000 * 4 + 2);  // a bad id that is named again is told once
}

TEST_CASE("hostile: links between 200 000 flows, one behind the other") {
  std::string csv = "donor,recipient,part_of,fulfils\n";
  for (int k = 1; k <= 200'000; ++k)
    csv += "a,b," + (k < 200'000 ? std::to_string(k + 1) : "") + "," +
           (k > 1 ? std::to_string(k - 1) : "") + "\n";
  CHECK(read_flows(csv).flows().part_of[0] == 1);
  std::string same = "donor,recipient,same_as\n";
  for (int k = 1; k <= 200'000; ++k) same += "a,b," + std::to_string(k % 200'000 + 1) + "\n";
  CHECK(problems(same) == 200'000);
}
