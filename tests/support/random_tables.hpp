#pragma once

// Random ledgers for reading and writing: any table, any column, texts that are hard to write down,
// every value of every enumeration, amounts at the ends of their range, dates of each precision.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "aidnet/ledger/builder.hpp"
#include "aidnet/ledger/decimal.hpp"
#include "aidnet/ledger/unit.hpp"

namespace testing_support {

class RandomTables {
 public:
  explicit RandomTables(std::uint64_t seed) : rng_(seed) {}

  [[nodiscard]] aidnet::ledger::Ledger make() {
    using namespace aidnet::ledger;
    LedgerBuilder builder({.negative = Negative::net, .max_problems = 10});
    const Tables none;
    for (const TableId id : feeding_order)
      Tables::each_table(none, [&](const auto& table) {
        if (table.id == id && (id == TableId::flows || chance(75))) feed(builder, table);
      });
    return builder.build();
  }

 private:
  std::size_t draw(std::size_t below) { return static_cast<std::size_t>(rng_() % below); }
  bool chance(int percent) { return draw(100) < static_cast<std::size_t>(percent); }

  /// Text of a few pieces, each of which some writer or reader stumbles over.
  std::string text() {
    static const std::vector<std::string> pieces{
        "\"",      "\"\"",  ",",      "\n",       "\r\n", "\r",
        " ",       "\t",    "'",      ";",        "\\",   "\xEF\xBB\xBF",
        "=1+1",    "@x",    "-",      "<b>&amp;", "a",    "宁波",
        "e\u0301", "𠀀",    "\u2028", "\u00a0",   "null", "NaN",
        "0",       "1,5",   "#",      "//",       "{}",   std::string(1, '\0'),
        "\x7f",    "\u200e"};
    std::string all;
    for (std::size_t k = draw(6); k > 0; --k) all += pieces[draw(pieces.size())];
    return all;
  }

  /// Ids are texts without control characters and outer spaces; few, so that they meet again.
  std::string id() {
    static const std::vector<std::string> pieces{"\"", ",", " ",  "'", "a",
                                                 "宁", "é", "\\", "=", "𠀀"};
    const std::size_t number = draw(12);
    return pieces[number % 10 == 2 ? 4 : number % 10] + pieces[number * 7 % 10] + "x" +
           std::to_string(number);
  }

  std::string date() {
    const std::string year = std::to_string(10'000 + draw(9999) + 1).substr(1);
    const std::string month = std::to_string(100 + draw(12) + 1).substr(1);
    const std::string day = std::to_string(100 + draw(28) + 1).substr(1);
    const std::size_t precision = draw(3);
    return year + (precision > 0 ? "-" + month : "") + (precision > 1 ? "-" + day : "");
  }

  std::string amount(const std::string& unit) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const std::int64_t some[] = {0,
                                 1,
                                 -1,
                                 most,
                                 -most,
                                 static_cast<std::int64_t>(rng_() >> 1),
                                 static_cast<std::int64_t>(draw(1'000'000))};
    return aidnet::ledger::Decimal(some[draw(7)], aidnet::ledger::decimals_of(unit)).to_string();
  }

  // --------------------------------------------------------------- a cell of each kind of column

  std::string cell(const aidnet::ledger::Text&) { return text(); }
  std::string cell(const aidnet::ledger::Labels&) { return chance(50) ? "gb2260" : text(); }
  std::string cell(const aidnet::ledger::Units&) {
    static const std::vector<std::string> units{"CNY", "JPY", "KWD", "m2", "person", "x_1"};
    return unit_ = units[draw(units.size())];
  }
  std::string cell(const aidnet::ledger::Amounts&) { return amount(unit_); }
  std::string cell(const aidnet::ledger::Integers&) {
    return std::to_string(rng_() >> draw(63) >> 1);
  }
  std::string cell(const aidnet::ledger::Numbers&) {
    static const std::vector<std::string> numbers{"0",
                                                  "-0",
                                                  "0.1",
                                                  "121.55",
                                                  "-179.9999999999999",
                                                  "123456789012345678",
                                                  "0.00000000000000000001"};
    return numbers[draw(numbers.size())];
  }
  std::string cell(const aidnet::ledger::Dates&) { return date(); }
  template <class Enum>
  requires std::is_enum_v<Enum> std::string cell(const aidnet::ledger::Choices<Enum>&) {
    const auto& names = aidnet::ledger::Names<Enum>::values;
    return std::string(names[draw(names.size())]);
  }
  template <aidnet::ledger::TableId target>
  std::string cell(const aidnet::ledger::References<target>&) {
    return id();
  }

