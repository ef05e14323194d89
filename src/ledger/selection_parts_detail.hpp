#pragma once

#include <vector>

#include "rollup_detail.hpp"
#include "selection_detail.hpp"

// What the parts of totals come to.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

/// What parts state. Bounds of parts on the total's own edge stand apart: see rest_of.
struct PartSum {
  int128 value = 0, lower = 0, upper = 0;
  int128 here_lower = 0, here_upper = 0;
  bool unbounded = false;

  void add(const Bounds& b) {
    value += b.value;
    lower += b.lower;
    if (b.unbounded())
      unbounded = true;
    else
      upper += b.upper;
  }
  void add_here(const Bounds& b) {
    value += b.value;
    here_lower += b.lower;
    here_upper += b.upper;
  }
  /// The parts of a part on the total's own edge: theirs is the same edge.
  void add_of_here(const PartSum& other) {
    value += other.value;
    lower += other.lower;
    upper += other.upper;
    here_lower += other.here_lower;
    here_upper += other.here_upper;
    unbounded |= other.unbounded;
  }
  void add(const PartSum& other) {
    value += other.value;
    lower += other.lower + other.here_lower;
    upper += other.upper + other.here_upper;
    unbounded |= other.unbounded;
  }
};

/// Whether parts leave something of the total: what they state has its sign and is less.
[[nodiscard]] bool leaves(std::int64_t total, int128 parts);

/// What the parts leave of a total, between 0 and all of it. REQUIRES leaves().
///
/// Parts elsewhere are taken off crosswise, as each may be any amount between its bounds. Parts on
/// the total's own edge are added again to what is left there, and the edge's interval must be that
/// of the total less what is elsewhere: so lower is taken off lower and upper off upper, and parts
/// of unknown amount take nothing off. The remainder by itself then can have its lower bound above
/// its upper one (of 100 with a part of 40 to 50: 60 and 50); cut to order, the sum were wrong.
/// Only a lower bound below 0 is cut: the parts alone are more then.
[[nodiscard]] Bounds rest_of(const Bounds& total, const PartSum& parts);

/// Whether a part that is used lies on its total's own edge, whatever becomes of either there.
class SameEdge {
 public:
  /// REQUIRES that both outlive it.
  SameEdge(const Selection& s, const Ends& ends);
  [[nodiscard]] bool operator()(index_t row, index_t total) const;

 private:
  const Selection& s_;
  const Ends& ends_;
  bool never_, by_direction_;
  std::vector<std::uint8_t> splits_;  // by party: its members may take its place
};

/// Adds up what the ledger states of a total's parts: those that count (see filter), whether or not
/// they serve. (Where students are asked for, those of them who were placed in employment leave the
/// total whole.) Parts that are reports of the same help count once, and of one chain the most
/// advanced status; those that serve come first, so that what is taken off is what is added.
class Parts {
 public:
  Parts(const Selection& s, const Ends& ends);

  /// What the parts add up to; null where none counts.
  [[nodiscard]] const PartSum* of(index_t total) const {
    return sum_at_[at(total)] == no_index ? nullptr : &sums_[at(sum_at_[at(total)])];
  }

 private:
  [[nodiscard]] bool counts(index_t row) const { return s_.counts[at(row)] != 0; }
  [[nodiscard]] bool serves(index_t row) const { return s_.fate[at(row)] == Fate::used; }

  void add_up(index_t total);
  void add(PartSum& sum, index_t row, index_t total) const;
  static void add_divided(PartSum& sum, const Bounds& part, const PartSum& own);
  /// Chooses which report of the same help counts, as rule 3 does.
  void stand_for(index_t row, index_t total);
  [[nodiscard]] bool stands(index_t row) const {
    return report_.empty() || report_[at(s_.canonical(row))].best == row;
  }

  [[nodiscard]] int rank(index_t row) const {
    constexpr int statuses = static_cast<int>(Names<Status>::values.size());
    return (serves(row) ? statuses : 0) + static_cast<int>(s_.flows.status[at(row)]);
  }
  void advance(index_t row, index_t total);
  [[nodiscard]] bool latest(index_t row) const {
    return status_.empty() || status_[at(s_.chain[at(row)])].top == rank(row);
  }

  struct Report {
    index_t of, best;
  };
  struct Top {
    index_t of;
    int top;
  };

  const Selection& s_;
  SameEdge same_edge_;
  std::vector<index_t> sum_at_;
  std::vector<PartSum> sums_;
  std::vector<Report> report_;  // by canonical flow: which one counts among the parts of a total
  std::vector<Top> status_;     // by chain: the highest rank among the parts of a total
};

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
