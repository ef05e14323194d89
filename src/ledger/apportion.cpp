#include "apportion_detail.hpp"

#include <algorithm>
#include <numeric>

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// Moves units of `field` between shares until each is on the right side of its value; as the sums
/// are, there is room for all of them. `sign` is 1 for lower bounds, -1 for upper ones.
void keep_order(std::span<Bounds> shares, std::int64_t Bounds::*field, int sign) {
  int128 excess = 0;
  for (Bounds& share : shares) {
    const int128 over = sign * (static_cast<int128>(share.*field) - share.value);
    if (over <= 0) continue;
    share.*field = share.value;
    excess += over;
  }
  for (Bounds& share : shares) {
    if (excess == 0) return;
    const int128 room = sign * (static_cast<int128>(share.value) - share.*field);
    const int128 moved = std::min(room, excess);
    share.*field = static_cast<std::int64_t>(share.*field + sign * moved);
    excess -= moved;
  }
}

}  // namespace

void Apportion::divide(std::int64_t amount, std::int64_t Bounds::*field) {
  const int128 whole = std::accumulate(weights_.begin(), weights_.end(), int128{0});
  int128 given = 0;
  rests_.clear();
  for (std::size_t k = 0; k < weights_.size(); ++k) {
    const int128 product = static_cast<int128>(amount) * weights_[k];
    int128 quotient = product / whole, left = product % whole;
    if (left < 0) --quotient, left += whole;
    shares_[k].*field = static_cast<std::int64_t>(quotient);
    given += quotient;
    rests_.push_back({left, k});
  }
  auto over = static_cast<std::ptrdiff_t>(amount - given);  // fewer than there are shares
  if (over == 0) return;
  const auto before = [](const Rest& a, const Rest& b) {
    return a.left != b.left ? a.left > b.left : a.index < b.index;
  };
  std::nth_element(rests_.begin(), rests_.begin() + over - 1, rests_.end(), before);
  for (; over > 0; --over) ++(shares_[rests_[static_cast<std::size_t>(over - 1)].index].*field);
}

std::span<const Bounds> Apportion::operator()(const Bounds& whole) {
  shares_.assign(weights_.size(), {0, 0, no_number});
  divide(whole.value, &Bounds::value);
  divide(whole.lower, &Bounds::lower);
  if (whole.lower <= whole.value) keep_order(shares_, &Bounds::lower, 1);
  if (!whole.unbounded()) {
    divide(whole.upper, &Bounds::upper);
    if (whole.upper >= whole.value) keep_order(shares_, &Bounds::upper, -1);
  }
  return shares_;
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
