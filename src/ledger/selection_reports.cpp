#include "selection_detail.hpp"

// Rule 3: of several reports of the same help (`same_as`) one serves: the canonical one where it is
// selected, else the first; one with an amount before one without.
namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

class Reports {
 public:
  explicit Reports(Selection& s)
      : s_(s),
        fellows_(s.flows.same_as, s.flows.size()),
        below_(s.order.empty() ? 0 : s.flows.size(), 0),
        best_(s.flows.unit.words().size() + 1, no_index),
        round_(best_.size(), no_index) {}

  /// A total that gave way takes its parts with it, and they must not displace others then: reports
  /// are settled before those of their parts. No ledger has parts that lead round in a circle.
  void settle_all() {
    const std::size_t n = s_.flows.size();
    Poller poll(s_.control);
    if (s_.order.empty()) {
      for (std::size_t i = 0; i < n; ++i) {
        poll();
        if (s_.flows.same_as[i] == no_index) settle(static_cast<index_t>(i));
      }
      return;
    }
    std::vector<index_t> waiting(n, 0), ready;
    for (std::size_t i = 0; i < n; ++i)
      if (waits(static_cast<index_t>(i))) ++waiting[at(s_.canonical(static_cast<index_t>(i)))];
    for (std::size_t i = 0; i < n; ++i)
      if (s_.flows.same_as[i] == no_index && waiting[i] == 0)
        ready.push_back(static_cast<index_t>(i));
    for (std::size_t k = 0; k < ready.size(); ++k) {
      const index_t row = ready[k];
      settle(row);
      each(row, [&](index_t member) {
        for (const index_t part : s_.parts.to(member))
          if (waits(part) && --waiting[at(s_.canonical(part))] == 0)
            ready.push_back(s_.canonical(part));
      });
      poll(1 + static_cast<std::int64_t>(fellows_.to(row).size()));
    }
  }

 private:
  [[nodiscard]] bool waits(index_t row) const {
    const index_t total = s_.total_of(row);
    return total != no_index && s_.canonical(total) != s_.canonical(row);
  }

  /// The canonical report, then the others by row.
  template <class Do>
  void each(index_t canonical, const Do& perform) const {
    perform(canonical);
    for (const index_t fellow : fellows_.to(canonical)) perform(fellow);
  }

  [[nodiscard]] bool serves(index_t row) const {
    return s_.fate[at(row)] == Fate::used && (below_.empty() || below_[at(row)] == 0);
  }
  void inherit(index_t row) {
    if (!below_.empty() && waits(row)) {
      const index_t total = s_.total_of(row);
      below_[at(row)] = below_[at(total)] != 0 || s_.fate[at(total)] == Fate::same_as;
    }
  }

  void settle(index_t canonical) {
    each(canonical, [&](index_t row) { inherit(row); });
    bool of_a_unit = false;
    each(canonical, [&](index_t row) {
      if (!serves(row)) return;
      const std::size_t k = s_.slot(row);
      of_a_unit |= k > 0;
      if (round_[k] != canonical || (s_.has_amount(row) && !s_.has_amount(best_[k])))
        best_[k] = row;
      round_[k] = canonical;
    });
    each(canonical, [&](index_t row) {
      const std::size_t k = s_.slot(row);
      const bool bare = k == 0 && of_a_unit && !s_.has_amount(row);
      if (s_.fate[at(row)] == Fate::used && (!serves(row) || best_[k] != row || bare))
        s_.fate[at(row)] = Fate::same_as;
    });
  }

  Selection& s_;
  Pointers fellows_;
  std::vector<std::uint8_t> below_;  // parts of a total that gave way
  std::vector<index_t> best_;        // by slot
  std::vector<index_t> round_;       // the reports for which that holds
};

}  // namespace

void drop_other_reports(Selection& s) {
  link_totals(s);
  if (s.has_same) Reports(s).settle_all();
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
