#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "aidnet/core/cycle_error.hpp"
#include "aidnet/core/types.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// "3 → 7 → 5" for the nodes on a way; no more than the first `shown` of them.
[[nodiscard]] inline std::string way_text(std::span<const index_t> nodes, std::size_t shown) {
  std::string names = text(nodes.front());
  for (std::size_t k = 1; k < std::min(shown, nodes.size()); ++k) names += text(" → ", nodes[k]);
  return shown < nodes.size() ? names + " → …" : names;
}

/// "3 → 7 → 3" for the cycle of 3 and 7; no more than the first `shown` of its nodes.
[[nodiscard]] inline std::string cycle_text(std::span<const index_t> cycle, std::size_t shown) {
  std::vector<index_t> round(cycle.begin(), cycle.end());
  round.push_back(cycle.front());
  return way_text(round, shown);
}

/// Which cycles cost less than nothing: sums of costs as doubles are rounded, so those that are
/// below zero by no more than 2^-51 of the sizes that go into them count as zero.
inline constexpr int negative_cycle_digits = 51;

/// Throws NegativeCycleError for a cycle that is given in the order of its arcs, from any node on.
[[noreturn]] inline void throw_negative_cycle(const char* who, std::vector<index_t> cycle) {
  std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
  std::string message = text(who, ": the costs round the cycle ", cycle_text(cycle, 12),
                             " add up to less than zero, so that no way is the cheapest");
  throw NegativeCycleError(message, std::move(cycle));
}

}  // namespace aidnet::inline AIDNET_ABI::detail
