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

  /// Whether some groups are replaced by their members.
  [[nodiscard]] bool replaces() const noexcept { return replaces_; }

  /// Those who stand for the party on that side at that time, each once, in the order of members,
  /// groups in groups in their place; the party itself where it is no group or its members cannot
  /// be told. A group that is in several groups divides once what all of these give it, so that
  /// this is O(groups + members) however they overlap. Appends to `shares`. Throws ValidationError
  /// for stated shares that do not make a whole.
  void expand(index_t party, Role side, const Interval& time, const Bounds& bounds,
              std::vector<Share>& shares);

  /// How many shares `expand` would append. Throws as it does.
  [[nodiscard]] std::int64_t count(index_t party, Role side, const Interval& time);

  /// How many groups `expand` replaced by members, and how many it could not.
  std::int64_t split = 0, unsplit = 0;

 private:
  [[nodiscard]] std::span<const index_t> members_of(index_t party) const noexcept {
    return rows_.to(party);
  }
  void walk(index_t party, Role side, const Interval& time);
  void enter(index_t party, Role side, const Interval& time);
  bool choose(index_t group, Role side, const Interval& time);
  bool weigh(index_t group, Role side, std::span<std::int64_t> weights);
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
  Apportion apportion_;
  bool dated_ = false;                  // some member joined or left
  std::vector<std::int64_t> count_[2];  // by party, as donor and recipient; -1: not yet known

  // The last walk from a party down to its members' members.
  struct Group {
    index_t party;
    std::size_t begin, end;  // of its members, in members_ and weights_
  };
  struct Step {
    Group group;
    std::size_t next;
  };
  std::vector<Step> path_;
  std::vector<Group> groups_;     // each behind the groups that are in it
  std::vector<index_t> leaves_;   // who stand for the party, as they come
  std::vector<index_t> members_;  // parties
  std::vector<std::int64_t> weights_;
  std::vector<std::int64_t> walked_;  // by party: the last walk that came by
  std::int64_t walk_ = 0, unsplit_ = 0;
  std::vector<Bounds> amount_;  // by party
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
