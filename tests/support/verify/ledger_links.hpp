#pragma once

// Rules 1 to 4, what links between the flows of a small ledger do, as they are written: recursion
// and maps, one flow and one question at a time. Shares no code with the library but the tables it
// reads.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "aidnet/ledger/ledger.hpp"
#include "aidnet/ledger/network_options.hpp"

namespace testing_support::verify {

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

class LinksByDefinition {
 protected:
  LinksByDefinition(const Ledger& ledger, const NetworkOptions& options)
      : l_(ledger), f_(ledger.flows()), o_(options), size_(static_cast<int>(f_.size())) {
    for (int i = 0; i < size_; ++i) make_chain(i);
    find_totals();
    bool other = false;
    for (int i = 0; i < size_; ++i) other |= after_chains(i) == "used" && !aggregate(i);
    some_part_ = other;
    if (other) find_totals();  // aggregates are none any more
  }

  using Rows = std::vector<int>;
  static std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

  static int row(aidnet::index_t i) { return static_cast<int>(i); }

  // What the flows say.
  bool adds() const { return o_.weight == Weight::sum; }
  std::string unit(int i) const { return std::string(f_.unit[at(i)]); }
  bool has_amount(int i) const { return stated(i).has_value(); }
  bool aggregate(int i) const { return f_.scope[at(i)] == "aggregate"; }
  int canonical(int i) const { return f_.same_as[at(i)] < 0 ? i : row(f_.same_as[at(i)]); }
  int total_of(int i) const { return totals_[at(i)]; }
  /// Goes up from each flow to the first that is there to be its total.
  void find_totals() {
    totals_.clear();
    for (int i = 0; i < size_; ++i) {
      int total = row(f_.part_of[at(i)]);
      while (total >= 0 && !(counts(total) && (!adds() || unit(total) == unit(i))))
        total = row(f_.part_of[at(total)]);
      totals_.push_back(total);
    }
  }
  /// Whether the flow is a share of its total that a network must not add to it.
  bool counts(int i) const {
    const bool period = !o_.period_start.blank() || !o_.period_end.blank();
    return resource_asked(i) && admitted(i) && source_asked(i) && !(period && from(i).blank()) &&
           !cancelled(i) && !(some_part_ && aggregate(i));
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
  bool resource_asked(int i) const {
    const Resource r = f_.resource[at(i)];
    if (o_.resource.empty()) return r != Resource::repayment;  // of those that there are here
    return std::find(o_.resource.begin(), o_.resource.end(), r) != o_.resource.end();
  }
  bool source_asked(int i) const {
    return o_.source.empty() ||
           std::find(o_.source.begin(), o_.source.end(), f_.source[at(i)]) != o_.source.end();
  }
  std::string filtered(int i) const {
    if (!resource_asked(i))
      return f_.resource[at(i)] == Resource::repayment ? "not_aid" : "other_resource";
    if (o_.unit && unit(i) != *o_.unit) return "other_unit";
    if (!admitted(i)) return "other_status";
    if (!source_asked(i)) return "other_source";
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
          if (f_.fulfils[at(a)] != b && f_.same_as[at(a)] != b) continue;
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
    const auto bare = [&](int k) { return unit(k).empty() && !has_amount(k); };
    for (const int k : chains_[at(i)])
      if (after_reports(k) == "used" && f_.status[at(k)] > f_.status[at(i)] &&
          (!adds() || unit(k) == unit(i) || bare(k) || bare(i)))
        return "superseded";
    return "used";
  }
  bool below_superseded(int i) {
    const int total = total_of(i);
    return total >= 0 && (below_superseded(total) ||
                          (after_chains(total) == "superseded" && !chains_[at(i)].contains(total)));
  }
  std::string after_chains(int i) {
    if (const auto known = after_chains_.find(i); known != after_chains_.end())
      return known->second;
    const std::string fate = in_chain(i);
    return after_chains_[i] = fate == "used" && below_superseded(i) ? "superseded" : fate;
  }

  const Ledger& l_;
  const Flows& f_;
  const NetworkOptions& o_;
  int size_;
  bool some_part_ = false;  ///< of which aggregates are the sum
  std::vector<std::set<int>> chains_;

 private:
  std::vector<int> totals_;
  std::map<int, std::string> reports_, after_chains_;
};

}  // namespace testing_support::verify
