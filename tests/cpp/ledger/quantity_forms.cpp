// Forms whose answers were written by hand: tests/support/quantities/forms.csv.

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/quantity.hpp"
#include "catch.hpp"

using aidnet::ledger::parse_quantity;
using aidnet::ledger::Quantity;

namespace {

using Record = std::vector<std::string>;

/// The records of a CSV file (RFC 4180).
std::vector<Record> read_csv(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::vector<Record> records;
  Record record(1);
  bool quoted = false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const char c = text[k];
    if (quoted && c == '"' && k + 1 < text.size() && text[k + 1] == '"') {
      record.back() += '"';
      ++k;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      record.emplace_back();
    } else if (!quoted && c == '\n') {
      records.push_back(std::move(record));
      record = Record(1);
    } else if (quoted || c != '\r') {
      record.back() += c;
    }
  }
  REQUIRE_FALSE(quoted);
  REQUIRE(record == Record(1));  // the last line ends
  return records;
}

/// value,lower,upper,qualifier,unit as they stand in the file.
Record answer_record(const std::string& text) {
  try {
    const Quantity quantity = parse_quantity(text);
    Record cells;
    for (const auto& number : {quantity.value, quantity.lower, quantity.upper})
      cells.push_back(number ? number->to_string() : "");
    cells.emplace_back(name_of(quantity.qualifier));
    cells.push_back(quantity.unit);
    return cells;
  } catch (const aidnet::ValidationError&) {
    return {"", "", "", "error", ""};
  }
}

}  // namespace

TEST_CASE("quantity: the forms with answers by hand") {
  const auto records = read_csv(AIDNET_TEST_SUPPORT_DIR "/quantities/forms.csv");
  REQUIRE(records.size() > 250);
  REQUIRE(records[0] == Record{"text", "value", "lower", "upper", "qualifier", "unit"});
  std::set<std::string> qualifiers;
  for (std::size_t k = 1; k < records.size(); ++k) {
    REQUIRE(records[k].size() == 6);
    const std::string& text = records[k][0];
    CAPTURE(k, text);
    CHECK(answer_record(text) == Record(records[k].begin() + 1, records[k].end()));
    qualifiers.insert(records[k][4]);
  }
  CHECK(qualifiers == std::set<std::string>{"exact", "about", "over", "nearly", "at_least",
                                            "at_most", "range", "error"});
}
