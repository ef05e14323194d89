#pragma once

// What becomes of each flow of a small ledger, from the rules as they are written: recursion and
// maps, one flow and one question at a time. Shares no code with the library but the tables it
// reads.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "aidnet/ledger/ledger.hpp"
#include "aidnet/ledger/network_options.hpp"

namespace verify {

using namespace aidnet::ledger;

struct Amount {
  std::int64_t value = 0, lower = 0;
  std::optional<std::int64_t> upper = 0;  ///< blank: unbounded

  Amount& operator+=(const Amount& other) {
    value += other.value;
    lower += other.lower;
    if (!upper || !other.upper)
      upper.reset();
    else
      *upper += *other.upper;
    return *this;
  }
};

class FatesByDefinition {
 public:
  FatesByDefinition(const Ledger& ledger, const NetworkOptions& options)
      : l_(ledger), f_(ledger.flows()), o_(options), size_(static_cast<int>(f_.size())) {
    for (int i = 0; i < size_; ++i) make_chain(i);
    for (int i = 0; i < size_; ++i) some_part_ |= after_chains(i) == "used" && !aggregate(i);
    for (int i = 0; i < size_; ++i) fates.push_back(settle(i));
  }

  std::vector<std::string> fates;

 protected:
  using Rows = std::vector<int>;
  static std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

  static int row(aidnet::index_t i) { return static_cast<int>(i); }

  // What the flows say.
  bool adds() const { return o_.weight == Weight::sum; }
  std::string unit(int i) const { return std::string(f_.unit[at(i)]); }
  bool has_amount(int i) const { return stated(i).has_value(); }
  bool aggregate(int i) const { return f_.scope[at(i)] == "aggregate"; }
  int canonical(int i) const { return f_.same_as[at(i)] < 0 ? i : row(f_.same_as[at(i)]); }
  int total_of(int i) const {
    const int total = row(f_.part_of[at(i)]);
    return total >= 0 && adds() && unit(total) != unit(i) ? -1 : total;
  }
  std::optional<Amount> stated(int i) const {
    const auto cell = [](std::int64_t number) {
      return number == no_number ? std::optional<std::int64_t>() : number;
    };
    auto value = cell(f_.value[at(i)]), lower = cell(f_.lower[at(i)]),
         upper = cell(f_.upper[at(i)]);
    if (!value && lower && upper) value = (*lower + *upper) / 2;  // not negative here
    if (!value) value = lower ? lower : upper;
    if (!value) return {};
    const std::string_view q = name_of(f_.qualifier[at(i)]);
    const bool from_zero = q == "nearly" || q == "at_most" || q == "range";
    const bool open = q == "over" || q == "at_least" || q == "range";
    if (!upper && !open) upper = value;
    return Amount{*value, lower ? *lower : from_zero ? 0 : *value, upper};
  }

  // Rule 1.
  bool admitted(int i) const {
    return o_.status.empty() ||
           std::find(o_.status.begin(), o_.status.end(), f_.status[at(i)]) != o_.status.end();
  }
  Date from(int i) const { return f_.start[at(i)].blank() ? f_.end[at(i)] : f_.start[at(i)]; }
  Date to(int i) const { return f_.end[at(i)].blank() ? f_.start[at(i)] : f_.end[at(i)]; }
  std::string filtered(int i) const {
    if (o_.unit && unit(i) != *o_.unit) return "other_unit";
    if (!admitted(i)) return "other_status";
    if (!o_.source.empty() &&
        std::find(o_.source.begin(), o_.source.end(), f_.source[at(i)]) == o_.source.end())
      return "other_source";
    if (o_.period_start.blank() && o_.period_end.blank()) return "used";
    if (from(i).blank()) return "undated";
    const bool out = from(i).first_day() > o_.period_end.last_day() ||
                     to(i).last_day() < o_.period_start.first_day();
    return out ? "out_of_period" : "used";
  }

  // Rule 2.
  void make_chain(int i) {
    Rows chain{i};
    for (bool grown = true; grown;) {
      grown = false;
      for (int a = 0; a < size_; ++a)
        for (int b = 0; b < size_; ++b) {
          if (f_.fulfils[at(a)] != b) continue;
          const bool has_a = contains(chain, a), has_b = contains(chain, b);
          if (has_a == has_b) continue;
          chain.push_back(has_a ? b : a);
          grown = true;
        }
    }
    chains_.push_back(std::set<int>(chain.begin(), chain.end()));
  }
  static bool contains(const Rows& rows, int i) {
    return std::find(rows.begin(), rows.end(), i) != rows.end();
  }
  bool cancelled(int i) const {
    if (std::find(o_.status.begin(), o_.status.end(), Status::cancelled) != o_.status.end())
      return false;
    for (const int k : chains_[at(i)])
      if (f_.status[at(k)] == Status::cancelled) return true;
    return f_.part_of[at(i)] >= 0 && cancelled(row(f_.part_of[at(i)]));
  }
  std::string after_cancelled(int i) const {
    const std::string fate = filtered(i);
    return fate == "used" && cancelled(i) ? "cancelled" : fate;
  }

