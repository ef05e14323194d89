#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aidnet/core/types.hpp"
#include "aidnet/ledger/date.hpp"
#include "aidnet/ledger/enums.hpp"

// What a network is to be made of. Every choice that changes an amount is named here, and told
// again in the network's description.
namespace aidnet::inline AIDNET_ABI::ledger {

/// How much of a flow that lasts longer than the period asked for counts.
enum class Spread : std::uint8_t {
  none,   ///< all of it; the description says how many reach beyond
  equal,  ///< equal parts for its calendar years, what is left over in the first ones
  days,   ///< day by day: floor(V·k/N) in its first k of N days
};

/// What a node stands for.
enum class Level : std::uint8_t {
  party,
  institution,  ///< the root of the party's `parent` chain
  county,       ///< place levels: the place of the party, or of the next parent that has one, …
  prefecture,   ///< … or the next place above it that is of the level, …
  province,     ///< … and then its last `successor`
  side,         ///< of the place, or of the next one above it that has a side
  programme,    ///< the flow's programme
};

/// What to do with a party that has no node at the level: one above it, or without such a place.
enum class Above : std::uint8_t {
  keep,  ///< it is its own node, marked
  drop,  ///< its flows are out
};

enum class Weight : std::uint8_t {
  sum,       ///< amounts, all of one unit
  count,     ///< how many flows; one that is split counts 1 on each of its edges
  presence,  ///< 1
};

/// Who stands for a group of donors or of recipients. Splits are whole units by largest remainder,
/// ties in the order of the members; what is split adds up to the whole.
enum class JointGifts : std::uint8_t {
  group,      ///< the group is a node
  equal,      ///< its members, equally
  share,      ///< its members, by `groups.share`
  key,        ///< its members, in proportion to the caller's key
  all_pairs,  ///< each member, without an amount: for presence only
};

enum class Orientation : std::uint8_t {
  help,      ///< from who helps to who is helped
  movement,  ///< the way that what is given travels
};

/// Whether a stated total or its stated parts enter; never both.
enum class Totals : std::uint8_t {
  parts,  ///< the parts, and what they leave of the total on the total's own edge
  total,  ///< the total
};

/// What a flow without any amount counts as.
enum class Missing : std::uint8_t {
  zero,       ///< 0, and so do its bounds
  drop,       ///< it is out
  unbounded,  ///< 0, without an upper bound
};

/// Which nodes the network has.
enum class Nodes : std::uint8_t {
  touched,  ///< those that a flow touches
  all,      ///< those, and every party of the ledger
  given,    ///< those, and `given_parties`
};

struct NetworkOptions {
  // Which flows. Empty lists and blank dates: all, except that repayment, interest and purchase
  // enter only when they are named.
  std::vector<Resource> resource{};
  std::optional<std::string> unit{};  ///< "": only flows without a unit
  /// Flows of these statuses, `unstated` being one; of linked flows the most advanced of them.
  std::vector<Status> status{};
  Date period_start{}, period_end{};
  Spread spread = Spread::none;
  std::vector<index_t> programme{};  ///< with those below them
  std::vector<index_t> source{};
  std::vector<index_t> place{};     ///< either end lies there or below
  std::vector<std::string> side{};  ///< either end is on one of these sides

  // Which nodes.
  Level donor_level = Level::party, recipient_level = Level::party;
  Above above = Above::keep;
  Nodes nodes = Nodes::touched;
  std::vector<index_t> given_parties{};

  // Which amounts.
  Weight weight = Weight::sum;
  JointGifts groups = JointGifts::group;
  std::vector<double> key{};  ///< one number a party, each ≥ 0
  Orientation orientation = Orientation::help;
  Totals totals = Totals::parts;
  Missing missing = Missing::zero;
  std::optional<double> about{}, nearly{};  ///< as in Tolerance
};

}  // namespace aidnet::inline AIDNET_ABI::ledger
