#include "aidnet/ledger/date.hpp"

#include "catch.hpp"

using aidnet::ledger::Date;
using aidnet::ledger::no_first_day;
using aidnet::ledger::no_last_day;

namespace {

Date date(std::string_view text) {
  const auto parsed = Date::parse(text);
  REQUIRE(parsed.has_value());
  return *parsed;
}

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

}  // namespace

TEST_CASE("date: a year, a month, a day keep their precision") {
  CHECK(date("2018") == Date{2018, 0, 0});
  CHECK(date("2018-06") == Date{2018, 6, 0});
  CHECK(date("2018-06-30") == Date{2018, 6, 30});
  CHECK(date("0001") == Date{1, 0, 0});
  CHECK(date("9999-12-31") == Date{9999, 12, 31});
  CHECK(date("2018") != date("2018-01"));
  CHECK(date("2018-01") != date("2018-01-01"));
}

TEST_CASE("date: other texts are none") {
  for (const char* text :
       {"",           " ",           "2018 ",         " 2018",      "2018-",      "2018-6",
        "2018-06-",   "2018-06-3",   "2018-06-030",   "2018-6-30",  "18",         "018",
        "20180",      "20180630",    "2018/06",       "2018-0630",  "201-06",     "-2018",
        "+2018",      "0000",        "0000-01",       "2018-00",    "2018-13",    "2018-99",
        "2018-06-00", "2018-06-31",  "2018-02-29",    "2018-02-30", "1900-02-29", "2018-06-32",
        "2018-W01",   "2018-06-30Z", "2018-06-30T00", "２０１８",   "2018年",     "two",
        "2018-0a",    "20a8"})
    CHECK_FALSE(Date::parse(text).has_value());
  CHECK_FALSE(Date::parse(std::string_view("2018\0", 5)).has_value());
  CHECK(Date::parse("2000-02-29").has_value());
  CHECK(Date::parse("2020-02-29").has_value());
}

TEST_CASE("date: first and last day by the calendar's own rules") {
  // Counted by hand: 1970-01-01 is day 0; 2000-03-01 is 10957 + 31 + 29 days later.
  CHECK(date("1970").first_day() == 0);
  CHECK(date("1970").last_day() == 364);
  CHECK(date("1970-01").last_day() == 30);
  CHECK(date("1969-12-31").first_day() == -1);
  CHECK(date("2000-03-01").first_day() == 10957 + 31 + 29);
  CHECK(date("2018-06").first_day() == 17683);
  CHECK(date("2018-06").last_day() == 17712);
  CHECK(date("2018-06-30").first_day() == 17712);
  CHECK(date("2018-06-30").last_day() == 17712);
  CHECK(date("2020-02").last_day() - date("2020-02").first_day() == 28);
}

TEST_CASE("date: every day from 0001 to 9999 in turn, written and read") {
  std::int32_t day = date("0001").first_day();
  for (int year = 1; year <= 9999; ++year) {
    const Date whole{static_cast<std::int16_t>(year), 0, 0};
    bool right = whole.first_day() == day;
    for (int month = 1; month <= 12; ++month) {
      const Date m{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), 0};
      right = right && m.first_day() == day;
      // A few years day by day; the ends of the others.
      const bool all = year == 1 || year == 1900 || year == 2000 || year == 2018 || year == 9999;
      for (int d = 1; d <= days_in(year, month); ++d, ++day) {
        if (!all && d > 1 && d < days_in(year, month)) continue;
        const Date one{m.year, m.month, static_cast<std::uint8_t>(d)};
        right = right && one.first_day() == day && one.last_day() == day &&
                Date::parse(one.to_string()) == one;
      }
      right = right && m.last_day() == day - 1 && Date::parse(m.to_string()) == m;
    }
    right = right && whole.last_day() == day - 1 && Date::parse(whole.to_string()) == whole;
    if (!right) FAIL("the year " << year);
  }
}

TEST_CASE("date: blank is without bounds") {
  const Date blank;
  CHECK(blank.blank());
  CHECK(blank.to_string().empty());
  CHECK(blank.first_day() == no_first_day);
  CHECK(blank.last_day() == no_last_day);
  CHECK_FALSE(date("0001").blank());
}

TEST_CASE("date: is written with all its digits") {
  CHECK(Date{1, 0, 0}.to_string() == "0001");
  CHECK(Date{42, 3, 0}.to_string() == "0042-03");
  CHECK(Date{999, 12, 5}.to_string() == "0999-12-05");
}