  // Rule 3.
  bool below_report(int i) {
    const int total = total_of(i);
    return total >= 0 && canonical(total) != canonical(i) &&
           (below_report(total) || after_reports(total) == "same_as");
  }
  bool better_report(int a, int b) const {
    if (has_amount(a) != has_amount(b)) return has_amount(a);
    return (a == canonical(a)) != (b == canonical(b)) ? a == canonical(a) : a < b;
  }
  std::string after_reports(int i) {
    if (const auto known = reports_.find(i); known != reports_.end()) return known->second;
    std::string fate = after_cancelled(i);
    if (fate == "used" && below_report(i)) fate = "same_as";
    for (int k = 0; k < size_ && fate == "used"; ++k) {
      if (k == i || canonical(k) != canonical(i)) continue;
      if (after_cancelled(k) != "used" || below_report(k)) continue;
      const bool bare = adds() && unit(i).empty() && !has_amount(i) && !unit(k).empty();
      if (bare || ((!adds() || unit(i) == unit(k)) && better_report(k, i))) fate = "same_as";
    }
    return reports_[i] = fate;
  }

  // Rule 4.
  std::string in_chain(int i) {
    const std::string fate = after_reports(i);
    if (fate != "used") return fate;
    for (const int k : chains_[at(i)])
      if (after_reports(k) == "used" && f_.status[at(k)] > f_.status[at(i)]) return "superseded";
    return "used";
  }
  bool below_superseded(int i) {
    const int total = total_of(i);
    return total >= 0 && (below_superseded(total) ||
                          (after_chains(total) == "superseded" && !chains_[at(i)].contains(total)));
  }
  std::string after_chains(int i) {
    const std::string fate = in_chain(i);
    return fate == "used" && below_superseded(i) ? "superseded" : fate;
  }

  // Rule 6, then 5.
  std::string after_aggregates(int i) {
    const std::string fate = after_chains(i);
    return fate == "used" && some_part_ && aggregate(i) ? "aggregate" : fate;
  }
  Rows parts_of(int total) const {
    Rows parts;
    for (int i = 0; i < size_; ++i)
      if (total_of(i) == total && admitted(i) && !cancelled(i) && !(some_part_ && aggregate(i)))
        parts.push_back(i);
    return parts;
  }
  std::optional<Amount> sum_of_parts(int total) const {
    const Rows parts = parts_of(total);
    if (parts.empty()) return {};
    Rows reports;
    for (const int i : parts)
      if (std::none_of(parts.begin(), parts.end(), [&](int k) {
            return k != i && canonical(k) == canonical(i) && better_report(k, i);
          }))
        reports.push_back(i);
    Amount all;
    for (const int i : reports) {
      if (std::any_of(reports.begin(), reports.end(), [&](int k) {
            return chains_[at(i)].contains(k) && f_.status[at(k)] > f_.status[at(i)];
          }))
        continue;
      if (const auto own = stated(i)) {
        all += *own;
        continue;
      }
      if (const auto own = sum_of_parts(i)) all += *own;
      all.upper.reset();
    }
    return all;
  }
  bool within(int i) {
    const int total = total_of(i);
    return total >= 0 && (within(total) || settle(total) == "used");
  }
  bool part_serves(int total) {
    for (int i = 0; i < size_; ++i)
      if (f_.part_of[at(i)] == total && (after_aggregates(i) == "used" || part_serves(i)))
        return true;
    return false;
  }
  std::string settle(int i) {
    const std::string fate = after_aggregates(i);
    if (fate != "used") return fate;
    if (o_.totals == Totals::total) {
      if (within(i)) return "within_total";
      return adds() && !has_amount(i) && !parts_of(i).empty() ? "replaced_by_parts" : "used";
    }
    if (!adds()) return part_serves(i) ? "replaced_by_parts" : "used";
    const auto parts = sum_of_parts(i);
    if (!parts) return "used";
    const auto own = stated(i);
    return own && parts->value < own->value ? "used_remainder" : "replaced_by_parts";
  }
  Amount remainder(int i) const {
    const Amount own = *stated(i), parts = *sum_of_parts(i);
    Amount rest{own.value - parts.value, 0, {}};
    if (parts.upper) rest.lower = std::max<std::int64_t>(0, own.lower - *parts.upper);
    if (own.upper) rest.upper = std::max<std::int64_t>(0, *own.upper - parts.lower);
    return rest;
  }

  const Ledger& l_;
  const Flows& f_;
  const NetworkOptions& o_;
  int size_;

 private:
  bool some_part_ = false;
  std::vector<std::set<int>> chains_;
  std::map<int, std::string> reports_;
};

}  // namespace verify
