// What is told of a cell that cannot be read: what was expected, and a proposal where the text can
// be understood all the same.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "aidnet/ledger/quantity.hpp"
#include "core/text_detail.hpp"
#include "readers_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

/// The plain number that a text means, with separators, full-width or Chinese numerals, or with an
/// exponent; "" if none.
std::string meant(std::string_view cell) {
  try {
    const Quantity quantity = parse_quantity(cell);
    if (quantity.qualifier == Qualifier::exact && quantity.value)
      return quantity.value->to_string();
  } catch (const Error&) {
    // No number in any of these writings.
  }
  double number = 0.0;
  const auto [end, fault] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  char digits[400];
  if (fault != std::errc() || end != cell.data() + cell.size() || !std::isfinite(number)) return "";
  const auto written =
      std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
  const auto exact = Decimal::parse({digits, static_cast<std::size_t>(written.ptr - digits)});
  return exact ? exact->to_string() : "";
}

std::string proposing(std::string_view expected, const std::string& proposal) {
  return proposal.empty() ? std::string(expected) : text(expected, "; write ", proposal);
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The digits behind the point of a plain decimal number, without zeros at the end; nothing for
/// other texts.
std::optional<std::string_view> fraction_of(std::string_view cell) {
  if (cell.starts_with('-')) cell.remove_prefix(1);
  const std::size_t point = cell.find('.');
  if (!is_digits(cell.substr(0, point))) return std::nullopt;
  if (point == cell.npos) return std::string_view();
  std::string_view fraction = cell.substr(point + 1);
  if (!is_digits(fraction)) return std::nullopt;
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  return fraction;
}

/// How many letters must change to make one short word of the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

/// The date that a text means which has year, month and day in this order, whatever parts them:
/// 2018/6/30, 2018年6月, 20180630; "" if none.
std::string date_meant(std::string_view cell) {
  std::string date;
  if (cell.size() == 8 && is_digits(cell)) {
    date = text(cell.substr(0, 4), "-", cell.substr(4, 2), "-", cell.substr(6));
  } else {
    while (!cell.empty()) {
      std::size_t digits = 0;
      while (digits < cell.size() && is_digits(cell.substr(digits, 1))) ++digits;
      if (digits > 0) {
        date += text(date.empty() ? "" : digits == 1 ? "-0" : "-", cell.substr(0, digits));
        cell.remove_prefix(digits);
        continue;
      }
      std::size_t parting = 0;
      for (const std::string_view mark : {"-", "/", ".", "年", "月", "日"})
        if (cell.starts_with(mark)) parting = mark.size();
      if (parting == 0) return "";
      cell.remove_prefix(parting);
    }
  }
  return Date::parse(date) ? date : "";
}

}  // namespace

std::string expected_number(std::string_view cell) {
  return proposing("a plain number was expected", meant(cell));
}

std::string expected_integer(std::string_view cell) {
  const std::string proposal = meant(cell);
  return proposing("a whole number of 0 or more was expected",
                   is_digits(proposal) && proposal != cell ? proposal : "");
}

std::string expected_amount(std::string_view cell, std::string_view unit) {
  const auto fraction = fraction_of(cell);
  if (!fraction)
    return proposing("a plain decimal number in base units was expected",
                     cell.starts_with('-') ? "" : meant(cell));
  // Of a word that is no unit nobody knows the decimals; 259.8 beside 万元 is 2598000.
  if (!unit.empty() && !fault_of_unit(unit).empty())
    return proposing("a plain decimal number in base units was expected", meant(text(cell, unit)));
  const int decimals = decimals_of(unit);
  const auto places = static_cast<std::size_t>(decimals);
  if (fraction->size() <= places) return "the amount is beyond the range of 64 bits";
  // Nearest by text: the digits behind the last allowed one are cut, or carried by Decimal.
  const std::size_t point = cell.find('.');
  auto rounded = Decimal::parse(cell.substr(0, places == 0 ? point : point + 1 + places));
  if (rounded && (*fraction)[places] >= '5')
    rounded = Decimal::sum(*rounded, Decimal(cell.starts_with('-') ? -1 : 1, decimals));
  if (rounded && !rounded->in_units(decimals)) rounded.reset();
  return proposing(text("amounts in ", unit.empty() ? "no unit" : unit, " have ", decimals,
                        decimals == 1 ? " decimal" : " decimals"),
                   rounded ? rounded->to_string() : "");
}

std::string expected_date(std::string_view cell) {
  return proposing(
      "a date was expected: a year, a month or a day of the calendar, such as 2018, 2018-06 or "
      "2018-06-30",
      cell.size() > 40 ? "" : date_meant(cell));
}

std::string expected_choice(std::string_view cell, const std::string_view* names,
                            std::size_t count) {
  std::string all, small(cell.substr(0, 41));  // a slip of the shift key is the least one
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  std::string_view nearest;
  std::size_t least = 3;  // a word that is farther away is no slip of the pen
  for (std::size_t k = 1; k < count; ++k) {
    all += (k == 1 ? "" : ", ");
    all += names[k];
    const std::size_t away = small.size() > 40 ? 40 : distance(small, names[k]);
    if (away < least) least = away, nearest = names[k];
  }
  return text("one of ", all, " was expected", nearest.empty() ? "" : "; did you mean ", nearest,
              nearest.empty() ? "" : "?");
}

std::string fault_of_unit(std::string_view cell) {
  if (is_currency(cell)) return "";
  std::string known;
  try {
    const Quantity one = parse_quantity(text("1", cell));
    known = one.unit;
    if (!known.empty() && one.value && *one.value != Decimal(1, 0))  // 万元
      known += text(", and its amounts times ", one.value->to_string());
  } catch (const Error&) {
    // No unit in any writing: nothing to propose.
  }
  if (is_unit(cell))  // a word of its own, unless it stands for money: rmb, cny, yuan
    return is_currency(std::string_view(known).substr(0, known.find(',')))
               ? proposing("a currency stands by its code (ISO 4217)", known)
               : "";
  return proposing("a currency (ISO 4217) or a word of small letters, digits and _ was expected",
                   known);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
