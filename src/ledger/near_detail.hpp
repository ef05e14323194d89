#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "utf8_detail.hpp"

// Words that may be a slip of the pen for one another.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

inline constexpr std::size_t most_edits = 2;

/// REQUIRES UTF-8.
[[nodiscard]] inline std::u32string code_points(std::string_view word) {
  std::u32string points;
  for (std::size_t k = 0; k < word.size();) points += next_code_point(word, k);
  return points;
}

/// How many code points to add, drop or change; most_edits + 1 where it is more. O(length).
[[nodiscard]] inline std::size_t edits(std::u32string_view a, std::u32string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most_edits) return most_edits + 1;
  // Only the band around the diagonal matters.
  constexpr std::size_t far = most_edits + 1, width = 2 * most_edits + 1;
  std::array<std::size_t, width> row{};  // row[d]: a up to i against b up to i + d − most_edits
  for (std::size_t d = 0; d < width; ++d) row[d] = d < most_edits ? far : d - most_edits;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::array<std::size_t, width> next{};
    for (std::size_t d = 0; d < width; ++d) {
      if (i + d < most_edits || i + d - most_edits > b.size()) {
        next[d] = far;
        continue;
      }
      const std::size_t j = i + d - most_edits;
      std::size_t best = d + 1 < width ? row[d + 1] + 1 : far;
      if (d > 0) best = std::min(best, next[d - 1] + 1);
      if (j > 0) best = std::min(best, row[d] + (a[i - 1] == b[j - 1] ? 0 : 1));
      next[d] = std::min(best, far);
    }
    row = next;
  }
  return std::min(row[b.size() - a.size() + most_edits], far);
}

/// How many edits may part a word of that length from another one: of which more than half is
/// changed is another word.
[[nodiscard]] constexpr std::size_t edits_allowed(std::size_t length) noexcept {
  return std::min(most_edits, length / 2);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
