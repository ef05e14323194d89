// What a descriptor must not say, and what is told of it.

#include <filesystem>

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "packages.hpp"
#include "told.hpp"

using namespace aidnet::ledger;
using aidnet::io::read_package;
using testing_support::Files;
using testing_support::Folder;
using testing_support::put;
using testing_support::read;
using testing_support::refused;
using testing_support::written;

namespace {

std::string told_of_descriptor(const std::string& json) {
  return refused([&] {
    return read({{"datapackage.json", json}, {"flows.csv", "donor,recipient\n"}});
  });
}

/// A descriptor with one more resource than the flows.
std::string told_of_resource(const std::string& resource) {
  const std::string told =
      told_of_descriptor(R"({"resources":[{"name":"flows","path":"flows.csv"},)" + resource + "]}");
  const std::string begin = "datapackage.json: ";
  REQUIRE((told.empty() || told.starts_with(begin)));
  return told.empty() ? told : told.substr(begin.size());
}

std::string nested(int levels) {
  return R"({"resources":[{"name":"flows","path":"flows.csv"}],"x":)" +
         std::string(static_cast<std::size_t>(levels - 1), '[') +
         std::string(static_cast<std::size_t>(levels - 1), ']') + "}";
}

}  // namespace

TEST_CASE("descriptor: text that is no JSON is told with its line") {
  CHECK(told_of_descriptor("") == "datapackage.json: line 1: this is no JSON");
  CHECK(told_of_descriptor("{\n\"resources\": [\n}") ==
        "datapackage.json: line 3: this is no JSON");
  CHECK(told_of_descriptor("{\r\n\"resources\": [],\r\n}") ==
        "datapackage.json: line 3: this is no JSON");
  CHECK(told_of_descriptor("{\"a\": 1} x") == "datapackage.json: line 1: this is no JSON");
  CHECK(told_of_descriptor("{\"a\": \"\xff\"}") == "datapackage.json: line 1: this is no JSON");
  CHECK(told_of_descriptor("{'a': 1}") == "datapackage.json: line 1: this is no JSON");
  CHECK(told_of_descriptor("{\"a\": NaN}") == "datapackage.json: line 1: this is no JSON");
  CHECK(told_of_descriptor("{\"a\": 1e999}") ==
        "datapackage.json: a number is beyond the range of numbers");
}

TEST_CASE("descriptor: JSON that is no descriptor") {
  CHECK(told_of_descriptor("[]") == "datapackage.json: an object { … } was expected");
  CHECK(told_of_descriptor("null") == "datapackage.json: an object { … } was expected");
  CHECK(told_of_descriptor("{}") == "datapackage.json: a list \"resources\" was expected");
  CHECK(told_of_descriptor("{\"resources\": {}}") ==
        "datapackage.json: a list \"resources\" was expected");
  for (const char* resource : {"1", "null", "\"flows\"", "{}", R"({"name":1,"path":"x"})"})
    CHECK(told_of_resource(resource) == "each resource must be an object with a name");
}

TEST_CASE("descriptor: nothing is nested deeper than 256") {
  CHECK(told_of_descriptor(nested(256)).empty());
  CHECK(told_of_descriptor(nested(257)) == "datapackage.json: nested deeper than 256");
  CHECK(told_of_descriptor(std::string(1'000'000, '[')) ==
        "datapackage.json: nested deeper than 256");
  const Files files{{"datapackage.json", nested(256)}, {"flows.csv", "donor,recipient\n"}};
  CHECK(written(read(written(read(files)))) == written(read(files)));
}

TEST_CASE("descriptor: members stand once, and are not endless") {
  CHECK(told_of_descriptor(R"({"a":{"b":1,"b":2}})") ==
        "datapackage.json: the member b is given twice");
  CHECK(told_of_descriptor(R"({"a":1,"resources":[],"a":1})") ==
        "datapackage.json: the member a is given twice");
  CHECK(told_of_descriptor(
            R"({"resources":[{"name":"flows","path":"flows.csv"}],"a":[{"b":1},{"b":1}]})")
            .empty());
  std::string many = "{\"resources\":[{\"name\":\"flows\",\"path\":\"flows.csv\"}],\"x\":{\"m\":0";
  for (int k = 1; k < 4096; ++k) many += ",\"m" + std::to_string(k) + "\":0";
  CHECK(told_of_descriptor(many + "}}").empty());
  CHECK(told_of_descriptor(many + ",\"one more\":0}}") ==
        "datapackage.json: an object has more than 4096 members");
}

TEST_CASE("descriptor: only files inside the package are named") {
  for (const char* path :
       {"../x", "x/../../y", "..", "a/..", "/etc/passwd", "\\\\\\\\server\\\\x", "a\\\\b",
        "https://example.org/x.csv", "file:///etc/passwd", "C:/x", "", "a\\u0000b"}) {
    const std::string written = std::string(path);
    const std::string told = told_of_resource(R"({"name":"x","path":")" + written + "\"}");
    CHECK(told.starts_with("the resource x has the path "));
    CHECK(told.ends_with("; a file inside the package was expected, by its relative path"));
    CHECK(told_of_resource(R"({"name":"parties","path":")" + written + "\"}") != "");
    CHECK(told_of_resource(R"({"name":"x","path":["ok.txt",")" + written + "\"]}") == told);
  }
  CHECK(told_of_resource(R"({"name":"x","path":"../x"})") ==
        "the resource x has the path ../x; a file inside the package was expected, by its relative "
        "path");
  const std::string needs = "needs a path: one file inside the package";
  for (const char* path :
       {"", R"(,"path":1)", R"(,"path":null)", R"(,"path":{})", R"(,"path":[1])"})
    CHECK(told_of_resource(R"({"name":"x")" + std::string(path) + "}") ==
          "the resource x " + needs);
  for (const char* path : {R"(,"path":[])", R"(,"path":["a.csv","b.csv"])", R"(,"data":[])"})
    CHECK(told_of_resource(R"({"name":"parties")" + std::string(path) + "}") ==
          "the resource parties " + needs);
}

