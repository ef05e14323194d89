#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aidnet/ledger/check.hpp"
#include "core/text_detail.hpp"
#include "hierarchy_detail.hpp"
#include "int128_detail.hpp"
#include "period_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {

using aidnet::detail::text;

/// What the checks share: the ledger, how to read it, and the findings so far.
struct Checks {
  const Ledger& ledger;
  const Flows& flows;
  const CheckOptions& options;
  const Control& control;
  /// Flows linked by same_as, part_of or fulfils, directly or through others, have one number.
  std::vector<index_t> linked;
  std::vector<Finding> findings{};

  [[nodiscard]] BoundsRead amount_of(index_t row) const noexcept {
    return bounds_of(flows.value[at(row)], flows.lower[at(row)], flows.upper[at(row)],
                     flows.qualifier[at(row)], options.tolerance);
  }
  [[nodiscard]] index_t unit_of(index_t row) const noexcept { return flows.unit.codes()[at(row)]; }
  [[nodiscard]] std::string_view id_of(index_t row) const noexcept { return flows.flow[at(row)]; }
  void tell(FindingKind kind, Verdict verdict, TableId table, std::vector<index_t> rows,
            std::string message) {
    for (char& c : message)  // cells may have several lines, messages have one
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    findings.push_back({kind, verdict, table, std::move(rows), std::move(message)});
  }
};

/// What amounts of one unit add up to.
struct AmountSum {
  int128 lower = 0, upper = 0;
  bool unbounded = false;
  std::size_t count = 0, missing = 0, about = 0;

  void add(const BoundsRead& read) {
    ++count;
    if (read.missing) {
      ++missing;
      unbounded = true;
      return;
    }
    if (read.about_as_exact) ++about;
    lower += read.bounds.lower;
    if (read.bounds.unbounded())
      unbounded = true;
    else
      upper += read.bounds.upper;
  }
  [[nodiscard]] bool known() const noexcept { return missing == 0; }
};

// Words. Amounts are in whole units of 10^-decimals_of(unit).
[[nodiscard]] std::string amount_text(int128 amount, std::string_view unit);
[[nodiscard]] std::string range_text(int128 lower, int128 upper, std::string_view unit);
/// "100 person", "80 to 100 person", "at least 80 person", or "no amount".
[[nodiscard]] std::string amount_text(const AmountSum& sum, std::string_view unit);
/// "3 flows", "1 flow".
[[nodiscard]] std::string count_text(std::size_t count, std::string_view one);
/// "a, b and 3 more": of `total` rows where that is more than there are in `rows`.
[[nodiscard]] std::string names_text(std::span<const index_t> rows, const Text& names,
                                     std::size_t total = 0);
[[nodiscard]] std::string about_text(std::size_t about);
[[nodiscard]] inline std::string quoted(std::string_view cell) { return text("\"", cell, "\""); }

/// The links without their cycles: each is cut at its lowest row. Where `cycles` is given, the
/// members of each are put there, from that row along the links. O(rows).
[[nodiscard]] std::vector<index_t> without_cycles(std::vector<index_t> link,
                                                  std::vector<std::vector<index_t>>* cycles);

/// One number, the lowest row, for flows that some of the columns of links join, directly or
/// through others.
[[nodiscard]] std::vector<index_t> linked_flows(
    std::size_t flows, std::initializer_list<const std::vector<index_t>*> links);

// One file each.
void check_totals(Checks& checks);
void check_same_as(Checks& checks);
void check_fulfilment(Checks& checks);
void check_cycles(Checks& checks);
void check_duplicates(Checks& checks);
void check_aggregates(Checks& checks);
void check_listings(Checks& checks);
void check_memberships(Checks& checks);
void check_evidence(Checks& checks);
void check_columns(Checks& checks);

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
