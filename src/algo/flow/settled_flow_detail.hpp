#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "aidnet/core/control.hpp"
#include "algo/flow/flow_arcs_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// Makes a flow of what PushRelabel leaves: takes out its cycles, then sends back what did not
/// arrive. Both only take flow off arcs.
template <class Whole>
class SettledFlow {
 public:
  SettledFlow(const FlowArcs& arcs, std::span<const Whole> capacity, std::span<Whole> residual)
      : arcs_(arcs), capacity_(capacity), residual_(residual) {}

  /// `ends` has a flag for each source and target.
  void run(std::span<Whole> excess, const std::vector<char>& ends, Poller& poll) {
    const std::vector<index_t> order = without_cycles(poll);
    for (const index_t v : order) {  // whatever passes from a node goes to nodes before it
      Whole left = excess[at(v)];
      if (ends[at(v)] != 0 || left == 0) continue;
      poll(arcs_.offsets[at(v) + 1] - arcs_.offsets[at(v)]);
      for (index_t a = arcs_.offsets[at(v)]; left > 0; ++a) {
        const index_t from = arcs_.reverses[at(a)];
        const Whole amount = std::min(left, flow(from));
        if (amount <= 0) continue;
        take(from, amount);
        excess[at(arcs_.heads[at(a)])] += amount;
        left -= amount;
      }
      excess[at(v)] = 0;
    }
  }

  /// What passes along an arc; below 0 where it passes back.
  [[nodiscard]] Whole flow(index_t a) const { return capacity_[at(a)] - residual_[at(a)]; }

 private:
  enum Colour : char { unseen, on_path, done };

  void take(index_t a, Whole amount) {
    residual_[at(a)] += amount;
    residual_[at(arcs_.reverses[at(a)])] -= amount;
  }

  /// Depth first along the flow; nodes in the order in which they are done.
  std::vector<index_t> without_cycles(Poller& poll) {
    const index_t n = arcs_.node_count();
    colour_.assign(at(n), unseen);
    next_.assign(arcs_.offsets.begin(), arcs_.offsets.end() - 1);
    std::vector<index_t> order;
    order.reserve(at(n));
    for (index_t root = 0; root < n; ++root) {
      if (colour_[at(root)] != unseen) continue;
      path_.assign(1, root);
      colour_[at(root)] = on_path;
      while (!path_.empty()) {
        const index_t u = path_.back();
        index_t& a = next_[at(u)];
        const index_t begin = a;
        while (a < arcs_.offsets[at(u) + 1] &&
               (flow(a) <= 0 || colour_[at(arcs_.heads[at(a)])] == done))
          ++a;
        poll(a - begin + 1);
        if (a == arcs_.offsets[at(u) + 1]) {
          colour_[at(u)] = done;
          order.push_back(u);
          path_.pop_back();
        } else if (const index_t v = arcs_.heads[at(a)]; colour_[at(v)] == on_path) {
          cancel(v);
          poll(static_cast<std::int64_t>(path_.size()));
        } else {
          colour_[at(v)] = on_path;
          path_.push_back(v);
        }
      }
    }
    return order;
  }

  /// Takes out the cycle from `first` along the path and back, and the path from its first arc
  /// without flow on.
  void cancel(index_t first) {
    auto begin = path_.end();
    Whole amount = 0;
    do {
      --begin;
      const Whole here = flow(next_[at(*begin)]);
      amount = amount == 0 ? here : std::min(amount, here);
    } while (*begin != first);
    auto last = path_.end();
    for (auto v = path_.end(); v-- != begin;) {
      take(next_[at(*v)], amount);
      if (flow(next_[at(*v)]) == 0) last = v;
    }
    for (auto v = last + 1; v != path_.end(); ++v) colour_[at(*v)] = unseen;
    path_.erase(last + 1, path_.end());
  }

  const FlowArcs& arcs_;
  std::span<const Whole> capacity_;
  std::span<Whole> residual_;
  std::vector<Colour> colour_;
  std::vector<index_t> next_, path_;
};

}  // namespace aidnet::inline AIDNET_ABI::detail
