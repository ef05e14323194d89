#include <algorithm>
#include <tuple>

#include "check_contents_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// How many of the sorted days (with the same companion) are before, and after, a day.
template <class Day>
std::size_t before(const std::vector<Day>& days, const Day& from, const Day& day) {
  return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) -
                                  std::lower_bound(days.begin(), days.end(), from));
}
template <class Day>
std::size_t after(const std::vector<Day>& days, const Day& day, const Day& to) {
  return static_cast<std::size_t>(std::upper_bound(days.begin(), days.end(), to) -
                                  std::upper_bound(days.begin(), days.end(), day));
}

}  // namespace

Contents::Contents(const Checks& checks, std::vector<index_t> rows)
    : c_(checks), rows_(std::move(rows)), passes_left_(1000 + 50 * rows_.size()) {
  const auto time = [&](index_t row) { return interval_of(c_.flows, at(row)); };
  std::sort(rows_.begin(), rows_.end(), [&](index_t a, index_t b) {
    return std::tuple(time(a).first, c_.linked[at(a)], a) <
           std::tuple(time(b).first, c_.linked[at(b)], b);
  });
  run_end_.resize(rows_.size());
  for (std::size_t k = rows_.size(); k-- > 0;) {
    const bool goes_on =
        k + 1 < rows_.size() && c_.linked[at(rows_[k])] == c_.linked[at(rows_[k + 1])];
    run_end_[k] = goes_on ? run_end_[k + 1] : k + 1;
  }
  while (leaves_ < rows_.size()) leaves_ *= 2;
  latest_.assign(2 * leaves_, no_first_day);
  for (std::size_t k = 0; k < rows_.size(); ++k) {
    const Interval own = time(rows_[k]);
    const index_t linked = c_.linked[at(rows_[k])];
    first_.push_back(own.first);
    last_.push_back(own.last);
    linked_first_.emplace_back(linked, own.first);
    linked_last_.emplace_back(linked, own.last);
    latest_[leaves_ + k] = own.last;
  }
  for (std::size_t k = leaves_; k-- > 1;) latest_[k] = std::max(latest_[2 * k], latest_[2 * k + 1]);
  std::sort(last_.begin(), last_.end());
  std::sort(linked_first_.begin(), linked_first_.end());
  std::sort(linked_last_.begin(), linked_last_.end());
}

std::size_t Contents::count(index_t whole) const {
  // No flow is both before and after another one.
  const Interval time = interval_of(c_.flows, at(whole));
  const index_t linked = c_.linked[at(whole)];
  const std::size_t overlapping = rows_.size() - before(last_, no_first_day, time.first) -
                                  after(first_, time.last, no_last_day);
  const Linked from{linked, no_first_day}, to{linked, no_last_day};
  const std::size_t own = after(linked_first_, {linked - 1, no_last_day}, to) -
                          before(linked_last_, from, {linked, time.first}) -
                          after(linked_first_, {linked, time.last}, to);
  return overlapping - own;
}

std::size_t Contents::next(std::size_t at, std::int32_t day) const {
  std::size_t k = leaves_ + at;
  while (latest_[k] < day) {
    while (k % 2 == 1) k /= 2;  // up to where there is a right-hand neighbour
    if (k == 0) return rows_.size();
    ++k;
  }
  while (k < leaves_) k = latest_[2 * k] >= day ? 2 * k : 2 * k + 1;
  return k - leaves_;
}

std::vector<index_t> Contents::some(index_t whole, std::size_t most) {
  const Interval time = interval_of(c_.flows, at(whole));
  std::vector<index_t> found;
  const auto from = [&](std::size_t k) {
    return k < rows_.size() ? next(k, time.first) : rows_.size();
  };
  for (std::size_t k = from(0); k < rows_.size() && first_[k] <= time.last;) {
    const bool linked = c_.linked[at(rows_[k])] == c_.linked[at(whole)];
    if (linked && passes_left_-- == 0) {
      passes_left_ = 0;
      break;
    }
    if (!linked) found.push_back(rows_[k]);
    if (found.size() == most) break;
    k = from(linked ? run_end_[k] : k + 1);
  }
  return found;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
