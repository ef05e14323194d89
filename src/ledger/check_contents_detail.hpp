#pragma once

#include <span>
#include <utility>
#include <vector>

#include "check_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Flows of one resource and unit, asked which of them a flow may contain: those that overlap it in
/// time and are not linked to it. O(n log n) to make, O(log n) to count; all calls of `some`
/// together pass over O(n) linked flows, and then list fewer.
class Contents {
 public:
  Contents(const Checks& checks, std::vector<index_t> rows);

  [[nodiscard]] std::size_t count(index_t whole) const;
  /// Up to `most` of them, the earliest ones.
  [[nodiscard]] std::vector<index_t> some(index_t whole, std::size_t most);

 private:
  using Linked = std::pair<index_t, std::int32_t>;  // by whom it is linked, and a day

  /// The next one from `at` on, by first day, that lasts to that day or longer; size() if none.
  [[nodiscard]] std::size_t next(std::size_t at, std::int32_t day) const;

  const Checks& c_;
  std::vector<index_t> rows_;               // by first day, those linked to one another together
  std::vector<std::size_t> run_end_;        // of each one's linked neighbours in rows_
  std::size_t passes_left_;                 // over linked flows
  std::vector<std::int32_t> first_, last_;  // sorted, each for itself
  std::vector<Linked> linked_first_, linked_last_;
  std::size_t leaves_ = 1;
  std::vector<std::int32_t> latest_;  // a binary tree of the last days of rows_
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
