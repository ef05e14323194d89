// Random ledgers are written and read back: the same cells, and the same bytes.

#include <set>

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "packages.hpp"
#include "random_tables.hpp"
#include "rounds.hpp"

using namespace aidnet::ledger;
using testing_support::Files;
using testing_support::lessened;
using testing_support::RandomTables;
using testing_support::read;
using testing_support::rounds;
using testing_support::saved;
using testing_support::written;

namespace {

template <class Column>
bool same_cells(const Column& a, const Column& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t k = 0; k < a.size(); ++k) {
    if constexpr (std::is_same_v<Column, Numbers>) {
      if (a[k] != a[k] && b[k] != b[k]) continue;  // both NaN
    }
    if (!(a[k] == b[k])) return false;
  }
  return true;
}

/// The first column that differs; "" where none does. Columns are compared cell by cell.
std::string difference(const Ledger& a, const Ledger& b) {
  std::string found;
  Tables::each_table(a.tables(), [&](const auto& left) {
    Tables::each_table(b.tables(), [&](const auto& right) {
      if constexpr (std::is_same_v<decltype(left), decltype(right)>) {
        left.each_column(left, [&](std::string_view name, const auto& column) {
          right.each_column(right, [&](std::string_view other, const auto& its) {
            if constexpr (std::is_same_v<decltype(column), decltype(its)>)
              if (name == other && !same_cells(column, its) && found.empty())
                found = std::string(left.name).append(".").append(name);
          });
        });
        if (left.extra.size() != right.extra.size())
          found = std::string(left.name).append(": extra");
        for (std::size_t k = 0; k < left.extra.size() && found.empty(); ++k)
          if (left.extra[k].name != right.extra[k].name ||
              !(left.extra[k].cells == right.extra[k].cells))
            found = std::string(left.name).append(": extra ").append(left.extra[k].name);
      }
    });
  });
  return found;
}

}  // namespace

TEST_CASE("round trip: 500 random ledgers") {
  std::size_t flows = 0, on_disk = 0;
  std::set<Resource> resources;
  std::set<Status> statuses;
  std::set<PartyKind> kinds;
  for (std::uint64_t seed = 1; seed <= rounds(500u); ++seed) {
    INFO("seed " << seed);
    const Ledger ledger = RandomTables(seed).make().with_package(
        {seed % 3 == 0 ? R"({"a":1,"resources":[{"name":"flows","path":"flows.csv","x":[{}]},
                 {"name":"more","path":"m/ö \"x\".bin"}],"z":"\u0000\ud83d\ude00"})"
                       : "",
         seed % 3 == 0 ? std::vector<OtherFile>{{"m/ö \"x\".bin", std::string("\0\xff\r\n", 4)}}
                       : std::vector<OtherFile>{}});
    const Files files = written(ledger);
    // Negative amounts stand in these ledgers, so that they must be asked for again.
    aidnet::io::ReadOptions options;
    options.ledger.negative = Negative::net;
    const Ledger again = read(files, options);
    CHECK(difference(ledger, again) == "");
    REQUIRE(written(again) == files);
    if (seed % 10 == 0) {
      CHECK(saved(ledger) == files);
      ++on_disk;
    }
    flows += ledger.flows().size();
    resources.insert(ledger.flows().resource.begin(), ledger.flows().resource.end());
    statuses.insert(ledger.flows().status.begin(), ledger.flows().status.end());
    kinds.insert(ledger.parties().kind.begin(), ledger.parties().kind.end());
  }
  CHECK(flows > lessened(3000u));
  CHECK(on_disk == rounds(500u) / 10);
  CHECK(resources.size() == Names<Resource>::values.size());
  CHECK(statuses.size() == Names<Status>::values.size());
  CHECK(kinds.size() == Names<PartyKind>::values.size());
}

TEST_CASE("round trip: the comparison finds a changed cell") {
  Files files{{"flows.csv", "flow,donor,recipient,note,w\nf,a,b,x,y\n"}};
  const Ledger ledger = read(files);
  CHECK(difference(ledger, ledger) == "");
  files["flows.csv"] = "flow,donor,recipient,note,w\nf,a,b,z,y\n";
  CHECK(difference(ledger, read(files)) == "flows.note");
  files["flows.csv"] = "flow,donor,recipient,note,w\nf,a,b,x,z\n";
  CHECK(difference(ledger, read(files)) == "flows: extra w");
}
