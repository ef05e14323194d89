// Packages: what is read, that what was written stays as it is, and that any other becomes so in
// one pass without losing anything.

#include "aidnet/io/package.hpp"

#include "catch.hpp"
#include "packages.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::io::read_package;
using aidnet::io::write_package;
using testing_support::bytes_of;
using testing_support::Files;
using testing_support::files_in;
using testing_support::Folder;
using testing_support::put;
using testing_support::read;
using testing_support::refused;
using testing_support::saved;
using testing_support::Strings;
using testing_support::told;
using testing_support::written;

namespace {

const Files small{
    {"flows.csv", "flow,donor,recipient,resource,unit,value\nf1,a,b,funding,CNY,1.5\n"},
    {"parties.csv", "party,name_zh,place\na,甲,p\nb,乙,\n"},
    {"places.csv", "place,level\np,county\n"}};

std::string descriptor(const std::string& resources, const std::string& members = "") {
  return "{" + members + "\"resources\":[" + resources + "]}";
}

const std::string flows_resource = R"({"name":"flows","path":"flows.csv"})";

}  // namespace

TEST_CASE("package: a folder, its descriptor, or one table, on disk or not") {
  const Folder folder;
  put(folder.path(), small);
  const Ledger ledger = read_package(folder.path());
  CHECK(ledger.flows().value == Amounts{150});
  CHECK(ledger.parties().name_zh[0] == "甲");
  CHECK(ledger.places().level[0] == PlaceLevel::county);
  CHECK(ledger.listed(TableId::parties) == 2);
  CHECK(ledger.package().descriptor.empty());
  CHECK(read_package(folder / "flows.csv").parties().size() == 2);
  CHECK(read_package(folder / "flows.csv").places().size() == 0);

  put(folder.path(), {{"datapackage.json",
                       descriptor(flows_resource + R"(,{"name":"parties","path":"parties.csv"},)"
                                                   R"({"name":"places","path":"places.csv"})")}});
  CHECK(read_package(folder / "datapackage.json").parties().name_zh[0] == "甲");
  CHECK(refused([&] { return read_package(folder / "none.csv"); }) ==
        (folder / "none.csv").string() + ": there is no such file or folder");
  CHECK(told([&] { return read_package(folder.path() / ".."); }) ==
        Strings{"flows.csv: the package has no such file"});
  CHECK(written(read(small)) == written(read_package(folder.path()).with_package({})));
}

TEST_CASE("package: what was written reads back and writes the same bytes") {
  const Files first = written(read(small));
  CHECK(first.size() == 4);
  CHECK(saved(read(small)) == first);
  CHECK(first.at("flows.csv") == small.at("flows.csv"));
  CHECK(first.at("parties.csv") == small.at("parties.csv"));
  CHECK(written(read(first)) == first);
  CHECK(first.count("programmes.csv") == 0);

  // A header alone stays, and so does an empty column.
  Files empty = small;
  empty["sources.csv"] = "source,title\n";
  empty["flows.csv"] = "flow,donor,recipient,status,note\nf,a,b,,\n";
  const Files again = written(read(empty));
  CHECK(again.at("sources.csv") == empty["sources.csv"]);
  CHECK(again.at("flows.csv") == empty["flows.csv"]);
  CHECK(written(read(again)) == again);

  const Files nothing = written(Ledger());
  CHECK(nothing.at("flows.csv") == "flow,donor,recipient\n");
  CHECK(written(read(nothing)) == nothing);
}

TEST_CASE("package: one pass makes any package canonical") {
  const Files foreign{
      {"flows.csv",
       "\xEF\xBB\xBF\"weather\",recipient,\"donor\",amount,unit,year,flow\r\n"
       "\"rain\",\"b\",a,1.50,\"CNY\",2018,\"f1\"\r\n\r\n\"sun, then rain\",c,b,007,,,f2"},
      {"parties.csv", "name_en,party\rA,a\r"}};
  const Files first = written(read(foreign));
  CHECK(first.at("flows.csv") ==
        "flow,donor,recipient,unit,value,start,end,weather\n"
        "f1,a,b,CNY,1.5,2018,2018,rain\n"
        "f2,b,c,,7,,,\"sun, then rain\"\n");
  CHECK(first.at("parties.csv") == "party,name_en\na,A\nb,\nc,\n");
  CHECK(written(read(first)) == first);
}

