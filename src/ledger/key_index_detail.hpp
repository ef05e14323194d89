#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "aidnet/ledger/columns.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Finds the row of an id: open addressing on row numbers, the ids themselves stay in their column.
class KeyIndex {
 public:
  [[nodiscard]] index_t find(const Text& keys, std::string_view id) const noexcept {
    return slots_.empty() ? no_index : slots_[slot_of(keys, id)];
  }

  /// The row of the id; adds `row` for it where there is none. The caller then appends the key.
  index_t find_or_add(const Text& keys, std::string_view id, index_t row) {
    if (2 * (count_ + 1) > slots_.size()) grow(keys);
    index_t& slot = slots_[slot_of(keys, id)];
    if (slot == no_index) {
      slot = row;
      ++count_;
      return row;
    }
    return slot;
  }

 private:
  [[nodiscard]] std::size_t slot_of(const Text& keys, std::string_view id) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = std::hash<std::string_view>{}(id)&mask;
    while (slots_[at] != no_index && keys[static_cast<std::size_t>(slots_[at])] != id)
      at = (at + 1) & mask;
    return at;
  }

  void grow(const Text& keys) {
    const std::vector<index_t> old = std::move(slots_);
    slots_.assign(old.empty() ? 64 : 2 * old.size(), no_index);
    for (const index_t row : old)
      if (row != no_index) slots_[slot_of(keys, keys[static_cast<std::size_t>(row)])] = row;
  }

  std::vector<index_t> slots_;  // a power of two of them
  std::size_t count_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
