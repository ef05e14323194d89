#pragma once

#include <algorithm>
#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A four-ary heap of nodes by keys that compare with <, the least on top. Allocated once.
template <class Key>
class NodeHeap {
 public:
  explicit NodeHeap(index_t nodes) : place_(static_cast<std::size_t>(nodes), no_index) {}

  [[nodiscard]] bool empty() const noexcept { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return heap_.size(); }
  [[nodiscard]] bool has(index_t node) const noexcept { return place_of(node) != no_index; }
  /// The least key. REQUIRES that it is not empty, as pop does.
  [[nodiscard]] const Key& least() const noexcept { return heap_.front().key; }

  /// Puts a node in, or gives it a key that is not greater than the one it has.
  void put(index_t node, const Key& key) {
    if (!has(node)) {
      heap_.emplace_back();
      rise(heap_.size() - 1, {key, node});
    } else {
      rise(static_cast<std::size_t>(place_of(node)), {key, node});
    }
  }

  index_t pop() {
    const index_t node = heap_.front().node;
    take(0);
    return node;
  }

  /// Takes a node out, if it is there.
  void remove(index_t node) {
    if (has(node)) take(static_cast<std::size_t>(place_of(node)));
  }

  void clear() {
    for (const Entry& entry : heap_) place_of(entry.node) = no_index;
    heap_.clear();
  }

 private:
  struct Entry {
    Key key{};
    index_t node = no_index;
  };
  static constexpr std::size_t arity = 4;

  [[nodiscard]] index_t& place_of(index_t v) noexcept {
    return place_[static_cast<std::size_t>(v)];
  }
  [[nodiscard]] const index_t& place_of(index_t v) const noexcept {
    return place_[static_cast<std::size_t>(v)];
  }

  void set(std::size_t place, const Entry& entry) {
    heap_[place] = entry;
    place_of(entry.node) = static_cast<index_t>(place);
  }

  void rise(std::size_t place, const Entry& entry) {
    while (place > 0) {
      const std::size_t above = (place - 1) / arity;
      if (!(entry.key < heap_[above].key)) break;
      set(place, heap_[above]);
      place = above;
    }
    set(place, entry);
  }

  void take(std::size_t place) {
    place_of(heap_[place].node) = no_index;
    const Entry last = heap_.back();
    heap_.pop_back();
    if (place == heap_.size()) return;
    if (place > 0 && last.key < heap_[(place - 1) / arity].key)
      rise(place, last);
    else
      sink(place, last);
  }

  void sink(std::size_t place, const Entry& entry) {
    for (;;) {
      const std::size_t first = arity * place + 1;
      if (first >= heap_.size()) break;
      std::size_t least = first;
      for (std::size_t k = first + 1; k < std::min(first + arity, heap_.size()); ++k)
        if (heap_[k].key < heap_[least].key) least = k;
      if (!(heap_[least].key < entry.key)) break;
      set(place, heap_[least]);
      place = least;
    }
    set(place, entry);
  }

  std::vector<index_t> place_;
  std::vector<Entry> heap_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
