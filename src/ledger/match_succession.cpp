#include <algorithm>
#include <numeric>

#include "match_detail.hpp"

namespace aidnet::inline AIDNET_ABI::ledger::detail {
namespace {

/// All places that are in no cycle, each before the one that it became.
std::vector<index_t> earlier_first(const std::vector<index_t>& successor) {
  std::vector<index_t> predecessors(successor.size(), 0), order;
  for (const index_t next : successor)
    if (next != no_index) ++predecessors[at(next)];
  for (std::size_t i = 0; i < successor.size(); ++i)
    if (predecessors[i] == 0) order.push_back(static_cast<index_t>(i));
  for (std::size_t k = 0; k < order.size(); ++k) {
    const index_t next = successor[at(order[k])];
    if (next != no_index && --predecessors[at(next)] == 0) order.push_back(next);
  }
  return order;
}

}  // namespace

Succession::Succession(const std::vector<index_t>& successor)
    : begin_(successor.size()), end_(successor.size()), last_(successor.size()) {
  // Each place is the root of the tree of those that became it. Places are numbered so that a tree
  // is an interval: its root first, then its subtrees one after the other.
  const std::vector<index_t> order = earlier_first(successor);
  std::vector<index_t> size(successor.size(), 1), free(successor.size());
  for (const index_t place : order)
    if (successor[at(place)] != no_index) size[at(successor[at(place)])] += size[at(place)];
  index_t roots_end = 0;
  const auto put = [&](index_t place, index_t begin, index_t last) {
    begin_[at(place)] = begin;
    end_[at(place)] = begin + size[at(place)];
    free[at(place)] = begin + 1;
    last_[at(place)] = last;
  };
  const auto put_root = [&](index_t place) {
    put(place, roots_end, place);
    roots_end += size[at(place)];
  };
  std::vector<bool> in_cycle(successor.size(), true);
  for (const index_t place : order) in_cycle[at(place)] = false;
  for (std::size_t i = 0; i < successor.size(); ++i)
    if (in_cycle[i]) put_root(static_cast<index_t>(i));
  for (auto place = order.rbegin(); place != order.rend(); ++place) {
    const index_t next = successor[at(*place)];
    if (next == no_index) {
      put_root(*place);
    } else {
      put(*place, free[at(next)], last_[at(next)]);
      free[at(next)] += size[at(*place)];
    }
  }
}

void Succession::drop_earlier(std::vector<NameEntry>& entries) const {
  if (entries.size() < 2) return;
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return begin_[at(entries[a].row)] < begin_[at(entries[b].row)];
  });
  index_t covered = -1;  // up to here lies what became a place seen before
  std::vector<bool> earlier(entries.size());
  for (const std::size_t i : order) {
    const index_t row = entries[i].row;
    earlier[i] = begin_[at(row)] < covered;
    covered = std::max(covered, end_[at(row)]);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!earlier[i]) entries[kept++] = entries[i];
  entries.resize(kept);
}

}  // namespace aidnet::inline AIDNET_ABI::ledger::detail
