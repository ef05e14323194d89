// What may be an id, and what is UTF-8, as the builder decides.

#include <string>

#include "aidnet/ledger/builder.hpp"
#include "catch.hpp"
#include "told.hpp"

using aidnet::ledger::LedgerBuilder;
using aidnet::ledger::TableId;
using testing_support::told;

namespace {

/// What is told of an id; "" where it may be one.
std::string fault_of_id(const std::string& id) {
  LedgerBuilder builder;
  builder.begin(TableId::parties, {"party"});
  builder.row({id});
  const auto messages = told([&] { return builder.build(); });
  return messages.empty() ? "" : messages[0].substr(messages[0].find("an id must"));
}

/// Whether a text column takes it.
bool is_text(const std::string& text) {
  LedgerBuilder builder;
  builder.begin(TableId::parties, {"party", "name_zh"});
  builder.row({"a", text});
  return told([&] { return builder.build(); }).empty();
}

std::string utf8(char32_t c) {
  const auto byte = [](char32_t b) { return static_cast<char>(static_cast<unsigned char>(b)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000)
    return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

const std::string space = "an id must not begin or end with a space; take it away";
const std::string control = "an id must have no control characters";
const std::string nfc = "an id must be in Unicode's normal form C (NFC)";

}  // namespace

TEST_CASE("id: any non-empty NFC text without control characters or outer spaces") {
  for (const char* id : {"a", "ew_001_002", "宁波市", "市 八中", "a b", "-", "é", "𠀀", "각", "ﷺ",
                         "\"quoted\", with comma", "１２", "a\u200bb", "Ａ"})
    CHECK(fault_of_id(id).empty());
  CHECK(fault_of_id("") == "an id must not be empty");
}

TEST_CASE("id: spaces of all kinds at either end") {
  for (const char32_t c : std::u32string{0x20, 0xA0, 0x1680, 0x2002, 0x2009, 0x200B, 0x2028, 0x2029,
                                         0x202F, 0x205F, 0x3000, 0xFEFF}) {
    const std::string s = utf8(c);
    CHECK(fault_of_id(s) == space);
    CHECK(fault_of_id(s + "宁波") == space);
    CHECK(fault_of_id("宁波" + s) == space);
    CHECK(fault_of_id("宁" + s + "波").empty());
  }
  CHECK(fault_of_id(" a") == space);
  CHECK(fault_of_id("a ") == space);
}

TEST_CASE("id: control characters") {
  for (char32_t c = 0; c < 0xA0; ++c)
    if (c < 0x20 || c >= 0x7F) CHECK(fault_of_id("a" + utf8(c) + "b") == control);
}

TEST_CASE("id: text that is surely not in NFC") {
  CHECK(fault_of_id("e\u0301") == nfc);       // é in two pieces
  CHECK(fault_of_id("\u212b") == nfc);        // the sign of the ångström
  CHECK(fault_of_id("\uf9d1") == nfc);        // 六 as a compatibility ideograph
  CHECK(fault_of_id("\U0002f800") == nfc);    // 丽, likewise
  CHECK(fault_of_id("\u304b\u3099") == nfc);  // が in two pieces
  CHECK(fault_of_id("\u1100\u1161") == nfc);  // 가 by its letters
  CHECK(fault_of_id("\uac00\u11a8") == nfc);  // 각 from 가 and a final
  CHECK(fault_of_id("\u0928\u093c") == nfc);  // ऩ in two pieces
  CHECK(fault_of_id("\u0374") == nfc);
  CHECK(fault_of_id("q\u0301").empty());  // there is no such letter in one piece
  CHECK(fault_of_id("\u1100x\u1161").empty());
  CHECK(fault_of_id("\uac01\u11a8").empty());  // 각 has its final already
  CHECK(fault_of_id("\ufa0e\ufa0f").empty());  // two ideographs of that block that stay
  CHECK(fault_of_id("\u0301").empty());
}

TEST_CASE("utf8: every code point is text, and nothing else is") {
  LedgerBuilder builder({.negative = aidnet::ledger::Negative::error, .max_problems = 5000});
  builder.begin(TableId::aliases, {"entity", "alias"});
  std::string all;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const std::string bytes = utf8(c);
    if (c < 0xD800 || c > 0xDFFF)
      all += bytes;
    else
      builder.row({"surrogate", bytes});
  }
  builder.row({"all", all});
  const auto messages = told([&] { return builder.build(); });
  CHECK(messages.size() == 0x800);
  CHECK(messages.back().starts_with("aliases, row 2048, column alias: "));
  CHECK(messages.back().ends_with(": must be UTF-8"));

  for (const std::string bytes :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xf0\x80\x80\x80",
        "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80", "\xff", "\xc3", "\xe4\xb8",
        "\xf0\xa0\x80", "\xc3x", "\xe4\xb8x", "\xed\xa0\x80", "\xed\xbf\xbf"}) {
    CHECK_FALSE(is_text(bytes));
    CHECK_FALSE(is_text("好a" + bytes));
    CHECK_FALSE(is_text(bytes + "好a"));
    CHECK(fault_of_id("a" + bytes) == "an id must be UTF-8");
  }
  CHECK(is_text(""));
  CHECK(is_text("好 a"));
}
