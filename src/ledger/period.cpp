#include "period_detail.hpp"

#include <algorithm>
#include <limits>

#include "aidnet/core/error.hpp"
#include "core/text_detail.hpp"
#include "int128_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

using aidnet::detail::text;

/// ⌊amount · part / whole⌋ for 0 ≤ part ≤ whole; rounds down below zero as well.
std::int64_t floor_share(std::int64_t amount, std::int64_t part, std::int64_t whole) {
  const int128 product = static_cast<int128>(amount) * part;
  const int128 quotient = product / whole;
  return static_cast<std::int64_t>(product % whole < 0 ? quotient - 1 : quotient);
}

/// What the pieces [begin, end) of `count` equal ones get; the first ones get what is left over.
/// In 128 bits, as below zero `each * count` can be beyond the amount.
std::int64_t equal_share(std::int64_t amount, std::int64_t begin, std::int64_t end,
                         std::int64_t count) {
  const int128 each = floor_share(amount, 1, count);
  const int128 over = amount - each * count;
  return static_cast<std::int64_t>(each * (end - begin) + std::min<int128>(end, over) -
                                   std::min<int128>(begin, over));
}

std::int64_t by_days(std::int64_t amount, std::int64_t begin, std::int64_t end,
                     std::int64_t count) {
  return floor_share(amount, end, count) - floor_share(amount, begin, count);
}

bool begins_year(const Date& date) {
  return date.blank() || date.first_day() == Date{date.year}.first_day();
}
bool ends_year(const Date& date) {
  return date.blank() || date.last_day() == Date{date.year}.last_day();
}

}  // namespace

Period::Period(const NetworkOptions& options)
    : asked_(!options.period_start.blank() || !options.period_end.blank()),
      spread_(options.spread),
      days_{options.period_start.first_day(), options.period_end.last_day()},
      first_year_(options.period_start.blank() ? std::numeric_limits<std::int64_t>::min()
                                               : options.period_start.year),
      last_year_(options.period_end.blank() ? std::numeric_limits<std::int64_t>::max()
                                            : options.period_end.year) {
  if (days_.first > days_.last)
    throw ValidationError(text("network: the period ends with ", options.period_end.to_string(),
                               ", before it starts with ", options.period_start.to_string()));
  if (spread_ == Spread::equal &&
      (!begins_year(options.period_start) || !ends_year(options.period_end)))
    throw ValidationError(text("network: the period ", options.period_start.to_string(), " to ",
                               options.period_end.to_string(),
                               " is not of whole years, over which spread=equal divides; "
                               "take whole years or spread=days"));
}

Bounds Period::share(const Bounds& whole, const Flows& flows, std::size_t row) const {
  std::int64_t begin, end, count;
  if (spread_ == Spread::equal) {
    const Date& start = flows.start[row].blank() ? flows.end[row] : flows.start[row];
    const Date& stop = flows.end[row].blank() ? flows.start[row] : flows.end[row];
    begin = std::max<std::int64_t>(first_year_, start.year) - start.year;
    end = std::min<std::int64_t>(last_year_, stop.year) - start.year + 1;
    count = std::int64_t{stop.year} - start.year + 1;
  } else {
    const Interval own = interval_of(flows, row);
    begin = std::int64_t{std::max(days_.first, own.first)} - own.first;
    end = std::int64_t{std::min(days_.last, own.last)} - own.first + 1;
    count = std::int64_t{own.last} - own.first + 1;
  }
  const auto of = [&](std::int64_t amount) {
    return spread_ == Spread::equal ? equal_share(amount, begin, end, count)
                                    : by_days(amount, begin, end, count);
  };
  Bounds share{of(whole.value), of(whole.lower), whole.unbounded() ? no_number : of(whole.upper)};
  // Rounding day by day can put a bound one unit beyond the value.
  share.lower = std::min(share.lower, share.value);
  if (!share.unbounded()) share.upper = std::max(share.upper, share.value);
  return share;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
