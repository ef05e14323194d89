#pragma once

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/flow/flow_arcs_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// The first phase of a maximum flow: as much as can arrive at the targets does so, while what
/// cannot is still on its way. Of the active nodes the highest is discharged first; heights are
/// made anew from distances now and then, and what is above a gap cannot reach a target any more.
///
/// One object serves many flows of one graph.
template <class Whole>
class PushRelabel {
 public:
  explicit PushRelabel(const FlowArcs& arcs)
      : arcs_(&arcs),
        residual_(arcs.heads.size()),
        excess_(at(arcs.node_count())),
        height_(at(arcs.node_count())),
        current_(at(arcs.node_count())),
        next_(at(arcs.node_count())),
        previous_(at(arcs.node_count())),
        queue_(at(arcs.node_count())),
        active_(at(arcs.node_count()) + 1),
        inactive_(at(arcs.node_count()) + 1) {}

  /// What arrives. No target is a source.
  Whole run(std::span<const Whole> capacity, std::span<const index_t> sources,
            std::span<const index_t> targets, Poller& poll) {
    std::copy(capacity.begin(), capacity.end(), residual_.begin());
    std::fill(excess_.begin(), excess_.end(), Whole{0});
    const index_t n = arcs_->node_count();
    std::fill(height_.begin(), height_.end(), n);
    for (const index_t s : sources) height_[at(s)] = source_height;
    for (const index_t s : sources)
      for (index_t a = arcs_->offsets[at(s)]; a < arcs_->offsets[at(s) + 1]; ++a)
        if (height_[at(arcs_->heads[at(a)])] != source_height) push(a, residual_[at(a)]);

    const std::int64_t patience = 6 * std::int64_t{n} + arcs_->offsets.back() / 2;
    set_heights(targets, poll);
    while (highest_active_ >= 0) {
      const index_t u = active_[at(highest_active_)];
      if (u == no_index) {
        --highest_active_;
        continue;
      }
      active_[at(highest_active_)] = next_[at(u)];
      const std::int64_t before = work_;
      discharge(u);
      poll(work_ - before + 1);
      if (work_ > patience) set_heights(targets, poll);
    }
    Whole arrived = 0;
    for (const index_t t : targets) arrived += excess_[at(t)];
    return arrived;
  }

  /// The capacities, less what passes along an arc and more what passes back.
  [[nodiscard]] std::vector<Whole>& residual() { return residual_; }
  /// What has come to each node and not left it.
  [[nodiscard]] std::vector<Whole>& excess() { return excess_; }

 private:
  static constexpr index_t source_height = std::numeric_limits<index_t>::max();

  void push(index_t a, Whole amount) {
    residual_[at(a)] -= amount;
    residual_[at(arcs_->reverses[at(a)])] += amount;
    excess_[at(arcs_->heads[at(a)])] += amount;
  }

  /// Heights are the numbers of arcs to the next target; n where no target can be reached.
  void set_heights(std::span<const index_t> targets, Poller& poll) {
    const index_t n = arcs_->node_count();
    for (index_t& h : height_)
      if (h != source_height) h = n;
    std::fill(active_.begin(), active_.end(), no_index);
    std::fill(inactive_.begin(), inactive_.end(), no_index);
    highest_active_ = no_index;
    highest_ = 0;
    work_ = 0;
    index_t* end = queue_.data();
    for (const index_t t : targets) {
      height_[at(t)] = 0;
      *end++ = t;
    }
    for (const index_t* next = queue_.data(); next != end; ++next) {
      const index_t v = *next;
      const index_t above = height_[at(v)] + 1;
      poll(arcs_->offsets[at(v) + 1] - arcs_->offsets[at(v)] + 1);
      for (index_t a = arcs_->offsets[at(v)]; a < arcs_->offsets[at(v) + 1]; ++a) {
        const index_t u = arcs_->heads[at(a)];
        if (height_[at(u)] != n || residual_[at(arcs_->reverses[at(a)])] == 0) continue;
        height_[at(u)] = above;
        current_[at(u)] = arcs_->offsets[at(u)];
        *end++ = u;
        if (excess_[at(u)] > 0)
          activate(u);
        else
          rest(u);
      }
    }
  }

