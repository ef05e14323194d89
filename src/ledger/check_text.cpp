#include <algorithm>

#include "aidnet/ledger/unit.hpp"
#include "check_detail.hpp"

// How findings are worded.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

namespace {

/// By hand, because sums may need more than the 64 bits of Decimal.
std::string number_text(int128 amount, int decimals) {
  const auto places = static_cast<std::size_t>(decimals);
  const bool negative = amount < 0;
  std::string digits;
  for (int128 rest = negative ? -amount : amount; rest > 0 || digits.size() <= places; rest /= 10)
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  std::string fraction = digits.substr(digits.size() - places);
  digits.resize(digits.size() - places);
  fraction.resize(fraction.find_last_not_of('0') + 1);
  return text(negative ? "-" : "", digits, fraction.empty() ? "" : ".", fraction);
}

}  // namespace

std::string amount_text(int128 amount, std::string_view unit) {
  return text(number_text(amount, decimals_of(unit)), unit.empty() ? "" : " ", unit);
}

std::string range_text(int128 lower, int128 upper, std::string_view unit) {
  return text(number_text(lower, decimals_of(unit)), " to ", amount_text(upper, unit));
}

std::string amount_text(const AmountSum& sum, std::string_view unit) {
  if (sum.missing == sum.count) return "no amount";
  if (sum.unbounded) return text("at least ", amount_text(sum.lower, unit));
  if (sum.lower == sum.upper) return amount_text(sum.lower, unit);
  return range_text(sum.lower, sum.upper, unit);
}

std::string count_text(std::size_t count, std::string_view one) {
  return text(count, " ", one, count == 1 ? "" : "s");
}

std::string names_text(std::span<const index_t> rows, const Text& names, std::size_t total) {
  constexpr std::size_t most = 10;
  total = std::max(total, rows.size());
  const std::size_t named = std::min(rows.size(), most);
  std::string list;
  for (std::size_t k = 0; k < named; ++k) {
    if (k > 0) list += k + 1 == total ? " and " : ", ";
    list += names[at(rows[k])];
  }
  if (named < total) list += text(" and ", total - named, " more");
  return list;
}

std::string about_text(std::size_t about) {
  return about == 0 ? std::string()
                    : text("; \"about\" is taken as exact (", count_text(about, "amount"), ")");
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
