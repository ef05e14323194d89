#include "aidnet/datasets/east_west.hpp"

#include <filesystem>
#include <set>
#include <thread>

#include "aidnet/io/package.hpp"
#include "catch.hpp"
#include "packages.hpp"

using namespace aidnet::ledger;
using aidnet::datasets::east_west;
using testing_support::bytes_of;
using testing_support::Files;
using testing_support::saved;

TEST_CASE("east_west: more than 250 statements, more than 300 parties, five sources") {
  const Ledger ledger = east_west();
  const Flows& flows = ledger.flows();
  std::size_t more_than_agreements = 0;
  std::set<aidnet::index_t> sources;
  for (std::size_t k = 0; k < flows.size(); ++k) {
    more_than_agreements += flows.resource[k] != Resource::agreement;
    sources.insert(flows.source[k]);
  }
  CHECK(more_than_agreements > 250);
  CHECK(ledger.parties().size() > 300);
  CHECK(sources.size() == 5);
  CHECK(sources.count(aidnet::no_index) == 0);
  CHECK(ledger.sources().size() >= 5);
}

TEST_CASE("east_west: nothing was made that its own tables do not list") {
  const Ledger ledger = east_west();
  CHECK(ledger.listed(TableId::flows) == ledger.flows().size());
  CHECK(ledger.listed(TableId::parties) == ledger.parties().size());
  CHECK(ledger.listed(TableId::places) == ledger.places().size());
  CHECK(ledger.listed(TableId::programmes) == ledger.programmes().size());
  CHECK(ledger.listed(TableId::sources) == ledger.sources().size());
}

TEST_CASE("east_west: is its own files, byte for byte") {
  const std::filesystem::path folder =
      std::filesystem::path(AIDNET_TEST_SUPPORT_DIR) / "../../src/datasets/east_west";
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename().string()] = bytes_of(entry.path());
  const Ledger ledger = east_west();
  Tables::each_table(ledger.tables(), [&](const auto& table) {
    CHECK(aidnet::io::table_csv(ledger, table.id) == files[std::string(table.name) + ".csv"]);
  });
  CHECK(ledger.package().descriptor == files["datapackage.json"]);
  CHECK(aidnet::io::descriptor_json(ledger) == files["datapackage.json"]);
  CHECK(saved(ledger) == files);
}

TEST_CASE("east_west: one object for all calls, from any thread") {
  const Tables* const tables = &east_west().tables();
  CHECK(&east_west().tables() == tables);
  std::vector<const Tables*> seen(8);
  std::vector<std::thread> threads;
  for (const Tables*& mine : seen)
    threads.emplace_back([&mine] {
      for (int k = 0; k < 100; ++k) mine = &east_west().tables();
    });
  for (std::thread& thread : threads) thread.join();
  for (const Tables* mine : seen) CHECK(mine == tables);
}

TEST_CASE("east_west: says what it is, and under which licence") {
  const std::string& descriptor = east_west().package().descriptor;
  for (const char* piece : {"\"name\": \"east-west\"", "CC-BY-4.0", "\"citation\""})
    CHECK_THAT(descriptor, ContainsSubstring(piece));
}
