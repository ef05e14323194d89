// What holds of parse_quantity for numbers and bytes that nobody chose.

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/core/error.hpp"
#include "aidnet/ledger/quantity.hpp"
#include "catch.hpp"
#include "rounds.hpp"

using aidnet::ValidationError;
using aidnet::ledger::Decimal;
using aidnet::ledger::parse_quantity;
using aidnet::ledger::Qualifier;
using aidnet::ledger::Quantity;
using testing_support::lessened;
using testing_support::rounds;

namespace {

// ---- an independent writer ---------------------------------------------------------------------

using Signs = std::array<const char*, 10>;

struct Script {
  Signs digits;
  std::array<const char*, 4> places;  // 1, 10, 100, 1000
  std::array<const char*, 5> groups;  // 10^0, 10^4, …
};

constexpr Script simplified{{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                            {"", "十", "百", "千"},
                            {"", "万", "亿", "万亿", ""}};
constexpr Script traditional{{"〇", "一", "兩", "三", "四", "五", "六", "七", "八", "九"},
                             {"", "十", "百", "千"},
                             {"", "萬", "億", "萬億", ""}};
constexpr Script financial{{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
                           {"", "拾", "佰", "仟"},
                           {"", "万", "亿", "万亿", ""}};

/// In Chinese, digit by digit from the greatest place: below 10^12.
std::string in_chinese(std::int64_t number, const Script& script) {
  if (number == 0) return script.digits[0];
  const std::string digits = std::to_string(number);
  std::string text;
  bool gap = false;
  bool group_filled = false;
  for (std::size_t k = 0; k < digits.size(); ++k) {
    const std::size_t place = digits.size() - 1 - k;
    const auto digit = static_cast<std::size_t>(digits[k] - '0');
    if (digit == 0) {
      gap = true;
    } else {
      if (gap) text += script.digits[0];
      gap = false;
      text += script.digits[digit];
      text += script.places[place % 4];
      group_filled = true;
    }
    if (place % 4 == 0 && group_filled) {
      text += script.groups[place / 4];
      group_filled = false;
    }
  }
  return text;
}

/// Printable ASCII in full width.
std::string in_full_width(std::string_view text) {
  std::string wide;
  for (const char c : text) {
    if (c == ' ') {
      wide += "\xE3\x80\x80";
    } else if (c > ' ' && c < '\x7F') {
      const int code = 0xFEE0 + c;
      wide += static_cast<char>(0xE0 | code >> 12);
      wide += static_cast<char>(0x80 | (code >> 6 & 0x3F));
      wide += static_cast<char>(0x80 | (code & 0x3F));
    } else {
      wide += c;
    }
  }
  return wide;
}

std::string with_separators(const std::string& digits) {
  std::string text;
  for (std::size_t k = 0; k < digits.size(); ++k) {
    if (k > 0 && (digits.size() - k) % 3 == 0) text += ',';
    text += digits[k];
  }
  return text;
}

/// Of any number of digits up to `most`, with many zeros among them.
std::int64_t random_number(std::mt19937_64& rng, int most) {
  const int count = 1 + static_cast<int>(rng() % static_cast<std::uint64_t>(most));
  std::int64_t number = 0;
  for (int k = 0; k < count; ++k)
    number = number * 10 + (rng() % 2 == 0 ? 0 : static_cast<std::int64_t>(rng() % 10));
  return number;
}

Quantity exactly(const Decimal& number, const char* unit) {
  return {number, number, number, Qualifier::exact, unit};
}

// ---- what every answer keeps -------------------------------------------------------------------

bool sound(const Quantity& quantity) {
  const auto& [value, lower, upper, qualifier, unit] = quantity;
  if (value.has_value() == (qualifier == Qualifier::range)) return false;
  if (lower && upper && *lower > *upper) return false;
  if (value && lower && *value != *lower) return false;
  switch (qualifier) {
    case Qualifier::exact:
      return lower && upper && *lower == *upper;
    case Qualifier::over:
      return lower && upper && *lower < *upper;
    case Qualifier::range:
      return lower && upper;
    case Qualifier::about:
      return !lower && !upper;
    case Qualifier::at_least:
      return lower && !upper;
    case Qualifier::nearly:
    case Qualifier::at_most:
      return !lower && upper == value;
    default:
      return false;
  }
}

/// Whether the text is read; fails where it is neither read nor refused as it should be.
bool is_read(std::string_view text) {
  try {
    const Quantity quantity = parse_quantity(text);
    if (!sound(quantity)) FAIL("an unsound answer to " << text);
    return true;
  } catch (const ValidationError& error) {
    const std::string_view message = error.what();
    if (message.find("reading stopped at character ") == std::string_view::npos) FAIL(message);
    return false;
  }
}

const std::vector<std::string> forms{
    "共约260.5万元",      "270餘萬元", "２０００元",
    "近4000名",           "1.3万余名", "超过18亿",
    "14978.06平方米",     "数十万人",  "3至5万元",
    "七八十人",           "十几万",    "百分之三十",
    "叁仟贰佰元",         "半年多",    "二〇一八",
    "20家贫困县企业",     "三点五亿",  "more than 3.2 million yuan",
    "twenty-five people", "US$3-5bn",  "between 1,000 and 2,000 schools",
};

}  // namespace

TEST_CASE("quantity: a number is the same in all its writings") {
  std::mt19937_64 rng(3);
  for (int round = 0; round < 5'000; ++round) {
    const std::int64_t number = random_number(rng, 12);
    const std::string digits = std::to_string(number);
    const Quantity wanted = exactly(Decimal(number), "person");
    for (const std::string& text :
         {digits, in_full_width(digits), with_separators(digits),
          in_full_width(with_separators(digits)), in_chinese(number, simplified),
          in_chinese(number, traditional), in_chinese(number, financial)})
      if (parse_quantity(text + "人") != wanted) FAIL(number << " written as " << text);
  }
}

TEST_CASE("quantity: decimals with 万 and 亿, in digits and in Chinese") {
  std::mt19937_64 rng(4);
  for (int round = 0; round < 5'000; ++round) {
    const std::int64_t whole = random_number(rng, 4);
    const std::string behind = std::to_string(1 + rng() % 9'999);
    const std::string digits = std::to_string(whole) + "." + behind;
    std::string chinese = in_chinese(whole, simplified) + "点";
    for (const char digit : behind)
      chinese += simplified.digits[static_cast<std::size_t>(digit - '0')];
    for (const auto& [sign, factor] : {std::pair{"", 1}, {"万", 10'000}, {"億", 100'000'000}}) {
      const Quantity wanted =
          exactly(Decimal::product(Decimal::parse(digits).value(), Decimal(factor)).value(), "CNY");
      for (const std::string& text : {digits, in_full_width(digits), chinese})
        if (parse_quantity(text + sign + "元") != wanted) FAIL(text << sign);
    }
  }
}

TEST_CASE("quantity: 余 adds the last place, wherever it stands") {
  std::mt19937_64 rng(5);
  for (int round = 0; round < 5'000; ++round) {
    const std::int64_t head = 1 + static_cast<std::int64_t>(rng() % 9);
    std::int64_t place = 1;
    for (std::uint64_t k = rng() % 8; k > 0; --k) place *= 10;
    const std::int64_t higher = random_number(rng, 4) * 10 * place;  // digits before the last one
    const std::int64_t number = higher + head * place;
    const std::string digits = std::to_string(number);
    const auto wanted = [](std::int64_t lower, std::int64_t u) {
      return Quantity{Decimal(lower), Decimal(lower), Decimal(lower + u), Qualifier::over, ""};
    };
    for (const std::string& text : {digits, in_chinese(number, simplified)})
      if (parse_quantity(text + "余") != wanted(number, place)) FAIL(text);
    for (const char* behind : {"多万", "万多"})
      if (parse_quantity(digits + behind) != wanted(number * 10'000, place * 10'000))
        FAIL(digits << behind);
  }
}

TEST_CASE("quantity: beginnings, ends and wrong bytes are read or refused") {
  for (const std::string& form : forms) {
    CAPTURE(form);
    CHECK(is_read(form));
    CHECK(parse_quantity(form) == parse_quantity(in_full_width(form)));
    for (std::size_t k = 0; k < form.size(); ++k) {
      is_read(std::string_view(form).substr(0, k));
      is_read(std::string_view(form).substr(k));
      std::string wrong = form;
      for (int byte = 0; byte < 256; ++byte) {
        wrong[k] = static_cast<char>(byte);
        is_read(wrong);
      }
    }
  }
}

TEST_CASE("quantity: only UTF-8 is read") {
  for (const char* bytes : {"\x80", "\xC0\xB1", "\xE4\xB8", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                            "\xF4\x90\x80\x80", "\xFF", "\xE4\xB8\xFF", "\xC3("}) {
    CHECK_THROWS_WITH(parse_quantity("1" + std::string(bytes)), ContainsSubstring("valid UTF-8"));
    CHECK_THROWS_WITH(parse_quantity(bytes + std::string("1人")), ContainsSubstring("character 0"));
  }
  CHECK_FALSE(is_read(std::string_view("1\0人", 5)));
  CHECK_FALSE(is_read("1\xF0\x9F\x98\x80"));  // valid, but no unit
}

TEST_CASE("quantity: words in any order are read or refused") {
  const std::vector<std::string> words{
      "共",      "约",       "近",        "超过",     "不超过", "上",     "余",  "多",    "几",
      "数",      "来",       "以上",      "左右",     "至",     "-",      "~",   "to",    "and",
      "from ",   "between ", "over ",     "a ",       "1",      "25",     "3.5", "1,000", "一",
      "两",      "三",       "五",        "零",       "〇",     "十",     "廿",  "百",    "千",
      "万",      "亿",       "点",        "百分之",   "%",      "半",     "年",  "元",    "美元",
      "US$",     "USD ",     "人",        "名教师",   "个",     "家企业", "所",  " ",     "five ",
      "twenty ", "hundred ", "thousand ", "million ", "m",      "+",      "国家"};
  std::mt19937_64 rng(6);
  int read = 0;
  for (int round = 0; round < rounds(100'000); ++round) {
    std::string text;
    for (std::uint64_t k = 1 + rng() % 7; k > 0; --k) text += words[rng() % words.size()];
    if (!is_read(text)) continue;
    ++read;
    if (parse_quantity(text) != parse_quantity(in_full_width(text))) FAIL(text);
  }
  CHECK(read > lessened(1'000));
}

TEST_CASE("quantity: long texts take no longer than they are long") {
  for (const char* piece :
       {"1",    "1,",       "000,", "一",       "零",  "十",     "万", "亿",  "数",  "共", "约",
        "余",   "-",        "~",    "个",       "好",  "国家",   "人", "五",  " ",   "　", "a ",
        "one ", "hundred ", "and ", "million ", "US$", "百分之", ".",  "3至", "\xFF"})
    for (const char* begin : {"", "1", "12个", "三"}) {
      std::string text = begin;
      while (text.size() < 100'000) text += piece;
      is_read(text);
    }
  CHECK(is_read("12个" + std::string(30'000, ' ') + "好"));
}
