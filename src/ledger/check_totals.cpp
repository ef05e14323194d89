#include <algorithm>

#include "check_detail.hpp"

// A stated total and its stated parts.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// What is known of the parts of one total.
struct PartsRead {
  AmountSum sum;
  bool exhaustive = true;          ///< they are all there are
  std::size_t not_added = 0;       ///< linked to one that is added
  std::size_t cancelled = 0;       ///< or linked to one that is
  std::size_t other_unit = 0;      ///< in another unit than the total's
  index_t example = no_index;      ///< one of these
  std::size_t other_resource = 0;  ///< added, though another kind of help than the total
  index_t other_example = no_index;
};

/// Reads the parts of one total after the other. Reports of the same help count once, and of one
/// chain the most advanced status, as they do in a network.
class PartsReader {
 public:
  explicit PartsReader(const Checks& checks) : c_(checks), canonical_(checks.flows.same_as) {
    const Flows& flows = c_.flows;
    if (any_link(flows.same_as)) report_.resize(flows.size());
    for (std::size_t i = 0; i < canonical_.size(); ++i)
      if (canonical_[i] == no_index) canonical_[i] = static_cast<index_t>(i);
    mark_cancelled();
    if (!any_link(flows.fulfils)) return;
    chain_ = ends_of_chains(flows.fulfils,
                            parents_first(flows.fulfils, flows.flow, "fulfils", c_.control));
    status_.resize(flows.size());
  }

  [[nodiscard]] bool cancelled(index_t row) const {
    return !cancelled_.empty() && cancelled_[at(row)] != 0;
  }

  [[nodiscard]] PartsRead read(index_t total, std::span<const index_t> parts) {
    PartsRead read;
    const auto same_unit = [&](index_t row) { return c_.unit_of(row) == c_.unit_of(total); };
    for (const index_t row : parts)
      if (same_unit(row) && !cancelled(row)) stand_for(row, total);
    for (const index_t row : parts)
      if (same_unit(row) && !cancelled(row) && stands(row)) advance(row, total);
    for (const index_t row : parts) {
      if (cancelled(row)) {  // what it was to be of the total, the others need not make up for
        ++read.cancelled;
        read.exhaustive = false;
        continue;
      }
      read.exhaustive &= c_.flows.part_kind[at(row)] == PartKind::exhaustive;
      if (!same_unit(row)) {
        // Another measure of a part that is added is no part of its own.
        if (!report_.empty() && report_[at(canonical_[at(row)])].total == total) continue;
        if (read.other_unit++ == 0) read.example = row;
      } else if (stands(row) && latest(row)) {
        read.sum.add(c_.amount_of(row));
        if (c_.flows.resource[at(row)] != c_.flows.resource[at(total)] &&
            read.other_resource++ == 0)
          read.other_example = row;
      } else {
        ++read.not_added;
      }
    }
    return read;
  }

 private:
  /// Chains and reports of which one flow is cancelled, and what is part of these.
  void mark_cancelled() {
    const Flows& flows = c_.flows;
    const auto is_cancelled = [](Status status) { return status == Status::cancelled; };
    if (std::none_of(flows.status.begin(), flows.status.end(), is_cancelled)) return;
    const std::vector<index_t> set = linked_flows(flows.size(), {&flows.same_as, &flows.fulfils});
    std::vector<std::uint8_t> out(flows.size(), 0);
    for (std::size_t i = 0; i < flows.size(); ++i)
      if (is_cancelled(flows.status[i])) out[at(set[i])] = 1;
    cancelled_.resize(flows.size());
    for (const index_t row : parents_first(flows.part_of, flows.flow, "part_of", c_.control)) {
      const index_t total = flows.part_of[at(row)];
      cancelled_[at(row)] = out[at(set[at(row)])] != 0 || (total != no_index && cancelled(total));
    }
  }

  void stand_for(index_t row, index_t total) {
    if (report_.empty()) return;
    Report& report = report_[at(canonical_[at(row)])];
    const auto rank = [&](index_t r) {
      return 2 * (c_.amount_of(r).missing ? 0 : 1) + (canonical_[at(r)] == r ? 1 : 0);
    };
    if (report.total != total || rank(row) > rank(report.best)) report.best = row;
    report.total = total;
  }
  [[nodiscard]] bool stands(index_t row) const {
    return report_.empty() || report_[at(canonical_[at(row)])].best == row;
  }
  void advance(index_t row, index_t total) {
    if (chain_.empty()) return;
    Top& top = status_[at(chain_[at(row)])];
    const Status own = c_.flows.status[at(row)];
    top.status = top.total == total ? std::max(top.status, own) : own;
    top.total = total;
  }
  [[nodiscard]] bool latest(index_t row) const {
    return chain_.empty() || status_[at(chain_[at(row)])].status == c_.flows.status[at(row)];
  }

