#include "aidnet/ledger/quantity.hpp"

#include <string>
#include <string_view>

#include "aidnet/core/error.hpp"
#include "catch.hpp"

using aidnet::ValidationError;
using aidnet::ledger::name_of;
using aidnet::ledger::parse_quantity;
using aidnet::ledger::Quantity;

namespace {

/// The answer on one line: qualifier, value, lower and upper (- where blank), unit.
std::string answer(std::string_view text) {
  const Quantity quantity = parse_quantity(text);
  std::string line(name_of(quantity.qualifier));
  for (const auto& number : {quantity.value, quantity.lower, quantity.upper})
    line += " " + (number ? number->to_string() : "-");
  return quantity.unit.empty() ? line : line + " " + quantity.unit;
}

/// The answer to a text without qualifiers: value and unit.
std::string exact(std::string_view text) {
  const Quantity quantity = parse_quantity(text);
  CHECK(quantity.qualifier == aidnet::ledger::Qualifier::exact);
  CHECK(quantity.lower == quantity.value);
  CHECK(quantity.upper == quantity.value);
  const std::string value = quantity.value.value().to_string();
  return quantity.unit.empty() ? value : value + " " + quantity.unit;
}

std::string message(std::string_view text) {
  try {
    return "no error, but " + answer(text);
  } catch (const ValidationError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("quantity: digits, in every width") {
  CHECK(exact("0") == "0");
  CHECK(exact("14978.06平方米") == "14978.06 m2");
  CHECK(exact("２０００元") == "2000 CNY");
  CHECK(exact("1,234,567.5") == "1234567.5");
  CHECK(exact("１，２３４．５万元") == "12345000 CNY");
  CHECK(exact("  12　人 ") == "12 person");
}

TEST_CASE("quantity: Chinese numerals") {
  CHECK(exact("十") == "10");
  CHECK(exact("十五人") == "15 person");
  CHECK(exact("一百十五") == "115");
  CHECK(exact("一百零五") == "105");
  CHECK(exact("一千〇五十") == "1050");
  CHECK(exact("廿五") == "25");
  CHECK(exact("卅") == "30");
  CHECK(exact("兩萬三千") == "23000");
  CHECK(exact("一万零五百") == "10500");
  CHECK(exact("一万二千亿") == "1200000000000");  // 12 000 times 10^8
  CHECK(exact("三亿零二十万零一") == "300200001");
  CHECK(exact("叁仟贰佰壹拾元") == "3210 CNY");
  CHECK(exact("陸佰柒拾萬") == "6700000");
  CHECK(exact("二〇一八") == "2018");
  CHECK(exact("三点五万") == "35000");
  CHECK(exact("十二點零五億元") == "1205000000 CNY");
  CHECK(exact("零点五") == "0.5");
  CHECK(exact("百万元") == "1000000 CNY");
}

TEST_CASE("quantity: digits with Chinese places") {
  CHECK(exact("260.5万元") == "2605000 CNY");
  CHECK(exact("5千元") == "5000 CNY");
  CHECK(exact("3百万") == "3000000");
  CHECK(exact("2亿3000万") == "230000000");
  CHECK(exact("1万亿") == "1000000000000");
  CHECK(exact("3千5百人") == "3500 person");
  CHECK(exact("1万5000元") == "15000 CNY");
  CHECK(exact("5千米") == "5 km");  // and not 5000 of something
  CHECK(exact("3千克") == "3 kg");
}

TEST_CASE("quantity: English numerals") {
  CHECK(exact("two schools") == "2 school");
  CHECK(exact("Twenty-Five people") == "25 person");
  CHECK(exact("a hundred students") == "100 person");
  CHECK(exact("two hundred and fifty thousand dollars") == "250000 USD");
  CHECK(exact("one million two hundred thousand") == "1200000");
  CHECK(exact("3.2 million yuan") == "3200000 CNY");
  CHECK(exact("3 hundred thousand") == "300000");
  CHECK(exact("US$3m") == "3000000 USD");
  CHECK(exact("10bn RMB") == "10000000000 CNY");
  CHECK(exact("5k") == "5000");
  CHECK(exact("5 km") == "5 km");
  CHECK(exact("5 m2") == "5 m2");
  CHECK(exact("5m²") == "5 m2");
  CHECK(exact("a total of 12 courses") == "12 course");
}

TEST_CASE("quantity: 余, 多, 几, 来 add the place value of the last digit") {
  CHECK(answer("270餘萬元") == "over 2700000 2700000 2800000 CNY");
  CHECK(answer("270万余元") == "over 2700000 2700000 2800000 CNY");
  CHECK(answer("1.3万余名") == "over 13000 13000 14000 person");
  CHECK(answer("1万余名") == "over 10000 10000 20000 person");
  CHECK(answer("100多所") == "over 100 100 200 school");
  CHECK(answer("578余人") == "over 578 578 579 person");
  CHECK(answer("十余") == "over 10 10 20");
  CHECK(answer("百余名") == "over 100 100 200 person");
  CHECK(answer("十几万元") == "over 100000 100000 200000 CNY");
  CHECK(answer("二十來個") == "over 20 20 30");
  CHECK(answer("2亿3000万余元") == "over 230000000 230000000 240000000 CNY");
  CHECK(answer("1.25亿余") == "over 125000000 125000000 126000000");
  CHECK(answer("1.50万余") == "over 15000 15000 16000");
  CHECK(answer("三百五十余") == "over 350 350 360");
  CHECK(answer("一百零五余") == "over 105 105 106");
  CHECK(answer("0.5余") == "over 0.5 0.5 0.6");
  CHECK(answer("3年多") == "over 3 3 4 year");
  CHECK(answer("10多年") == "over 10 10 20 year");
  CHECK(answer("半年多") == "over 0.5 0.5 0.6 year");
}

TEST_CASE("quantity: the other qualifiers") {
  CHECK(answer("共约100万元") == "about 1000000 - - CNY");
  CHECK(answer("约100人左右") == "about 100 - - person");
  CHECK(answer("approx. 30 teachers") == "about 30 - - person");
  CHECK(answer("～100") == "about 100 - -");
  CHECK(answer("超过18亿") == "at_least 1800000000 1800000000 -");
  CHECK(answer("上百名") == "at_least 100 100 - person");
  CHECK(answer("上万人") == "at_least 10000 10000 - person");
  CHECK(answer("5千元以上") == "at_least 5000 5000 - CNY");
  CHECK(answer("100+ people") == "at_least 100 100 - person");
  CHECK(answer("no fewer than 10 schools") == "at_least 10 10 - school");
  CHECK(answer("more than 3.2 million yuan") == "at_least 3200000 3200000 - CNY");
  CHECK(answer("近4000名") == "nearly 4000 - 4000 person");
  CHECK(answer("几近百人") == "nearly 100 - 100 person");
  CHECK(answer("less than 5%") == "nearly 5 - 5 percent");
  CHECK(answer("不超过3天") == "at_most 3 - 3 day");
  CHECK(answer("100万元以内") == "at_most 1000000 - 1000000 CNY");
  CHECK(answer("no more than 5") == "at_most 5 - 5");
}

TEST_CASE("quantity: two qualifiers go together only with 余") {
  CHECK(answer("约100余名") == "over 100 100 200 person");
  CHECK(answer("超过100多所") == "over 100 100 200 school");
  for (const char* text : {"近约100", "近100余", "不超过100多", "约3至5", "超过数十", "约100以上",
                           "超过约100余", "七八十余", "3至约5", "近几百", "数十万左右"})
    CHECK_THAT(message(text), ContainsSubstring("one qualifier, not two that differ"));
}

TEST_CASE("quantity: ranges") {
  CHECK(answer("3至5万元") == "range - 30000 50000 CNY");
  CHECK(answer("3万至5万元") == "range - 30000 50000 CNY");
  CHECK(answer("3元至5万元") == "range - 3 50000 CNY");
  CHECK(answer("5千至1万元") == "range - 5000 10000 CNY");
  CHECK(answer("三至五百万") == "range - 3000000 5000000");
  CHECK(answer("三百至五百万") == "range - 3000000 5000000");
  CHECK(answer("二十到二十五人") == "range - 20 25 person");
  CHECK(answer("3人～5人") == "range - 3 5 person");
  CHECK(answer("3–5%") == "range - 3 5 percent");
  CHECK(answer("百分之三至五") == "range - 3 5 percent");
  CHECK(answer("$3-5 million") == "range - 3000000 5000000 USD");
  CHECK(answer("from 3 to 5 years") == "range - 3 5 year");
  CHECK(answer("between two hundred and three hundred") == "range - 200 300");
  CHECK(answer("two to five thousand") == "range - 2000 5000");
  CHECK(answer("3至3人") == "range - 3 3 person");
  CHECK(answer("3个国家至5个国家") == "range - 3 5");
  for (const char* text : {"5至3人", "500至1万元", "3元至5人", "3人至5", "2至2亿3000万", "3至",
                           "between 3 to 5", "from 3 and 5", "三至七八十", "1-2-3"})
    CHECK_THROWS_AS(parse_quantity(text), ValidationError);
}

TEST_CASE("quantity: numerals that are ranges") {
  CHECK(answer("数十万") == "range - 200000 1000000");
  CHECK(answer("幾百") == "range - 200 1000");
  CHECK(answer("数名") == "range - 2 10 person");
  CHECK(answer("几个") == "range - 2 10");
  CHECK(answer("七八十人") == "range - 70 80 person");
  CHECK(answer("两三百") == "range - 200 300");
  CHECK(answer("三五百") == "range - 300 500");
  CHECK(answer("五六万元") == "range - 50000 60000 CNY");
  CHECK(answer("十七八个") == "range - 17 18");
  CHECK(answer("一百七八十人") == "range - 170 180 person");
  for (const char* text : {"数", "几", "七八", "八七十", "五八百", "二五十"})
    CHECK_THROWS_AS(parse_quantity(text), ValidationError);
}

TEST_CASE("quantity: units and the nouns behind them") {
  CHECK(exact("人民币300万元") == "3000000 CNY");
  CHECK(exact("300万元人民币") == "3000000 CNY");
  CHECK(exact("usd 3 million") == "3000000 USD");
  CHECK(exact("3 million CHF") == "3000000 CHF");
  CHECK(exact("HK$5") == "5 HKD");
  CHECK(exact("5日元") == "5 JPY");
  CHECK(exact("5日") == "5 day");
  CHECK(exact("213人次") == "213 person_time");
  CHECK(exact("两个人") == "2 person");
  CHECK(exact("3个月") == "3 month");
  CHECK(exact("13个专业") == "13 major");
  CHECK(exact("45个教学班") == "45 class");
  CHECK(exact("6批次") == "6 batch");
  CHECK(exact("98.46％") == "98.46 percent");
  CHECK(exact("百分之三十") == "30 percent");
  CHECK(exact("半天") == "0.5 day");
  CHECK(exact("20家企业") == "20");
  CHECK(exact("7个项目") == "7");
  CHECK(exact("3个贫困县区") == "3");
  CHECK(exact("100名教师") == "100 person");
  CHECK(exact("500万尾") == "5000000");
  CHECK(exact("8169平方公裡") == "8169 km2");
  for (const char* text : {"12苹果", "12名苹果", "12名学校", "3个苹果5", "¥5美元", "$5人", "5元元",
                           "百分之5%", "3年半", "半月", "3个多余"})
    CHECK_THROWS_AS(parse_quantity(text), ValidationError);
}

TEST_CASE("quantity says where reading stopped, and what it expected") {
  CHECK(message("") ==
        "quantity \"\": reading stopped at character 0 (the end): expected a quantity");
  CHECK(
      message("１２苹果") ==
      "quantity \"１２苹果\": reading stopped at character 2: expected a unit, a qualifier or the "
      "end");
  CHECK(message("共-5") ==
        "quantity \"共-5\": reading stopped at character 1: expected a numeral, and none that is "
        "negative");
  CHECK_THAT(message(" 　"), ContainsSubstring("expected a quantity"));
  CHECK_THAT(message("abc"), ContainsSubstring("character 0: expected a numeral"));
  CHECK_THAT(message("近约100"), ContainsSubstring("character 1: expected one qualifier"));
  CHECK_THAT(message("超过"), ContainsSubstring("character 2 (the end): expected a numeral"));
  CHECK_THAT(message("12,34"), ContainsSubstring("character 2: expected groups of three digits"));
  CHECK_THAT(message("1234,567"), ContainsSubstring("character 4: expected groups of three"));
  CHECK_THAT(message("1.2.3万"), ContainsSubstring("character 3: expected a unit"));
  CHECK_THAT(message("万"), ContainsSubstring("character 0: expected a digit in front of 万"));
  CHECK_THAT(message("三百五"), ContainsSubstring("character 2: expected a digit with its place"));
  CHECK_THAT(message("1万5"), ContainsSubstring("character 2: expected a digit with its place"));
  CHECK_THAT(message("十百"), ContainsSubstring("character 1: expected a unit"));
  CHECK_THAT(message("二百三百"), ContainsSubstring("expected smaller places"));
  CHECK_THAT(message("一百零"), ContainsSubstring("expected a digit behind 零"));
  CHECK_THAT(message("半所"), ContainsSubstring("character 1: expected 年, 天 or 个月"));
  CHECK_THAT(message("0余人"), ContainsSubstring("expected more than 0"));
  CHECK_THAT(message("9223372036854775808"), ContainsSubstring("fits 64 bits"));
  CHECK_THAT(message("9223372036854775807余"), ContainsSubstring("fits 64 bits"));
  CHECK_THAT(message("一百万亿亿"), ContainsSubstring("expected a unit"));
  CHECK_THAT(
      message("1\xFF"),
      ContainsSubstring("\"1\xEF\xBF\xBD\": reading stopped at character 1: expected valid"));
  // What a message cannot hold is quoted as U+FFFD.
  CHECK_THAT(message(std::string_view("1\0人", 5)), ContainsSubstring("\"1\xEF\xBF\xBD人\": "));
  CHECK(message(std::string(1'000, 'x')).size() < 150);
}
