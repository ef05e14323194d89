#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/ledger/columns.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

using aidnet::detail::at;

/// All rows, each behind the one that it points to; `link` has one row or no_index each. Throws
/// ValidationError that names the members of a cycle: `<what>: a, b, c form a cycle`. O(rows).
[[nodiscard]] std::vector<index_t> parents_first(const std::vector<index_t>& link,
                                                 const Text& names, std::string_view what,
                                                 const Control& control);

/// Whether any row points anywhere.
[[nodiscard]] bool any_link(const std::vector<index_t>& link);

/// For each row the last one of the chain that starts with it.
[[nodiscard]] std::vector<index_t> ends_of_chains(const std::vector<index_t>& link,
                                                  const std::vector<index_t>& order);

/// For each row the lowest one among all that links connect, whichever of the two they are, and
/// whichever way they point.
[[nodiscard]] std::vector<index_t> connected(const std::vector<index_t>& links,
                                             const std::vector<index_t>& more);

/// The rows that point at each row, in ascending order.
struct Pointers {
  std::vector<index_t> offsets, rows;

  Pointers() = default;
  /// `count` is how many rows can be pointed at.
  Pointers(const std::vector<index_t>& link, std::size_t count);
  [[nodiscard]] std::span<const index_t> to(index_t row) const noexcept {
    const std::size_t begin = at(offsets[at(row)]);
    return std::span(rows).subspan(begin, at(offsets[at(row) + 1]) - begin);
  }
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
