#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "aidnet/core/types.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Random numbers that a seed and a place in the row give, whoever asks and in whatever order:
/// SplitMix64, whose state after k steps is known without them.
class Draws {
 public:
  explicit Draws(int seed) noexcept
      : start_(static_cast<std::uint64_t>(seed) * 0xD1342543DE82EF95u) {}

  /// The k-th draw from [0, 1).
  [[nodiscard]] double share(std::uint64_t k) const noexcept {
    std::uint64_t z = start_ + (k + 1) * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1p-53;  // 53 bits are exact in a double
  }
  /// The k-th draw from {0, …, n − 1}, n < 2^53.
  [[nodiscard]] index_t below(index_t n, std::uint64_t k) const noexcept {
    return static_cast<index_t>(share(k) * static_cast<double>(n));
  }

  /// The draws number `first` to `end` of nodes of n.
  [[nodiscard]] std::vector<index_t> nodes(index_t n, std::int64_t first, std::int64_t end) const {
    std::vector<index_t> drawn;
    drawn.reserve(static_cast<std::size_t>(end - first));
    for (std::int64_t k = first; k < end; ++k)
      drawn.push_back(below(n, static_cast<std::uint64_t>(k)));
    return drawn;
  }

  /// The same one after the other, for what is done in one order anyway.
  [[nodiscard]] double next_share() noexcept { return share(next_++); }

  /// Brings the nodes in a random order.
  void shuffle(std::vector<index_t>& nodes) noexcept {
    for (std::size_t k = nodes.size(); k > 1; --k)
      std::swap(nodes[k - 1],
                nodes[static_cast<std::size_t>(below(static_cast<index_t>(k), next_++))]);
  }

 private:
  std::uint64_t start_;
  std::uint64_t next_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
