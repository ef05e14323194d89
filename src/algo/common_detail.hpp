#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// visit(i, j) for each node that stands in both ascending rows, at places i and j, ascending. As
/// cheap as the shorter row allows: a hub's row is searched, not read.
template <class Visit>
void for_common(std::span<const index_t> a, std::span<const index_t> b, const Visit& visit) {
  constexpr std::size_t uneven = 16;
  const auto search = [](std::span<const index_t> few, std::span<const index_t> many,
                         const auto& found) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < few.size() && from < many.size(); ++i) {
      const auto place =
          std::lower_bound(many.begin() + static_cast<std::ptrdiff_t>(from), many.end(), few[i]);
      from = static_cast<std::size_t>(place - many.begin());
      if (from < many.size() && many[from] == few[i]) found(i, from++);
    }
  };
  if (a.size() > uneven * b.size()) {
    search(b, a, [&](std::size_t j, std::size_t i) { visit(i, j); });
  } else if (b.size() > uneven * a.size()) {
    search(a, b, visit);
  } else {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      if (a[i] < b[j])
        ++i;
      else if (b[j] < a[i])
        ++j;
      else
        visit(i++, j++);
    }
  }
}

}  // namespace aidnet::inline AIDNET_ABI::detail
