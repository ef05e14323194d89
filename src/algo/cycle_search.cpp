#include <algorithm>
#include <limits>

#include "algo/cycle_search_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr index_t unreached = std::numeric_limits<index_t>::max();

}  // namespace

CycleSearch::CycleSearch(const Graph& ties, const std::vector<index_t>& part, index_t max_length,
                         index_t limit, std::atomic<std::int64_t>& listed)
    : out_(ties.forward()),
      in_(ties.transposed()),
      part_(part),
      directed_(ties.is_directed()),
      max_length_(max_length),
      limit_(limit),
      listed_(listed),
      away_(at(ties.node_count()), unreached),
      on_path_(at(ties.node_count()), false) {}

void CycleSearch::from(index_t root, Cycles& cycles, Poller& poll) {
  const auto targets = out_.row(root);
  poll(1 + static_cast<std::int64_t>(targets.size()));
  path_.assign(1, {root, out_.offsets[at(root)], unreached});
  if (std::binary_search(targets.begin(), targets.end(), root)) list(cycles);
  if (max_length_ == 1) return;
  find_ways_back(root, poll);
  search(root, cycles, poll);
  for (const index_t v : reached_) away_[at(v)] = unreached;
}

/// Breadth-first search against the arcs, among nodes after the root.
void CycleSearch::find_ways_back(index_t root, Poller& poll) {
  reached_.clear();
  const auto visit = [&](index_t node, index_t steps) {
    for (const index_t u : in_.row(node)) {
      if (u <= root || away_[at(u)] != unreached) continue;
      if (directed_ && part_[at(u)] != part_[at(root)]) continue;
      away_[at(u)] = steps;
      reached_.push_back(u);
    }
    poll(1 + static_cast<std::int64_t>(in_.row(node).size()));
  };
  visit(root, max_length_ > 0 ? 1 : 0);
  for (std::size_t head = 0; head < reached_.size(); ++head) {
    const index_t steps = away_[at(reached_[head])];
    if (max_length_ > 0 && steps + 1 >= max_length_) break;
    visit(reached_[head], max_length_ > 0 ? steps + 1 : 0);
  }
}

void CycleSearch::search(index_t root, Cycles& cycles, Poller& poll) {
  while (!path_.empty()) {
    Step& step = path_.back();
    if (step.entry == out_.offsets[at(step.node) + 1]) {
      retreat(poll);
      continue;
    }
    const index_t w = out_.indices[at(step.entry++)];
    const auto length = static_cast<index_t>(path_.size());
    if (w == root) {
      if (length < (directed_ ? 2 : 3)) continue;
      step.back = 1;
      if (directed_ || path_[1].node < step.node) list(cycles);
    } else if (away_[at(w)] != unreached && !on_path_[at(w)]) {
      const bool gets_back =
          max_length_ > 0 ? away_[at(w)] <= max_length_ - length : away_[at(w)] == 0;
      if (gets_back) enter(w, poll);
    }
  }
}

void CycleSearch::enter(index_t node, Poller& poll) {
  on_path_[at(node)] = true;
  path_.push_back({node, out_.offsets[at(node)], unreached});
  poll(1 + out_.offsets[at(node) + 1] - out_.offsets[at(node)]);
}

void CycleSearch::retreat(Poller& poll) {
  Step last = path_.back();
  path_.pop_back();
  if (path_.empty()) return;  // the root
  on_path_[at(last.node)] = false;
  const auto length = static_cast<index_t>(path_.size());
  // Undirected, the tie to the root was no way back for the second node alone.
  if (!directed_ && length == 1) last.back = 1;
  if (last.back == unreached) {
    away_[at(last.node)] = max_length_ > 0 ? max_length_ - length + 1 : 1;
    return;
  }
  path_.back().back = std::min(path_.back().back, last.back + 1);
  lower(last.node, max_length_ > 0 ? last.back : 0, poll);
}

/// `node` is so many steps away; those that lead to it, one more.
void CycleSearch::lower(index_t node, index_t steps, Poller& poll) {
  away_[at(node)] = steps;
  lowered_.assign(1, node);
  while (!lowered_.empty()) {
    const index_t v = lowered_.back();
    lowered_.pop_back();
    const index_t next = max_length_ > 0 ? away_[at(v)] + 1 : 0;
    poll(1 + static_cast<std::int64_t>(in_.row(v).size()));
    for (const index_t u : in_.row(v)) {
      index_t& away = away_[at(u)];
      if (away == unreached || away <= next || on_path_[at(u)]) continue;
      away = next;
      lowered_.push_back(u);
    }
  }
}

void CycleSearch::list(Cycles& cycles) {
  if (++listed_ > limit_)
    throw SizeError(text("simple_cycles: there are more than ", limit_,
                         " cycles; raise limit, or lower max_length"));
  for (const Step& step : path_) cycles.node.push_back(step.node);
  cycles.begin.push_back(cycles.node.size());
}

}  // namespace aidnet::inline AIDNET_ABI::detail
