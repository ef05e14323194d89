#pragma once

#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A value for each node that remembers which nodes were touched, so that emptying it costs no
/// more than filling it did. One a worker, delivered to the totals chunk by chunk.
template <class Value>
class Gathered {
 public:
  explicit Gathered(index_t nodes)
      : values_(static_cast<std::size_t>(nodes)), touched_(values_.size(), 0) {
    nodes_.reserve(values_.size());
  }

  Value& operator[](index_t v) {
    const auto i = static_cast<std::size_t>(v);
    if (touched_[i] == 0) {
      touched_[i] = 1;
      nodes_.push_back(v);
    }
    return values_[i];
  }

  /// Calls take(v, value) for each touched node and resets it.
  template <class Take>
  void drain(const Take& take) {
    for (const index_t v : nodes_) {
      const auto i = static_cast<std::size_t>(v);
      take(i, values_[i]);
      values_[i] = Value{};
      touched_[i] = 0;
    }
    nodes_.clear();
  }

 private:
  std::vector<Value> values_;
  std::vector<unsigned char> touched_;
  std::vector<index_t> nodes_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
