#include "algo/moves_detail.hpp"
#include "core/at_detail.hpp"

#include <numeric>

namespace aidnet::inline AIDNET_ABI::detail {
namespace {}  // namespace

Moves::Moves(const Links& links, std::vector<index_t> of)
    : links_(&links),
      of_(std::move(of)),
      size_(of_.size()),
      members_(of_.size()),
      queue_(of_.size()),
      waiting_(of_.size()),
      near_(links.count()) {
  for (std::size_t v = 0; v < of_.size(); ++v) {
    size_[at(of_[v])] += links.size[v];
    ++members_[at(of_[v])];
  }
  empty_.reserve(of_.size());
  for (index_t group = links.count(); group-- > 0;)
    if (members_[at(group)] == 0) empty_.push_back(group);
}

double Moves::move(index_t v) {
  const auto to = links_->neighbors(v);
  const auto weights = links_->weights(v);
  for (std::size_t e = 0; e < to.size(); ++e) near_.add(of_[at(to[e])], weights[e]);

  const index_t own = of_[at(v)];
  const Size& size = links_->size[at(v)];
  const double pull = links_->pull;
  const bool alone = members_[at(own)] == 1;
  const Size rest = alone ? Size{} : size_[at(own)] - size;
  const double stay = near_[own] - pull * (size * rest);
  // Out into a group of its own gains nothing and loses nothing.
  index_t best = alone ? own : empty_.back();
  double most = alone ? stay : 0.0;
  for (const index_t group : near_.groups()) {
    const double value = near_[group] - pull * (size * size_[at(group)]);
    if (value > most && group != own) {
      most = value;
      best = group;
    }
  }
  const double scale =
      near_[own] + near_[best] + pull * (size * (rest + size_[at(best)] + links_->drift));
  const double gain = most - stay;
  near_.clear();
  if (!(gain > slack(scale, to.size()))) return 0.0;

  if (members_[at(best)]++ == 0) empty_.pop_back();
  size_[at(best)] += size;
  size_[at(own)] = rest;
  if (--members_[at(own)] == 0) empty_.push_back(own);
  of_[at(v)] = best;
  return gain;
}

double Moves::settle(Draws& draws, const Control& control) {
  const std::size_t n = queue_.size();
  std::iota(queue_.begin(), queue_.end(), index_t{0});
  draws.shuffle(queue_);
  waiting_.assign(n, 1);
  double gained = 0.0;
  Poller poll(control);
  for (std::size_t next = 0, left = n; left > 0; --left) {
    const index_t v = queue_[next];
    next = next + 1 == n ? 0 : next + 1;
    waiting_[at(v)] = 0;
    const auto neighbors = links_->neighbors(v);
    poll(1 + static_cast<std::int64_t>(neighbors.size()));
    const double gain = move(v);
    if (gain == 0.0) continue;
    gained += gain;
    for (const index_t u : neighbors) {
      if (waiting_[at(u)] != 0 || of_[at(u)] == of_[at(v)]) continue;
      waiting_[at(u)] = 1;
      // One place was freed for each that is taken, so the ring never overruns itself.
      queue_[(next + left - 1) % n] = u;
      ++left;
    }
  }
  return gained;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
