#include "selection_detail.hpp"

// Which total each flow is an arithmetic part of.
namespace aidnet::inline AIDNET_ABI::ledger::detail {

void link_totals(Selection& s) {
  if (s.order.empty()) return;
  const Pointers parts(s.flows.part_of, s.flows.size());
  s.total.assign(s.flows.size(), no_index);
  // Goes down from each root and keeps, by unit, the lowest flow on the way that counts: what a
  // flow finds there when it is entered is its total, and is put back when it is left.
  std::vector<index_t> lowest(s.flows.unit.words().size() + 1, no_index);
  std::vector<index_t> way;  // rows to enter, and ~row to leave
  Poller poll(s.control);
  for (std::size_t i = 0; i < s.flows.size(); ++i) {
    if (s.flows.part_of[i] == no_index) way.push_back(static_cast<index_t>(i));
    while (!way.empty()) {
      poll();
      const bool enters = way.back() >= 0;
      const index_t row = enters ? way.back() : ~way.back();
      index_t& total = lowest[s.slot(row)];
      if (!enters) {
        total = s.total[at(row)];
        way.pop_back();
        continue;
      }
      s.total[at(row)] = total;
      if (s.counts[at(row)] != 0) total = row;
      way.back() = ~row;
      const auto below = parts.to(row);
      way.insert(way.end(), below.begin(), below.end());
    }
  }
  s.parts = Pointers(s.total, s.flows.size());
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
