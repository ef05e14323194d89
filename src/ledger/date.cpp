#include "aidnet/ledger/date.hpp"

#include <chrono>

namespace aidnet::inline AIDNET_ABI::ledger {
namespace {

std::int32_t days(std::chrono::sys_days day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

/// Two or four digits at the front of `text`, which it loses; -1 where they are not there.
int take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int number = 0;
  for (std::size_t k = 0; k < count; ++k) {
    if (text[k] < '0' || text[k] > '9') return -1;
    number = number * 10 + (text[k] - '0');
  }
  text.remove_prefix(count);
  return number;
}

/// The part behind a hyphen; 0 at the end of the text, -1 for anything else.
int take_part(std::string_view& text) {
  if (text.empty()) return 0;
  if (text.front() != '-') return -1;
  text.remove_prefix(1);
  const int number = take_digits(text, 2);
  return number == 0 ? -1 : number;
}

}  // namespace

std::int32_t Date::first_day() const noexcept {
  if (blank()) return no_first_day;
  using namespace std::chrono;
  return days(
      sys_days(std::chrono::year(year) / (month == 0 ? 1u : month) / (day == 0 ? 1u : day)));
}

std::int32_t Date::last_day() const noexcept {
  if (blank()) return no_last_day;
  using namespace std::chrono;
  const std::chrono::year y(year);
  if (month == 0) return days(sys_days(y / December / 31));
  if (day == 0) return days(sys_days(y / std::chrono::month(month) / last));
  return days(sys_days(y / std::chrono::month(month) / std::chrono::day(day)));
}

std::optional<Date> Date::parse(std::string_view text) noexcept {
  const int year = take_digits(text, 4);
  if (year < 1) return std::nullopt;
  const int month = take_part(text);
  if (month < 0 || month > 12) return std::nullopt;
  const int day = take_part(text);
  if (day < 0 || !text.empty()) return std::nullopt;
  const Date date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                  static_cast<std::uint8_t>(day)};
  if (day > 0 && !(std::chrono::year(year) / month / day).ok()) return std::nullopt;
  return date;
}

std::string Date::to_string() const {
  if (blank()) return "";
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  std::string text = padded(year, 4);
  if (month != 0) text.append("-").append(padded(month, 2));
  if (day != 0) text.append("-").append(padded(day, 2));
  return text;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger
