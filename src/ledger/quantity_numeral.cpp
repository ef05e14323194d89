#include "quantity_numeral_detail.hpp"

#include <string>

#include "quantity_words_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

Decimal fitting(const Reader& in, const std::optional<Decimal>& number) {
  if (!number) in.refuse("a number that fits 64 bits before it");
  return *number;
}

/// Takes a run of plain digits.
std::string_view take_run(Reader& in) {
  const std::string_view rest = in.rest();
  std::size_t length = 0;
  while (length < rest.size() && is_digit(rest[length])) ++length;
  in.skip(length);
  return rest.substr(0, length);
}

}  // namespace

std::optional<Decimal> last_place(const Decimal& number) {
  std::int64_t digits = number.digits();
  if (digits == 0) return std::nullopt;
  std::int64_t place = 1;
  while (digits % 10 == 0) digits /= 10, place *= 10;
  return Decimal(place, number.scale());
}

Decimal times(const Reader& in, const Decimal& a, const Decimal& b) {
  return fitting(in, Decimal::product(a, b));
}

Decimal plus(const Reader& in, const Decimal& a, const Decimal& b) {
  return fitting(in, Decimal::sum(a, b));
}

Decimal read_digits(Reader& in) {
  std::string digits(take_run(in));
  const bool may_be_grouped = digits.size() <= 3 && digits.front() != '0';
  while (in.next() == ',') {
    const std::size_t separator = in.at();
    in.skip(1);
    const std::string_view group = take_run(in);
    if (!may_be_grouped || group.size() != 3)
      in.refuse("groups of three digits around a separator", separator);
    digits += group;
  }
  if (const std::string_view rest = in.rest();
      rest.size() > 1 && rest.front() == '.' && is_digit(rest[1])) {
    in.skip(1);
    digits += '.';
    digits += take_run(in);
  }
  return fitting(in, Decimal::parse(digits));
}

Numeral read_numeral(Reader& in, bool and_joins) {
  in.skip_spaces();
  if (in.take("半")) {
    if (!in.sees("年") && !in.sees("天") && !in.sees("个月") && !in.sees("個月"))
      in.refuse("年, 天 or 个月 behind 半");
    const Decimal half(5, 1);
    return {.lower = half, .upper = half, .over = std::nullopt};
  }
  if (std::optional<Numeral> words = read_english(in, and_joins)) return *words;
  if (is_digit(in.next())) {
    const std::size_t begin = in.at();
    const Decimal digits = read_digits(in);
    if (const std::optional<Decimal> multiplier = read_english_multiplier(in)) {
      const Decimal number = times(in, digits, *multiplier);
      return {.lower = number, .upper = number, .over = std::nullopt, .large = *multiplier};
    }
    in.go_to(begin);
  }
  if (in.next() == '-' || in.sees("−")) in.refuse("a numeral, and none that is negative");
  return read_han(in);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
