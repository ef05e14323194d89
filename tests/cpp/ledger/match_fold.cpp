#include "aidnet/ledger/match.hpp"
#include "catch.hpp"

using aidnet::ledger::fold;

TEST_CASE("fold: width and case") {
  CHECK(fold("２１０２０２") == "210202");
  CHECK(fold("ＤａＬｉａｎ　！～") == "dalian !~");  // U+FF01 and U+FF5E, the ends of the range
  CHECK(fold("Du'an GARZÊ Þ") == "du'an garzê þ");
  CHECK(fold("× ÷ ß ÿ µ") == "× ÷ ß ÿ µ");  // no case, or none within Latin-1
  CHECK(fold("Ā Я Ω") == "Ā Я Ω");          // beyond Latin-1
  CHECK(fold("ﾀﾞｲﾚﾝ") == "ﾀﾞｲﾚﾝ");          // half-width katakana stay
  CHECK(fold("台江縣") == "台江縣");        // scripts are the caller's
}

TEST_CASE("fold: spaces") {
  CHECK(fold("  Jinan \t\n City　") == "jinan city");
  CHECK(fold("a\u00A0\u2009b") == "a b");
  CHECK(fold("　 \t").empty());
  CHECK(fold("").empty());
  CHECK(fold("中 山") == "中 山");  // a space within counts
}

TEST_CASE("fold: marks, quotes and dashes have one form each") {
  for (const char* mark : {"·", "・", "•", "‧", "⋅", "･"})
    CHECK(fold(std::string("a") + mark + "b") == "a·b");
  for (const char* quote : {"‘", "’", "‚", "‛", "ʼ", "＇", "'", "『", "』"})
    CHECK(fold(quote) == "'");
  for (const char* quote : {"“", "”", "„", "‟", "＂", "\"", "「", "」"}) CHECK(fold(quote) == "\"");
  for (const char* dash : {"‐", "‑", "‒", "–", "—", "―", "−", "－", "-"}) CHECK(fold(dash) == "-");
  CHECK(fold("「星火计划」") == fold("“星火计划”"));
  CHECK(fold("上海—云南职教联盟") == fold("上海－云南职教联盟"));
}

TEST_CASE("fold: twice is once, and any bytes are kept") {
  for (const char* name : {"ＡＢ　Ｃ", "“Spark Plan”", "Ü・ｘ", " a  b "})
    CHECK(fold(fold(name)) == fold(name));
  CHECK(fold("A\xFF\xC3") == "a\xFF\xC3");
  CHECK(fold("\xED\xA0\x80") == "\xED\xA0\x80");  // a surrogate
  CHECK(fold("𠮷A") == "𠮷a");                    // beyond the basic plane
}
