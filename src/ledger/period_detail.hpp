#pragma once

#include "aidnet/ledger/bounds.hpp"
#include "aidnet/ledger/network_options.hpp"
#include "aidnet/ledger/tables.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Days from first to last, both included.
struct Interval {
  std::int32_t first = no_first_day, last = no_last_day;

  [[nodiscard]] bool dated() const noexcept { return first != no_first_day; }
  [[nodiscard]] bool overlaps(const Interval& other) const noexcept {
    return first <= other.last && other.first <= last;
  }
  [[nodiscard]] bool within(const Interval& other) const noexcept {
    return other.first <= first && last <= other.last;
  }
};

/// When the flow took place; a blank start or end is the other one. Without bound where undated.
[[nodiscard]] inline Interval interval_of(const Flows& flows, std::size_t row) noexcept {
  const Date& start = flows.start[row];
  const Date& end = flows.end[row];
  return {(start.blank() ? end : start).first_day(), (end.blank() ? start : end).last_day()};
}

/// The period asked for, and how much of a flow falls into it.
class Period {
 public:
  /// Throws ValidationError where the period ends before it starts, or is to be spread over years
  /// and is none of whole years.
  explicit Period(const NetworkOptions& options);

  [[nodiscard]] bool asked() const noexcept { return asked_; }
  [[nodiscard]] const Interval& interval() const noexcept { return days_; }
  /// REQUIRES a dated flow that overlaps the period. Of parts of a whole period, the values add up
  /// to the value; bounds do so by years, and by days stay around the value.
  [[nodiscard]] Bounds share(const Bounds& whole, const Flows& flows, std::size_t row) const;
  [[nodiscard]] bool spreads() const noexcept { return asked_ && spread_ != Spread::none; }

 private:
  bool asked_;
  Spread spread_;
  Interval days_;
  std::int64_t first_year_, last_year_;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