TEST_CASE("descriptor: a link that leads out of the package is not followed") {
  namespace fs = std::filesystem;
  const Folder outside, folder;
  put(outside.path(), {{"secret.csv", "donor,recipient\na,b\n"}, {"sub/places.csv", "place\np\n"}});
  put(folder.path(), {{"in/flows.csv", "donor,recipient\nc,d\n"}});
  fs::create_symlink(outside / "secret.csv", folder / "flows.csv");
  CHECK(refused([&] { return read_package(folder.path()); }) ==
        "flows.csv: lies outside the package's folder");
  fs::remove(folder / "flows.csv");
  fs::create_symlink("in/flows.csv", folder / "flows.csv");  // one that stays inside is fine
  CHECK(read_package(folder.path()).parties().party[0] == "c");
  fs::create_directory_symlink(outside / "sub", folder / "data");
  put(folder.path(),
      {{"datapackage.json", R"({"resources":[{"name":"places","path":"data/places.csv"}]})"}});
  CHECK(refused([&] { return read_package(folder.path()); }) ==
        "data/places.csv: lies outside the package's folder");
  // A link to the package itself is its folder.
  fs::remove(folder / "datapackage.json");
  const Folder links;
  fs::create_directory_symlink(folder.path(), links / "here");
  CHECK(read_package(links / "here").parties().party[0] == "c");
  // One that leads to itself is no file.
  fs::remove(folder / "flows.csv");
  fs::create_symlink("flows.csv", folder / "flows.csv");
  CHECK_THROWS_AS(read_package(folder.path()), aidnet::ValidationError);
}

TEST_CASE("descriptor: other encodings and dialects than ours") {
  const auto parties = [](const std::string& members) {
    return told_of_resource(R"({"name":"parties","path":"p.csv",)" + members + "}");
  };
  CHECK(parties(R"("encoding":"gbk")") == "the resource parties is in gbk; only UTF-8 is read");
  CHECK(parties(R"("encoding":"UTF-16")") ==
        "the resource parties is in utf-16; only UTF-8 is read");
  CHECK(parties(R"("dialect":{"delimiter":";"})") ==
        "the resource parties has another delimiter than ,; only comma-separated values in double "
        "quotes are read");
  CHECK(parties(R"("dialect":{"quoteChar":"'"})") ==
        "the resource parties has another quoteChar than \"; only comma-separated values in double "
        "quotes are read");
  CHECK(parties(R"("dialect":{"header":false})") ==
        "the resource parties has no header; a first line with the names of the columns was "
        "expected");
  // Of other people's resources nothing is asked.
  CHECK(refused([] {
          return read({{"datapackage.json",
                        R"({"resources":[{"name":"flows","path":"flows.csv","encoding":"UTF8",
                        "dialect":{"delimiter":",","quoteChar":"\"","header":true}},
                        {"name":"x","path":"x","encoding":"gbk","dialect":{"delimiter":";"}}]})"},
                       {"flows.csv", "donor,recipient\n"},
                       {"x", "\xff"}});
        }).empty());
}

TEST_CASE("descriptor: no table twice, and no file of two tables") {
  CHECK(told_of_resource(R"({"name":"flows","path":"more.csv"})") ==
        "the resource flows is given twice");
  CHECK(told_of_resource(R"({"name":"parties","path":"./flows.csv"})") ==
        "the resource parties has the path flows.csv of another one");
  CHECK(told_of_resource(R"({"name":"parties","path":"datapackage.json"})") ==
        "the resource parties has the path datapackage.json of another one");
}

TEST_CASE("descriptor: every beginning of one is refused, and no byte changed makes harm") {
  const std::string whole =
      R"({"x":[1,-2.5e3,"é\u4e00\"",{}],"resources":[{"name":"flows","path":"flows.csv",)"
      R"("schema":{"fields":[{"name":"donor","type":"string"}]}}]})";
  CHECK(told_of_descriptor(whole).empty());
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK(told_of_descriptor(whole.substr(0, size)).ends_with("this is no JSON"));
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char byte : {'\0', '"', '{', '[', ']', ':', '9', '.', 'x', '\xff'}) {
      std::string changed = whole;
      changed[at] = byte;
      const Files files{{"datapackage.json", changed}, {"flows.csv", "donor,recipient\na,b\n"}};
      try {
        const Files first = written(read(files));
        CHECK(written(read(first)) == first);
      } catch (const aidnet::ValidationError&) {
        // Told, as it should be.
      }
    }
}

TEST_CASE("descriptor: a bad one that a ledger was given is told before anything is written") {
  const Folder folder;
  for (const char* json :
       {"{", "[]", R"({"resources":[{"name":"flows","path":"../x"}]})",
        R"({"resources":[{"name":"flows","path":"a"},{"name":"flows","path":"b"}]})"})
    CHECK_THROWS_AS(aidnet::io::write_package(Ledger().with_package({json, {}}), folder.path()),
                    aidnet::ValidationError);
  CHECK(std::filesystem::is_empty(folder.path()));
}
