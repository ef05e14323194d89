#include "aidnet/ledger/decimal.hpp"

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "aidnet/core/error.hpp"
#include "catch.hpp"

using aidnet::SizeError;
using aidnet::ledger::Decimal;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Decimal read(std::string_view text) { return Decimal::parse(text).value(); }

}  // namespace

TEST_CASE("decimal has no trailing zeros behind the point") {
  CHECK(Decimal(1500, 2) == Decimal(15));
  CHECK(Decimal(1500, 2).scale() == 0);
  CHECK(Decimal(1505, 2).digits() == 1505);
  CHECK(Decimal(0, 18) == Decimal());
  CHECK(Decimal(1500).digits() == 1500);  // those before it belong to the number
}

TEST_CASE("decimal refuses what 64 bits do not hold") {
  CHECK(Decimal(most).digits() == most);
  CHECK(Decimal(1, 18).scale() == 18);
  CHECK_THROWS_AS(Decimal(least), SizeError);  // an empty cell in a column
  CHECK_THROWS_AS(Decimal(1, 19), SizeError);
  CHECK_THROWS_AS(Decimal(1, -1), SizeError);
  CHECK(Decimal(10, 19) == Decimal(1, 18));
}

TEST_CASE("decimal reads plain decimals") {
  CHECK(read("0") == Decimal());
  CHECK(read("12") == Decimal(12));
  CHECK(read("-0.5") == Decimal(-5, 1));
  CHECK(read("14978.06") == Decimal(1497806, 2));
  CHECK(read("007") == Decimal(7));
  CHECK(read("1.50") == Decimal(15, 1));
  CHECK(read("0." + std::string(17, '0') + "1") == Decimal(1, 18));
  CHECK(read("1." + std::string(50, '0')) == Decimal(1));
  CHECK(read("-0") == Decimal());
  CHECK(read("9223372036854775807") == Decimal(most));
  CHECK(read("-9223372036854775807") == Decimal(-most));
}

TEST_CASE("decimal reads nothing else") {
  for (const char* text :
       {"", "-", "+1", "1.", ".5", "1e3", "1,000", " 1", "1 ", "0x1", "1.2.3", "--1", "１", "nan"})
    CHECK_FALSE(Decimal::parse(text).has_value());
  CHECK_FALSE(Decimal::parse("9223372036854775808").has_value());
  CHECK_FALSE(Decimal::parse("-9223372036854775808").has_value());
  CHECK_FALSE(Decimal::parse("0." + std::string(18, '0') + "1").has_value());
  CHECK_FALSE(Decimal::parse("10.000000000000000001").has_value());  // 20 digits
  CHECK_FALSE(Decimal::parse(std::string(100'000, '9')).has_value());
  CHECK_FALSE(Decimal::parse(std::string_view("1\0", 2)).has_value());
}

TEST_CASE("decimal in units of a currency") {
  CHECK(read("12.5").in_units(2) == 1250);
  CHECK(read("12.5").in_units(1) == 125);
  CHECK_FALSE(read("12.5").in_units(0).has_value());  // finer than asked for
  CHECK(read("-3").in_units(2) == -300);
  CHECK(Decimal().in_units(18) == 0);
  CHECK_FALSE(Decimal().in_units(19).has_value());
  CHECK_FALSE(Decimal(most).in_units(1).has_value());
}

TEST_CASE("decimal sums and products are exact or nothing") {
  CHECK(Decimal::sum(read("0.1"), read("0.2")) == read("0.3"));
  CHECK(Decimal::sum(read("0.5"), read("0.5")) == Decimal(1));
  CHECK(Decimal::product(read("1.3"), Decimal(10'000)) == Decimal(13'000));
  CHECK(Decimal::product(read("-0.5"), read("0.2")) == read("-0.1"));
  CHECK(Decimal::product(Decimal(1, 18), Decimal(0)) == Decimal());
  CHECK(Decimal::sum(Decimal(most), Decimal(-1)) == Decimal(most - 1));
  CHECK_FALSE(Decimal::sum(Decimal(most), Decimal(1)).has_value());
  CHECK_FALSE(Decimal::sum(Decimal(-most), Decimal(-1)).has_value());
  CHECK_FALSE(Decimal::sum(Decimal(most), Decimal(1, 1)).has_value());  // 20 digits
  CHECK_FALSE(Decimal::product(Decimal(most), Decimal(2)).has_value());
  CHECK_FALSE(Decimal::product(Decimal(1, 10), Decimal(1, 9)).has_value());
}

TEST_CASE("decimal compares by value, whatever the scales") {
  CHECK(read("1.5") < Decimal(2));
  CHECK(read("-1.5") < read("-1.49"));
  CHECK(Decimal(most) > Decimal(most, 18));
  CHECK(Decimal(-most) < Decimal(1, 18));
  CHECK(read("2.50") <= read("2.5"));
  CHECK((read("0.1") <=> read("0.10")) == std::strong_ordering::equal);
}

TEST_CASE("decimal as the nearest double") {
  CHECK(read("0.1").to_double() == 0.1);
  CHECK(read("-14978.06").to_double() == -14978.06);
  CHECK(Decimal(most).to_double() == 9223372036854775808.0);
  CHECK(Decimal(1, 18).to_double() == 1e-18);
}

TEST_CASE("decimal writes what it reads") {
  CHECK(Decimal(5, 3).to_string() == "0.005");
  CHECK(Decimal(-5, 1).to_string() == "-0.5");
  CHECK(Decimal(-most, 18).to_string() == "-9.223372036854775807");
  std::mt19937_64 rng(2);
  for (int round = 0; round < 20'000; ++round) {
    const auto digits = static_cast<std::int64_t>(rng() >> (1 + rng() % 62));
    const Decimal number(rng() % 2 == 0 ? digits : -digits, static_cast<int>(rng() % 19));
    if (Decimal::parse(number.to_string()) != number) FAIL(number.to_string());
  }
}
