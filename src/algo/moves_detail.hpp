#pragma once

#include <vector>

#include "algo/draws_detail.hpp"
#include "algo/links_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The least difference that is not rounding, of gains whose terms add up to `scale` and of which
/// one has `terms` summands. Only what is more is a gain, so that moves come to an end.
[[nodiscard]] inline double slack(double scale, std::size_t terms) noexcept {
  return scale * (1e-12 + 1e-15 * static_cast<double>(terms));
}

/// Moves single nodes between groups for as long as that gains.
class Moves {
 public:
  /// of[v] < links.count() is where each node starts.
  Moves(const Links& links, std::vector<index_t> of);

  /// Looks at all nodes in a random order and moves each to the neighbouring group, or out into one
  /// of its own, where it gains most; looks again at the neighbours of those that moved, until none
  /// is left (fast local move). Returns what was gained; 0 where nothing moved.
  double settle(Draws& draws, const Control& control);

  [[nodiscard]] const std::vector<index_t>& of() const noexcept { return of_; }
  [[nodiscard]] std::vector<index_t> take() && noexcept { return std::move(of_); }

 private:
  /// What it gains by the best move, which is made; 0 if it stays.
  double move(index_t v);

  const Links* links_;
  std::vector<index_t> of_;
  std::vector<Size> size_;        // of each group
  std::vector<index_t> members_;  // how many each group has
  std::vector<index_t> empty_;    // groups without members
  std::vector<index_t> queue_;    // a ring
  std::vector<char> waiting_;     // whether a node is in it
  Near near_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
