#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aidnet/ledger/builder.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// A cell as a message shows it: not endless.
[[nodiscard]] std::string shown(std::string_view cell);

/// Collects problems up to a cap, and counts the others.
class Problems {
 public:
  explicit Problems(std::size_t cap) : cap_(cap) {}

  void add(Problem problem) {
    ++total_;
    if (kept_.size() < cap_) kept_.push_back(std::move(problem));
  }
  [[nodiscard]] bool any() const noexcept { return total_ > 0; }
  /// Those that are kept, in the order of files and rows.
  [[noreturn]] void raise() {
    std::vector<std::string> files;
    std::vector<std::pair<std::size_t, std::int64_t>> places;
    for (const Problem& problem : kept_) {
      const auto file = std::find(files.begin(), files.end(), problem.file);
      places.emplace_back(file - files.begin(), problem.row);
      if (file == files.end()) files.push_back(problem.file);
    }
    std::vector<std::size_t> order(kept_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    std::vector<Problem> sorted;
    for (const std::size_t k : order) sorted.push_back(std::move(kept_[k]));
    throw LedgerError(std::move(sorted), total_);
  }

 private:
  std::size_t cap_;
  std::vector<Problem> kept_;
  std::int64_t total_ = 0;
};

/// What the readers of one table share: where the cells come from, and whom to tell.
struct TableInput {
  Problems* problems = nullptr;
  std::string file;
  std::vector<std::int64_t> lines;  ///< of the rows of the current batch; empty: there are none
  std::size_t first = 0;            ///< the row, in the table, of the batch's first cell
  bool has_amount = false;          ///< the input calls the value amount
  bool has_year = false;            ///< one column of the input is both start and end
  /// For each row of the input that did not become one of the table, how many before it did.
  std::vector<std::size_t> left_out;

  /// The number in the input, from 1, of a row of the table.
  [[nodiscard]] std::int64_t number_of(std::size_t row) const {
    const auto before = std::upper_bound(left_out.begin(), left_out.end(), row) - left_out.begin();
    return static_cast<std::int64_t>(row) + before + 1;
  }

  /// `offset` counts within the batch.
  void report(std::size_t offset, std::string_view column, std::string_view text,
              std::string expected) const {
    if (has_year && column == "end") return;  // told as start
    if (has_year && column == "start") column = "year";
    if (has_amount && column == "value") column = "amount";
    problems->add({file, number_of(first + offset), lines.empty() ? 0 : lines[offset],
                   std::string(column), std::string(text), std::move(expected)});
  }
  void report_column(std::string_view column, std::string expected) const {
    problems->add({file, 0, 0, std::string(column), "", std::move(expected)});
  }
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