TEST_CASE("package: a descriptor's own paths, members, resources and files are kept") {
  const std::string json = R"({
  "title": "Hilfe 帮扶",
  "licenses": [{"name": "CC-BY-4.0"}],
  "x": {"b": [1, 2.5, null, true, -0.1, 12345678901234567], "a": "\u00e9\n\"/"},
  "resources": [
    {"name": "map", "path": "maps/./a map.geojson", "format": "geojson", "b": 1, "a": 2},
    {"name": "flows", "path": "data/flows.csv", "encoding": "UTF-8", "dialect": {"delimiter": ","},
     "schema": {"fields": [{"name": "value", "type": "number", "decimalChar": "."},
                           {"name": "gone", "type": "string"},
                           {"name": "weather", "title": "Weather"}], "custom": 1}, "mine": [1]},
    {"name": "parties", "path": ["data/x/who.csv"], "note": "kept"},
    {"name": "inline", "data": [1, 2]},
    {"name": "several", "path": ["maps/1.bin", "maps/2.bin"]}
  ],
  "homepage": "https://example.org"
})";
  const Files foreign{{"datapackage.json", "\xEF\xBB\xBF" + json},
                      {"data/flows.csv", "donor,recipient,value,weather\na,b,1,\"x\"\n"},
                      {"data/x/who.csv", "party\na\n"},
                      {"maps/a map.geojson", "{\r\n\0\xff}"},
                      {"maps/1.bin", std::string("\0\r\n", 3)},
                      {"maps/2.bin", ""}};
  const Files first = written(read(foreign));
  CHECK(first.at("data/flows.csv") == "flow,donor,recipient,value,weather\n1,a,b,1,x\n");
  CHECK(first.at("data/x/who.csv") == "party\na\nb\n");
  CHECK(first.at("maps/a map.geojson") == foreign.at("maps/a map.geojson"));
  CHECK(first.at("maps/1.bin") == std::string("\0\r\n", 3));
  CHECK(first.at("maps/2.bin").empty());
  CHECK(first.size() == 6);

  const std::string& made = first.at("datapackage.json");
  CHECK(made.starts_with("{\n  \"title\": \"Hilfe 帮扶\",\n  \"licenses\": ["));
  CHECK(made.ends_with("\"homepage\": \"https://example.org\"\n}\n"));
  const auto in_order = [&](std::initializer_list<const char*> pieces) {
    std::size_t at = 0;
    for (const char* piece : pieces) {
      INFO(piece);
      at = made.find(piece, at);
      REQUIRE(at != made.npos);
    }
  };
  in_order({"\"b\": [",
            "1,",
            "2.5,",
            "null,",
            "true,",
            "-0.1,",
            "12345678901234567",
            "\"a\": \"é\\n\\\"/\"",
            "\"name\": \"map\"",
            "\"path\": \"maps/./a map.geojson\"",
            "\"b\": 1",
            "\"a\": 2",
            "\"name\": \"flows\"",
            "\"encoding\": \"UTF-8\"",
            "\"name\": \"flow\"",
            "\"name\": \"value\"",
            "\"decimalChar\": \".\"",
            "\"title\": \"Weather\"",
            "\"custom\": 1",
            "\"mine\"",
            "\"name\": \"parties\"",
            "\"data/x/who.csv\"",
            "\"note\": \"kept\"",
            "\"name\": \"inline\"",
            "\"name\": \"several\"",
            "maps/2.bin"});
  CHECK(made.find("gone") == made.npos);
  CHECK(written(read(first)) == first);
}

TEST_CASE("package: a table that the descriptor does not list is not read") {
  Files files = small;
  files["datapackage.json"] = descriptor(flows_resource);
  files["parties.csv"] = "no table at all";
  CHECK(read(files).listed(TableId::parties) == 0);
  // The parties are those that the flows name; they are listed then.
  const Files first = written(read(files));
  CHECK(first.at("parties.csv") != small.at("parties.csv"));
  CHECK(first.at("datapackage.json").find("\"path\": \"parties.csv\"") != std::string::npos);
  CHECK(written(read(first)) == first);
}

TEST_CASE("package: a file of another resource with a table's name is not that table") {
  const Files files{{"datapackage.json",
                     descriptor(flows_resource + R"(,{"name":"guests","path":"./parties.csv"})")},
                    {"flows.csv", "donor,recipient\na,b\n"},
                    {"parties.csv", "who,what\n1,2\n"}};
  const Files first = written(read(files));
  CHECK(first.at("parties.csv") == "who,what\n1,2\n");
  CHECK(first.at("parties-2.csv") == "party\na\nb\n");
  CHECK(written(read(first)) == first);
  CHECK(read(first).listed(TableId::parties) == 2);

  CHECK(told([] {
          return read({{"datapackage.json", descriptor(R"({"name":"x","path":"flows.csv"})")},
                       {"flows.csv", "donor,recipient\n"}});
        }) == Strings{"datapackage.json: no resource is named flows"});
}