  void activate(index_t u) {
    const index_t h = height_[at(u)];
    next_[at(u)] = std::exchange(active_[at(h)], u);
    highest_active_ = std::max(highest_active_, h);
    highest_ = std::max(highest_, h);
  }
  void rest(index_t u) {
    const index_t h = height_[at(u)];
    const index_t first = std::exchange(inactive_[at(h)], u);
    next_[at(u)] = first;
    previous_[at(u)] = no_index;
    if (first != no_index) previous_[at(first)] = u;
    highest_ = std::max(highest_, h);
  }
  void wake(index_t u) {
    const index_t before = previous_[at(u)];
    const index_t after = next_[at(u)];
    (before != no_index ? next_[at(before)] : inactive_[at(height_[at(u)])]) = after;
    if (after != no_index) previous_[at(after)] = before;
    activate(u);
  }

  /// Pushes on what is at u until nothing is left, or no target can be reached from there.
  void discharge(index_t u) {
    const index_t* heads = arcs_->heads.data();
    const index_t n = arcs_->node_count();
    const index_t end = arcs_->offsets[at(u) + 1];
    Whole left = excess_[at(u)];
    for (;;) {
      const index_t below = height_[at(u)] - 1;
      index_t a = current_[at(u)];
      for (; a < end; ++a) {
        const index_t v = heads[a];
        if (height_[at(v)] != below || residual_[at(a)] == 0) continue;
        const Whole amount = std::min(left, residual_[at(a)]);
        if (below > 0 && excess_[at(v)] == 0) wake(v);
        push(a, amount);
        left -= amount;
        if (left == 0) break;
      }
      work_ += a - current_[at(u)];
      if (left == 0) {
        current_[at(u)] = a;
        excess_[at(u)] = 0;
        rest(u);
        return;
      }
      const index_t h = below + 1;
      if (active_[at(h)] == no_index && inactive_[at(h)] == no_index) {
        lift_above(h);
        height_[at(u)] = n;
      } else {
        relabel(u);
      }
      if (height_[at(u)] == n) break;
    }
    excess_[at(u)] = left;
  }

  void relabel(index_t u) {
    const index_t n = arcs_->node_count();
    index_t least = n - 1;
    index_t through = no_index;
    for (index_t a = arcs_->offsets[at(u)]; a < arcs_->offsets[at(u) + 1]; ++a)
      if (residual_[at(a)] > 0 && height_[at(arcs_->heads[at(a)])] < least) {
        least = height_[at(arcs_->heads[at(a)])];
        through = a;
      }
    constexpr std::int64_t effort = 12;
    work_ += effort + arcs_->offsets[at(u) + 1] - arcs_->offsets[at(u)];
    height_[at(u)] = through == no_index ? n : least + 1;
    if (through != no_index) current_[at(u)] = through;
  }

  /// No node is left at this height: those above have no way down to a target.
  void lift_above(index_t h) {
    const index_t n = arcs_->node_count();
    for (index_t k = h + 1; k <= highest_; ++k) {
      for (index_t u = inactive_[at(k)]; u != no_index; u = next_[at(u)]) height_[at(u)] = n;
      inactive_[at(k)] = no_index;
    }
    highest_ = h;
    highest_active_ = h - 1;
  }

  const FlowArcs* arcs_;
  std::vector<Whole> residual_, excess_;
  std::vector<index_t> height_, current_, next_, previous_, queue_;
  /// The first node with excess, and the first one without, at each height.
  std::vector<index_t> active_, inactive_;
  index_t highest_active_ = no_index;
  index_t highest_ = 0;
  std::int64_t work_ = 0;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
