// What a table of flows may look like as a file, and what is told of one that does not.

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::io::read_flows;
using aidnet::io::ReadOptions;
using aidnet::io::table_csv;
using testing_support::Strings;
using testing_support::told;

namespace {

Strings told_of(std::string_view csv, const ReadOptions& options = {}) {
  return told([&] { return read_flows(csv, "f.csv", options); });
}

std::string canonical(std::string_view csv) { return table_csv(read_flows(csv), TableId::flows); }

const std::string two = "flow,donor,recipient,note\nf1,a,b,x\nf2,c,d,\n";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_CASE("csv: the same table in many writings") {
  CHECK(canonical(two) == two);
  CHECK(canonical("\xEF\xBB\xBF" + two) == two);
  CHECK(canonical(replaced(two, "\n", "\r\n")) == two);
  CHECK(canonical(replaced(two, "\n", "\r")) == two);
  CHECK(canonical(replaced(two, "\n", "\n\n\n")) == two);
  CHECK(canonical(replaced(two, "\n", "\r\n\r\n")) == two);
  CHECK(canonical("\n\r\n" + two) == two);
  CHECK(canonical(two.substr(0, two.size() - 1)) == two);  // no end of line at the end
  CHECK(canonical("\xEF\xBB\xBF\"flow\",\"donor\",\"recipient\",\"note\"\r\n\"f1\",\"a\",\"b\","
                  "\"x\"\r\n\"f2\",\"c\",\"d\",\"\"") == two);
  CHECK(canonical("note,recipient,donor,flow\nx,b,a,f1\n,d,c,f2\n") == two);
}

TEST_CASE("csv: commas, quotes and line ends inside cells") {
  const std::string nasty =
      "flow,donor,recipient,note\n"
      "f1,a,b,\"one, two\"\n"
      "f2,a,b,\"say \"\"yes\"\"\"\n"
      "f3,a,b,\"two\nlines\"\n"
      "f4,a,b,\"two\r\nlines\rthree\"\n"
      "f5,a,b,\"\"\"\"\n"
      "f6,a,b, spaces stay \n"
      "f7,\"a,\"\"b\"\"\",b,=1+1\n";
  const Ledger ledger = read_flows(nasty);
  const Flows& f = ledger.flows();
  CHECK(f.note[0] == "one, two");
  CHECK(f.note[1] == "say \"yes\"");
  CHECK(f.note[2] == "two\nlines");
  CHECK(f.note[3] == "two\r\nlines\rthree");
  CHECK(f.note[4] == "\"");
  CHECK(f.note[5] == " spaces stay ");
  CHECK(f.note[6] == "=1+1");
  CHECK(ledger.parties().party[2] == "a,\"b\"");
  CHECK(canonical(nasty) == nasty);
  // A quote inside a cell that does not begin with one is a character like any other.
  CHECK(read_flows("donor,recipient,note\na,b,5\" pipe\n").flows().note[0] == "5\" pipe");
}

TEST_CASE("csv: a header alone is a ledger without flows; nothing at all is none") {
  CHECK(read_flows("donor,recipient").flows().size() == 0);
  CHECK(canonical("donor,recipient\n") == "flow,donor,recipient\n");
  const std::string first = "f.csv: a first line with the names of the columns was expected";
  CHECK(told_of("") == Strings{first});
  CHECK(told_of("\n\r\n\n") == Strings{first});
  CHECK(told_of("\xEF\xBB\xBF") == Strings{first});
}

TEST_CASE("csv: a problem has its row and its line") {
  const std::string expected = "': a plain decimal number in base units was expected; write 1000";
  CHECK(told_of("donor,recipient,note,value\na,b,,1\n\n\na,b,\"x\ny\r\nz\rw\",\"1,000\"\na,b,,\"1,"
                "000\"\n") == Strings{"f.csv, row 2 (line 5), column value: '1,000" + expected,
                                      "f.csv, row 3 (line 9), column value: '1,000" + expected});
  CHECK(told_of("donor,recipient,value\r\n\r\na,b,\"1,000\"\r\n") ==
        Strings{"f.csv, row 1 (line 3), column value: '1,000" + expected});
  CHECK(told_of("donor,recipient,value\r\ra,b,\"1,000\"\r") ==
        Strings{"f.csv, row 1 (line 3), column value: '1,000" + expected});
  CHECK(told_of("donor,recipient,part_of\n\na,b,x\n") ==
        Strings{"f.csv, row 1 (line 3), column part_of: 'x': no flow has this id"});
}

TEST_CASE("csv: rows of another length are told and left out") {
  CHECK(told_of("flow,donor,recipient,value\nf1,a,b\nf2,a,b,1,2\nf3\nf1,a,b,x\n , , , ,\n") ==
        Strings{"f.csv, row 1 (line 2): the row has 3 cells, the first line 4",
                "f.csv, row 2 (line 3): the row has 5 cells, the first line 4",
                "f.csv, row 3 (line 4): the row has 1 cell, the first line 4",
                "f.csv, row 4 (line 5), column value: 'x': a plain decimal number in base units "
                "was expected",
                "f.csv, row 5 (line 6): the row has 5 cells, the first line 4"});
}

TEST_CASE("csv: quotes that do not fit") {
  CHECK(told_of("donor,recipient,note\na,b,\"x\na,b,y\n") ==
        Strings{"f.csv, row 1 (line 2): a quote is opened and never closed"});
  CHECK(
      told_of("donor,recipient,note\na,b,x\na,b,\"x\" y\na,b,z\n") ==
      Strings{"f.csv, row 2 (line 3): behind a closing quote stands something else than a comma"});
  CHECK(told_of("donor,recipient,\"note\n") ==
        Strings{"f.csv (line 1): a quote is opened and never closed"});
  CHECK(told_of("\n\n\"donor\"s,recipient\n") ==
        Strings{"f.csv (line 3): behind a closing quote stands something else than a comma"});
  // What came before is told as well.
  CHECK(told_of("donor,recipient,value\na,b,x\na,\"") ==
        Strings{"f.csv, row 1 (line 2), column value: 'x': a plain decimal number in base units "
                "was expected",
                "f.csv, row 2 (line 3): a quote is opened and never closed"});
}

TEST_CASE("csv: limits of a cell and of a line") {
  ReadOptions options;
  options.max_field = 10;
  options.max_line = 20;
  const std::string head = "donor,recipient\n";
  CHECK(told_of(head + "aaaaaaaaaa,b\n", options).empty());
  CHECK(told_of(head + "aaaaaaaaaaa,b\n", options) ==
        Strings{"f.csv, row 1 (line 2): a cell has 11 bytes; at most 10 are read"});
  CHECK(told_of(head + "b,\"aaaa\na\"\"aaaaa\"\n", options) ==
        Strings{"f.csv, row 1 (line 2): a cell has 12 bytes; at most 10 are read"});
  CHECK(told_of(head + "aaaaaaaaaa,bbbbbbbbb\n", options).empty());
  CHECK(told_of(head + "aaaaaaaaaa,bbbbbbbbbb\n", options) ==
        Strings{"f.csv, row 1 (line 2): a record has 21 bytes; at most 20 are read"});
  CHECK(told_of("donor,recipient,a very long name\n", options).size() == 1);
  CHECK(ReadOptions().max_field == 16u << 20);
  CHECK(ReadOptions().max_line == 64u << 20);
}

TEST_CASE("csv: bytes that are no UTF-8") {
  const std::string advice = " is no UTF-8; convert the file, or say its encoding where it is read";
  CHECK(told_of("donor,recipient\n\xc4\xfe\xb2\xa8,b\n") ==
        Strings{"f.csv (line 2): byte 16" + advice});  // 宁波 in GBK
  CHECK(told_of("donor,recipient\r\ra,b\r\xff") == Strings{"f.csv (line 4): byte 21" + advice});
  CHECK(told_of("\xff\xfe"
                "d\0o\0") == Strings{"f.csv (line 1): byte 0" + advice});
  CHECK(told_of("donor,recipient\na,b\xe4\xb8") == Strings{"f.csv (line 2): byte 19" + advice});
}

TEST_CASE("csv: after any error the same process reads the good table to the same bytes") {
  for (const std::string bad : {"", "x", "donor,recipient\na", "donor,recipient\n\"",
                                "donor,recipient\na,b,c\n", "donor,recipient,value\na,b,-1\n",
                                "\xff", "donor\n", "donor,recipient,flow\na,b,\na,b,1\n"}) {
    CHECK_FALSE(told_of(bad).empty());
    CHECK(canonical(two) == two);
  }
}

TEST_CASE("csv: every beginning of a table is read or refused, and so is every byte changed") {
  const std::string whole =
      "\xEF\xBB\xBF"
      "flow,donor,recipient,value,unit,start,note\r\nf1,\"a\",b,\"1.5\",CNY,2018-06,"
      "\"宁\"\"波\n\"\r\n"
      "f2,b,c,,,,\n";
  std::size_t read = 0, refused = 0;
  const auto attempt = [&](const std::string& csv) {
    const Strings messages = told_of(csv);
    messages.empty() ? ++read : ++refused;
    for (const std::string& message : messages) CHECK(message.starts_with("f.csv"));
  };
  for (std::size_t size = 0; size <= whole.size(); ++size) attempt(whole.substr(0, size));
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char byte : {'\0', '"', ',', '\n', '\r', '-', 'x', ' ', '\x80', '\xff'}) {
      std::string changed = whole;
      changed[at] = byte;
      attempt(changed);
    }
  CHECK(read > 100);
  CHECK(refused > 100);
}