TEST_CASE("package: one file behind two resources is kept once") {
  const Files files{
      {"datapackage.json",
       descriptor(flows_resource + R"(,{"name":"x","path":"a.txt"},{"name":"y","path":"./a.txt"},
                  {"name":"z","path":"flows.csv"},{"name":"self","path":"datapackage.json"})")},
      {"flows.csv", "donor,recipient\na,b\n"},
      {"a.txt", "A"}};
  const Ledger ledger = read(files);
  CHECK(ledger.package().other_files.size() == 1);
  const Files first = written(ledger);
  CHECK(first.size() == 4);
  CHECK(first.at("a.txt") == "A");
  CHECK(written(read(first)) == first);
}

TEST_CASE("package: files that are not there, and problems of several files at once") {
  CHECK(told([] { return read({}); }) == Strings{"flows.csv: the package has no such file"});
  const Files files{
      {"datapackage.json", descriptor(flows_resource + R"(,{"name":"parties","path":"x/p.csv"},)"
                                                       R"({"name":"places","path":"places.csv"},)"
                                                       R"({"name":"more","path":"more.txt"})")},
      {"flows.csv", "donor,recipient,year\na,b,2018-13\n"},
      {"places.csv", "place,level\np,town\n"}};
  const Strings messages = told([&] { return read(files); });
  REQUIRE(messages.size() == 4);
  CHECK(messages[3] == "more.txt: the package has no such file");
  CHECK_THAT(messages[0], ContainsSubstring("places.csv, row 1 (line 2), column level: 'town'"));
  CHECK(messages[1] == "x/p.csv: the package has no such file");
  CHECK_THAT(messages[2], ContainsSubstring("flows.csv, row 1 (line 2), column year: '2018-13'"));
  // With a descriptor, the flows are where it says.
  CHECK(told([] {
          return read({{"datapackage.json", descriptor(R"({"name":"x","path":"x.txt"})")},
                       {"x.txt", ""},
                       {"flows.csv", "donor,recipient\n"}});
        }) == Strings{"datapackage.json: no resource is named flows"});
}

TEST_CASE("package: a store of files is told of each, the descriptor last") {
  std::vector<std::string> paths;
  aidnet::io::write_package(read(small), [&](const std::string& path, std::string_view bytes) {
    paths.push_back(path);
    CHECK_FALSE(bytes.empty());
  });
  CHECK(paths ==
        std::vector<std::string>{"flows.csv", "parties.csv", "places.csv", "datapackage.json"});
}

TEST_CASE("package: other files stay inside, and in nobody else's place") {
  const Folder folder;
  const Ledger ledger = read(small);
  for (const char* path : {"../x", "/tmp/x", "", "a/../../x", "flows.csv", "./flows.csv",
                           "datapackage.json", "c:\\x", "a\\b"}) {
    CHECK(refused([&] {
            write_package(ledger.with_package({"", {{path, "x"}}}), folder.path());
            return 0;
          }) == "the other file " + std::string(path) +
                    " needs a relative path inside the package that no other of its files has");
    CHECK(files_in(folder.path()).empty());
  }
  CHECK(refused([&] {
          write_package(ledger.with_package({"", {{"x", "1"}, {"./x", "2"}}}), folder.path());
          return 0;
        }).starts_with("the other file ./x needs"));
}

TEST_CASE("package: a call that is stopped ends, and leaves nothing") {
  const Folder folder;
  const Ledger ledger = read(small);
  for (int most = 0; most < 4; ++most) {
    int polls = 0;
    aidnet::Control control;
    control.interrupted = [&] { return polls++ == most; };
    CHECK_THROWS_AS(write_package(ledger, folder / "x", control), aidnet::Cancelled);
    CHECK(files_in(folder.path()).empty());
  }
  std::string csv = "donor,recipient,note\n";
  for (int k = 0; k < 100'000; ++k) csv += "a,b,c\n";
  int polls = 0;
  aidnet::Control control;
  control.interrupted = [&] { return ++polls == 3; };
  CHECK_THROWS_AS(aidnet::io::read_flows(csv, "x", {}, control), aidnet::Cancelled);
  CHECK(polls == 3);
}