  struct Report {
    index_t total = no_index, best = no_index;
  };
  struct Top {
    index_t total = no_index;
    Status status = Status::unstated;
  };

  const Checks& c_;
  std::vector<index_t> canonical_, chain_;
  std::vector<std::uint8_t> cancelled_;  // by flow; empty where none is
  std::vector<Report> report_;           // by canonical flow
  std::vector<Top> status_;              // by chain
};

/// The verdict, and why, as the end of a sentence.
struct Judgement {
  Verdict verdict;
  std::string why;
};

Judgement judge(const AmountSum& total, const PartsRead& parts, std::string_view unit) {
  const AmountSum& sum = parts.sum;
  const bool all = parts.exhaustive && parts.other_unit == 0;
  const bool complete = total.known() && sum.known() && sum.count > 0 && parts.other_unit == 0;
  if (!total.unbounded && sum.lower > total.upper)
    return {Verdict::inconsistent,
            text(", ", amount_text(sum.lower - total.upper, unit), " or more above the total")};
  if (all && !sum.unbounded && total.known() && sum.upper < total.lower)
    return {Verdict::inconsistent,
            text(", ", amount_text(total.lower - sum.upper, unit), " or more below the total")};
  if (complete && all) {
    const bool below = total.unbounded || (!sum.unbounded && sum.upper <= total.upper);
    if (below && total.lower <= sum.lower) return {Verdict::consistent, ", as they should"};
  }
  if (complete && !all && !sum.unbounded && sum.upper <= total.lower)
    return {Verdict::consistent, ", which leaves room for others"};
  return {Verdict::undecided, complete ? ", which may fit or not" : ""};
}

std::string words(const Checks& c, const PartsRead& parts, std::string_view unit,
                  std::string_view why) {
  const AmountSum& sum = parts.sum;
  std::string line;
  if (sum.count > 0) {
    const std::string many =
        text(count_text(sum.count, "part"), parts.exhaustive ? "" : " (a subset)");
    line = sum.missing == sum.count
               ? text("; its ", many, sum.count == 1 ? " states" : " state", " none")
               : text("; its ", many, sum.count == 1 ? " comes to " : " add up to ",
                      amount_text(sum, unit));
    if (sum.missing > 0 && sum.missing < sum.count)
      line += text(" (", count_text(sum.missing, "part"), " without an amount)");
  }
  if (parts.not_added > 0)
    line += text(", not counting ", parts.not_added, " linked to one of these");
  if (parts.cancelled > 0)
    line += sum.count > 0 ? text(", not counting ", parts.cancelled, " cancelled")
                          : text("; ", count_text(parts.cancelled, "part"),
                                 parts.cancelled == 1 ? " is" : " are", " cancelled");
  line += why;
  if (parts.other_resource > 0) {
    const std::string_view other = name_of(c.flows.resource[at(parts.other_example)]);
    line += text("; ", count_text(parts.other_resource, "part"), " of another resource (",
                 other.empty() ? "none stated" : other, ", ", c.id_of(parts.other_example), ")");
  }
  if (parts.other_unit == 0) return line;
  const std::string_view other = c.flows.unit[at(parts.example)];
  return line + text("; ", count_text(parts.other_unit, "part"), " in another unit (",
                     other.empty() ? "none stated" : other, ", ", c.id_of(parts.example),
                     ") cannot be added");
}

}  // namespace

void check_totals(Checks& c) {
  if (!any_link(c.flows.part_of)) return;
  const Pointers parts(c.flows.part_of, c.flows.size());
  PartsReader reader(c);
  Poller poll(c.control);
  for (std::size_t i = 0; i < c.flows.size(); ++i) {
    const auto row = static_cast<index_t>(i);
    const std::span<const index_t> own = parts.to(row);
    if (own.empty() || reader.cancelled(row)) continue;
    poll(static_cast<std::int64_t>(own.size()));
    const PartsRead read = reader.read(row, own);
    AmountSum total;
    total.add(c.amount_of(row));
    const std::string_view unit = c.flows.unit[i];
    const Judgement judgement = judge(total, read, unit);
    std::vector<index_t> rows{row};
    rows.insert(rows.end(), own.begin(), own.end());
    c.tell(FindingKind::total_parts, judgement.verdict, TableId::flows, std::move(rows),
           text(c.id_of(row), ": the total states ", amount_text(total, unit),
                words(c, read, unit, judgement.why), about_text(total.about + read.sum.about)));
  }
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
