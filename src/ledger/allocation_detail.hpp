#pragma once

#include <span>
#include <vector>

#include "aidnet/ledger/ledger.hpp"
#include "aidnet/ledger/network_options.hpp"
#include "apportion_detail.hpp"
#include "hierarchy_detail.hpp"
#include "period_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// Rule 7: who stands for a group, and with how much of a joint gift.
class Allocation {
 public:
  /// One who stands at an end of a flow, and with how much.
  struct Share {
    index_t party;
    Bounds bounds;
  };

  /// Throws ValidationError for a key that does not fit, all_pairs where amounts count, and groups
  /// that are members of one another.
  Allocation(const Ledger& ledger, const NetworkOptions& options, const Control& control);

  /// Whether the party is a group that may be replaced by its members.
  [[nodiscard]] bool splits(index_t party) const noexcept {
    return replaces_ && !members_of(party).empty();
  }
  /// Whether the party is a group that is to be the node.
  [[nodiscard]] bool keeps(index_t party) const noexcept {
    return !replaces_ && any_ && !members_of(party).empty();
  }

  /// Those who stand for the party on that side at that time, in the order of members, groups in
  /// groups in their place; the party itself where it is no group or its members cannot be told.
  /// Appends to `shares`. Throws ValidationError for stated shares that do not make a whole.
  void expand(index_t party, Role side, const Interval& time, const Bounds& bounds,
              std::vector<Share>& shares);

  /// How many groups were replaced by members, and how many could not be.
  std::int64_t split = 0, unsplit = 0;

 private:
  [[nodiscard]] std::span<const index_t> members_of(index_t party) const noexcept {
    return rows_.to(party);
  }
  bool choose(index_t group, Role side, const Interval& time);
  bool weigh(index_t group, Role side);
  void weigh_by_share(index_t group, Role side, std::span<std::int64_t> weights);
  bool weigh_by_key(std::span<std::int64_t> weights);

  const Ledger& ledger_;
  const NetworkOptions& options_;
  const Control& control_;
  bool any_, replaces_;
  Pointers rows_;                   // of the table of groups, by group
  std::vector<index_t> chosen_;     // rows of the members that stand for the group at hand
  std::vector<std::int64_t> seen_;  // by party: the last round in which it was chosen
  std::int64_t round_ = 0;
  std::vector<Share> pending_;  // a stack
  Apportion apportion_;
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
