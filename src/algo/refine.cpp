#include <cmath>
#include <numeric>

#include "algo/moves_detail.hpp"
#include "algo/refine_detail.hpp"
#include "core/at_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

/// The parts that nodes are joined to, of which each starts as one node.
class Parts {
 public:
  Parts(const Links& links, std::span<const index_t> of, double theta)
      : links_(&links),
        of_(of),
        theta_(theta * links.mean),
        group_size_(of.size()),
        part_(of.size()),
        size_(links.size),
        out_(of.size(), 0.0),
        joined_(of.size(), 0),
        near_(links.count()) {
    std::iota(part_.begin(), part_.end(), index_t{0});
    for (std::size_t v = 0; v < of.size(); ++v) {
      group_size_[at(of[v])] += links.size[v];
      const auto to = links.neighbors(static_cast<index_t>(v));
      const auto weights = links.weights(static_cast<index_t>(v));
      for (std::size_t e = 0; e < to.size(); ++e)
        if (of[at(to[e])] == of[v]) out_[v] += weights[e];
    }
  }

  /// Joins a node to a part of its group, unless somebody joined it before or nothing gains.
  void join(index_t v, Draws& draws) {
    if (joined_[at(v)] != 0 || !well_connected(v)) return;
    const index_t group = of_[at(v)];
    const auto to = links_->neighbors(v);
    const auto weights = links_->weights(v);
    for (std::size_t e = 0; e < to.size(); ++e)
      if (of_[at(to[e])] == group) near_.add(part_[at(to[e])], weights[e]);
    const index_t chosen = theta_ > 0.0 ? drawn(v, draws) : best(v);
    if (chosen != v) {
      part_[at(v)] = chosen;
      joined_[at(v)] = joined_[at(chosen)] = 1;
      size_[at(chosen)] += links_->size[at(v)];
      out_[at(chosen)] += out_[at(v)] - 2.0 * near_[chosen];
    }
    near_.clear();
  }

  [[nodiscard]] std::vector<index_t> take() && noexcept { return std::move(part_); }

 private:
  /// Whether a part has as many links to the rest of its group as if at random, rounding aside.
  [[nodiscard]] bool well_connected(index_t part) const {
    const Size& size = size_[at(part)];
    const Size& whole = group_size_[at(of_[at(part)])];
    const double random = links_->pull * (size * (whole - size));
    return out_[at(part)] >= random - slack(random, 0);
  }
  [[nodiscard]] double gain(index_t v, index_t part) const {
    return near_[part] - links_->pull * (links_->size[at(v)] * size_[at(part)]);
  }

  [[nodiscard]] index_t best(index_t v) const {
    index_t chosen = v;
    double most = 0.0;
    for (const index_t part : near_.groups())
      if (const double value = gain(v, part);
          (chosen == v ? value >= most : value > most) && well_connected(part)) {
        most = value;
        chosen = part;
      }
    return chosen;
  }

  /// Of v alone and the parts that gain, one with a probability like exp(gain / θ).
  [[nodiscard]] index_t drawn(index_t v, Draws& draws) {
    choices_.assign(1, {v, 0.0});
    double most = 0.0;
    for (const index_t part : near_.groups())
      if (const double value = gain(v, part); value >= 0.0 && well_connected(part)) {
        choices_.push_back({part, value});
        most = std::fmax(most, value);
      }
    if (choices_.size() == 1) return v;
    double all = 0.0;
    for (Choice& choice : choices_) all += choice.odds = std::exp((choice.odds - most) / theta_);
    double left = draws.next_share() * all;
    for (const Choice& choice : choices_)
      if ((left -= choice.odds) < 0.0) return choice.part;
    return choices_.back().part;  // rounding
  }

  struct Choice {
    index_t part;
    double odds;  // the gain at first
  };

  const Links* links_;
  std::span<const index_t> of_;
  double theta_;
  std::vector<Size> group_size_;
  std::vector<index_t> part_;
  std::vector<Size> size_;   // of each part
  std::vector<double> out_;  // what links each part to the rest of its group
  std::vector<char> joined_;
  Near near_;
  std::vector<Choice> choices_;
};

}  // namespace

std::vector<index_t> refined(const Links& links, std::span<const index_t> of, double theta,
                             Draws& draws, const Control& control) {
  std::vector<index_t> order(of.size());
  std::iota(order.begin(), order.end(), index_t{0});
  draws.shuffle(order);
  Parts parts(links, of, theta);
  Poller poll(control);
  for (const index_t v : order) {
    poll(1 + static_cast<std::int64_t>(links.neighbors(v).size()));
    parts.join(v, draws);
  }
  return std::move(parts).take();
}

std::vector<index_t> connected_parts(const Links& links, std::span<const index_t> of,
                                     const Control& control) {
  std::vector<index_t> part(of.size(), no_index);
  std::vector<index_t> reached;
  reached.reserve(of.size());
  Poller poll(control);
  for (std::size_t start = 0; start < of.size(); ++start) {
    if (part[start] != no_index) continue;
    part[start] = static_cast<index_t>(start);
    reached.assign(1, static_cast<index_t>(start));
    while (!reached.empty()) {
      const index_t v = reached.back();
      reached.pop_back();
      poll(1 + static_cast<std::int64_t>(links.neighbors(v).size()));
      for (const index_t u : links.neighbors(v))
        if (part[at(u)] == no_index && of[at(u)] == of[start]) {
          part[at(u)] = static_cast<index_t>(start);
          reached.push_back(u);
        }
    }
  }
  return part;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
