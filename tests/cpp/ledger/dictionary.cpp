#include "aidnet/ledger/dictionary.hpp"

#include <set>
#include <string>

#include "aidnet/ledger/tables.hpp"
#include "catch.hpp"

using namespace aidnet::ledger;

TEST_CASE("dictionary: every table and column has its sentence") {
  const Tables none;
  std::set<std::string_view> tables;
  Tables::each_table(none, [&](const auto& table) {
    tables.insert(description_of(table.id));
    table.each_column(table, [&](std::string_view name, const auto&) {
      INFO(table.name << "." << name);
      const std::string_view words = description_of(table.id, name);
      REQUIRE_FALSE(words.empty());
      CHECK((words.front() >= 'A' && words.front() <= 'Z') == (name != "scope"));
      CHECK(words.back() != '.');
    });
    CHECK(description_of(table.id, "weather").empty());
    CHECK(description_of(table.id, "").empty());
  });
  CHECK(tables.size() == table_count);
  CHECK(tables.count("") == 0);
}

TEST_CASE("dictionary: a name means in each table what it means there") {
  CHECK(description_of(TableId::parties, "parent") == "The party of which it is a part");
  CHECK(description_of(TableId::places, "parent") == "The place of which it is a part");
  CHECK(description_of(TableId::programmes, "parent") == "The programme of which it is a part");
  CHECK(description_of(TableId::relations, "value").empty());
}

TEST_CASE(
    "tables: each is a table of the order in which they are fed, and columns are named once") {
  const Tables none;
  std::size_t number = 0;
  Tables::each_table(none, [&](const auto& table) {
    CHECK(static_cast<std::size_t>(table.id) == number++);
    std::set<std::string_view> names;
    std::size_t columns = 0;
    table.each_column(table, [&](std::string_view name, const auto&) {
      names.insert(name);
      ++columns;
    });
    CHECK(names.size() == columns);
    CHECK(columns <= 64);  // TableBase::stated has a bit for each
  });
  CHECK(number == table_count);
}