  /// Links between flows point up, at flows that have none, and therefore lead to an end.
  std::string link(std::string_view column, std::size_t row) {
    if (row < 2 || (column == "same_as") != (row % 2 == 1)) return "";
    return flow_ids_[draw(row / 2) * 2];
  }

  template <class Table>
  void feed(aidnet::ledger::LedgerBuilder& builder, const Table& table) {
    using namespace aidnet::ledger;
    const std::size_t rows = chance(10) ? 0 : draw(25);
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> columns;
    unit_.clear();
    std::vector<std::string> units(rows);
    flow_ids_.clear();
    Table::each_column(table, [&](std::string_view name, const auto& column) {
      using Column = std::remove_cvref_t<decltype(column)>;
      constexpr bool key = std::is_same_v<Column, Keys>;
      const bool needed = name == "donor" || name == "recipient" || name == "group" ||
                          name == "member" || name == "entity" || name == "alias" || key;
      // Of columns that could contradict each other, the first.
      if (std::find(names.begin(), names.end(), before(name)) != names.end()) return;
      if (name == "upper" && std::find(names.begin(), names.end(), "value") != names.end()) return;
      if (key && Table::id == TableId::flows && chance(20)) {
        for (std::size_t row = 0; row < rows; ++row) flow_ids_.push_back(std::to_string(row + 1));
        return;
      }
      if (!needed && !chance(70)) return;
      names.emplace_back(name);
      auto& cells = columns.emplace_back();
      const bool links = name == "part_of" || name == "same_as" || name == "fulfils";
      for (std::size_t row = 0; row < rows; ++row) {
        if constexpr (std::is_same_v<Column, Amounts>) unit_ = units[row];
        if constexpr (key)
          cells.push_back(id() + " #" + std::to_string(row));
        else if (!needed && chance(30))
          cells.emplace_back();
        else if (links)
          cells.push_back(link(name, row));
        else
          cells.push_back(cell(column));
        if (needed && cells.back().empty()) cells.back() = "x";
        if constexpr (std::is_same_v<Column, Units>) units[row] = cells.back();
      }
      if (key && Table::id == TableId::flows) flow_ids_ = cells;
    });
    for (std::size_t k = draw(4); k > 0; --k) {
      const std::string name = chance(20) ? "" : text() + "*" + std::to_string(k);
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      names.push_back(name);
      auto& cells = columns.emplace_back();
      for (std::size_t row = 0; row < rows; ++row) cells.push_back(text());
    }
    std::vector<std::size_t> order(names.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::shuffle(order.begin(), order.end(), rng_);
    std::vector<std::string_view> header, cells;
    for (const std::size_t k : order) header.emplace_back(names[k]);
    for (std::size_t row = 0; row < rows; ++row)
      for (const std::size_t k : order) cells.emplace_back(columns[k][row]);
    builder.begin(Table::id, header);
    builder.rows(cells);
  }

  static std::string_view before(std::string_view name) {
    return name == "end"        ? "start"
           : name == "valid_to" ? "valid_from"
           : name == "left"     ? "joined"
           : name == "lower"    ? "value"
           : name == "upper"    ? "lower"
                                : "none";
  }

  std::mt19937_64 rng_;
  std::string unit_;
  std::vector<std::string> flow_ids_;
};

}  // namespace testing_support
