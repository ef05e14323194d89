#pragma once

#include <span>
#include <vector>

#include "aidnet/ledger/bounds.hpp"
#include "int128_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Divides whole units in proportion to whole weights, by largest remainder.
class Apportion {
 public:
  /// Weights in [0, 2^53], not all zero; with one weight for all give `count` ones.
  [[nodiscard]] std::span<std::int64_t> weights(std::size_t count) {
    weights_.assign(count, 1);
    return weights_;
  }

  /// One share a weight. Value, lower and upper bounds (unbounded: all are) add up exactly, each
  /// value is by largest remainder, ties to the first, and so is each bound, unless that would put
  /// it beyond the value: then a unit is passed on to the next share that has room.
  /// O(count · log count).
  [[nodiscard]] std::span<const Bounds> operator()(const Bounds& whole);

 private:
  void divide(std::int64_t amount, std::int64_t Bounds::*field);

  std::vector<std::int64_t> weights_;
  std::vector<Bounds> shares_;
  struct Rest {
    int128 left;
    std::size_t index;
  };
  std::vector<Rest> rests_;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
