// Saving over an older package: what the new one does not have is gone, and nothing else is.

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "ledger.hpp"
#include "packages.hpp"

using namespace aidnet::ledger;
using aidnet::io::read_package;
using aidnet::io::write_package;
using testing_support::Files;
using testing_support::files_in;
using testing_support::Folder;
using testing_support::put;
using testing_support::read;
using testing_support::written;

namespace {

Ledger with_groups() {
  return read({{"flows.csv", "flow,donor,recipient,value\nf,g,x,3\n"},
               {"groups.csv", "group,member\ng,a\ng,b\n"},
               {"parties.csv", "party,kind\ng,alliance\n"}});
}
Ledger without() { return read({{"flows.csv", "flow,donor,recipient,value\nh,a,b,1\n"}}); }

}  // namespace

TEST_CASE("saving over: tables of the old package do not come back") {
  const Folder folder;
  write_package(with_groups(), folder.path());
  REQUIRE(files_in(folder.path()).contains("groups.csv"));
  put(folder.path(), {{"mine.csv", "stays"}, {"programmes.csv", "nor is this one listed"}});
  write_package(without(), folder.path());
  const Ledger back = read_package(folder.path());
  CHECK(back.groups().size() == 0);
  CHECK(written(back) == written(without()));
  Files expected = written(without());
  CHECK_FALSE(expected.contains("groups.csv"));
  expected["mine.csv"] = "stays";
  expected["programmes.csv"] = "nor is this one listed";
  CHECK(files_in(folder.path()) == expected);
}

TEST_CASE("saving over: a table that has moved leaves its old place") {
  const Folder folder;
  const std::string resource =
      R"({"resources":[{"name":"flows","path":"flows.csv"},{"name":"parties","path":"x/p.csv"}]})";
  put(folder.path(), {{"datapackage.json", resource},
                      {"flows.csv", "donor,recipient\na,b\n"},
                      {"x/p.csv", "party\na\n"}});
  write_package(with_groups(), folder.path());
  CHECK(files_in(folder.path()) == written(with_groups()));
  CHECK(written(read_package(folder.path())) == written(with_groups()));
}

TEST_CASE("saving over: only tables are removed, and only inside the folder") {
  const Folder folder;
  const std::string listing =
      R"({"resources":[{"name":"flows","path":"flows.csv"},{"name":"parties","path":"out/p.csv"},)"
      R"({"name":"notes","path":"./notes.csv"},)"
      R"({"name":"other","path":"other.csv"}]})";
  put(folder.path(), {{"in/datapackage.json", listing},
                      {"in/notes.csv", "n"},
                      {"in/other.csv", "o"},
                      {"p.csv", "p"}});
  std::filesystem::create_directory_symlink("..", folder / "in/out");
  write_package(without(), folder / "in");
  Files expected;
  for (const auto& [path, bytes] : written(without())) expected["in/" + path] = bytes;
  expected["in/notes.csv"] = "n";
  expected["in/other.csv"] = "o";
  expected["p.csv"] = "p";
  CHECK(files_in(folder.path()) == expected);
}

TEST_CASE("saving over: another file may take the place of a table") {
  const Folder folder;
  write_package(with_groups(), folder.path());
  const Ledger ledger = without().with_package({"", {{"./groups.csv", "mine"}}});
  write_package(ledger, folder.path());
  CHECK(files_in(folder.path()).at("groups.csv") == "mine");
}

TEST_CASE("saving over: what is no descriptor lists nothing") {
  for (const char* descriptor : {"{", "[]", R"({"resources":[{"name":"groups","path":"/x"}]})"}) {
    const Folder folder;
    put(folder.path(), {{"datapackage.json", descriptor}, {"groups.csv", "stays"}});
    write_package(without(), folder.path());
    Files expected = written(without());
    expected["groups.csv"] = "stays";
    CHECK(files_in(folder.path()) == expected);
    CHECK(written(read_package(folder.path())) == written(without()));
  }
}

TEST_CASE("saving over: a package that cannot be written removes nothing") {
  const Folder folder;
  write_package(with_groups(), folder.path());
  std::filesystem::remove(folder / "flows.csv");
  put(folder.path(), {{"flows.csv/x", ""}});
  const Files before = files_in(folder.path());
  CHECK_THROWS_AS(write_package(without(), folder.path()), aidnet::ValidationError);
  CHECK(files_in(folder.path()) == before);
}
