#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/ledger/bounds.hpp"
#include "aidnet/ledger/ledger.hpp"

namespace aidnet::inline AIDNET_ABI::ledger {

/// What a finding is about, in the order in which findings are told.
enum class FindingKind : std::uint8_t {
  total_parts,  ///< a stated total, and what its stated parts add up to
  same_as,      ///< measures of one gift in one unit
  fulfilment,   ///< more was disbursed, received or spent than what it fulfils
  cycle,        ///< parents, successors or groups that lead back to themselves
  duplicate,    ///< flows that may be one gift, and are not linked
  aggregate,    ///< a flow that may contain others, which are not linked to it
  unlisted,     ///< an id that is named, and that its own table does not list
  alias,        ///< a name of something that is no party, place or programme
  membership,   ///< an alliance without members, or shares that do not make a whole
  evidence,     ///< a span or a figure that does not say what the row says
  column,       ///< a column that is not known, and resembles one that is
};

enum class Verdict : std::uint8_t {
  consistent,    ///< whatever the true amounts are, they fit
  inconsistent,  ///< whatever they are, something must be wrong
  undecided,     ///< what is stated does not tell
};

template <>
struct Names<FindingKind> {
  static constexpr const char* what = "finding";
  static constexpr std::array<std::string_view, 11> values{
      "total_parts", "same_as", "fulfilment", "cycle",    "duplicate", "aggregate",
      "unlisted",    "alias",   "membership", "evidence", "column"};
};
template <>
struct Names<Verdict> {
  static constexpr const char* what = "verdict";
  static constexpr std::array<std::string_view, 3> values{"consistent", "inconsistent",
                                                          "undecided"};
};

struct Finding {
  FindingKind kind = FindingKind::total_parts;
  Verdict verdict = Verdict::undecided;
  TableId table = TableId::flows;
  std::vector<index_t> rows;  ///< of the table; the first one is what it is about
  std::string message;        ///< one line of plain English, with ids, amounts and units
};

struct CheckOptions {
  Tolerance tolerance;  ///< without one, `about` counts as exact, and the message says so
};

/// What a reader should know of a ledger before believing its sums, by kind, then by first row.
/// Amounts are read as `bounds_of` does; one that is not stated is any that is not negative.
///
/// - total_parts: one finding a total that has parts. Parts of the total's unit are added up, those
///   linked by `same_as` once, of those linked by `fulfils` the most advanced status; parts in
///   other units, and of other resources, are named. Where all parts are `exhaustive`: consistent
///   if every possible sum lies within the total's bounds, inconsistent if none does. Otherwise
///   they are a subset: consistent if no possible sum exceeds the total's lower bound, inconsistent
///   if all exceed its upper one. Undecided else, and always undecided rather than consistent where
///   an amount is missing or a part is in another unit. Parts that are cancelled, or linked by
///   `fulfils` or `same_as` to one that is, are left out, and the others are then a subset; no
///   finding where the total itself is so.
/// - same_as: bounds without a common number are inconsistent, others consistent; no finding where
///   they are alike.
/// - fulfilment: the lower bounds of what fulfils a flow, of one status, exceed its upper bound.
/// - cycle: one finding a cycle of parents or successors, at its lowest row; one finding a set of
///   groups that contain one another, whose rows are those of `groups`.
/// - duplicate: flows of one donor, recipient, resource, unit, value, lower, upper and status whose
///   dates overlap (a blank one overlaps all), unless every two of them are linked, directly or
///   through others. Flows without an amount only if programme, source and span are the same too.
/// - aggregate: a flow whose `scope` is aggregate (agreements excepted), and how many flows of its
///   resource and unit overlap it in time, are not linked to it, and are given by its donor or by
///   somebody below it or within its place (or either donor has no place). Also any other flow with
///   an amount, and how many of these flows have an amount and come from and go to parties within
///   its own: at or below the same place, one of them below. Schools, companies, foundations,
///   associations, NGOs and persons stand for themselves only, within their place; up to 16 places
///   above are looked at, and `successor`s stand for earlier places. Parts and other measures are
///   passed over where the flow they point to is alike. Up to 20 of the flows are listed, the
///   earliest ones.
/// - unlisted: parties, places, programmes and sources, where the table itself has rows, with the
///   nearest listed id up to two edits away (for the first 1000 of a table).
/// - alias: `entity` is the id of no party, place or programme.
/// - membership: an alliance or consortium that flows name and that has no members; members of one
///   role, at one time, of whom some have no share, or whose shares leave [0, 1] or do not add up
///   to 1 within 10^-6.
/// - evidence: spans and contexts that are empty, incomplete, or without a source; a figure that
///   `parse_quantity` refuses, or reads as another value, bounds or qualifier than the row has
///   (the unit is not compared, and a blank qualifier is taken as exact).
/// - column: an extra column that says something and whose name is up to two edits away from that
///   of a column that is not there; its first row that is not empty.
///
/// O(n log n) in the rows of all tables, for places of bounded depth. Throws ValidationError for a
/// tolerance outside [0, 1], and Cancelled.
[[nodiscard]] std::vector<Finding> check(const Ledger& ledger, const CheckOptions& options = {},
                                         const Control& control = {});

/// What `check` tells of columns alone, for whoever has just read a ledger: an amount column that
/// is misspelt is no amount. O(names of columns).
[[nodiscard]] std::vector<Finding> check_columns(const Ledger& ledger);

}  // namespace aidnet::inline AIDNET_ABI::ledger
