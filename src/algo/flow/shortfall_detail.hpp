#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "aidnet/core/control.hpp"
#include "aidnet/core/error.hpp"
#include "algo/flow/transport_detail.hpp"
#include "algo/flow/whole_detail.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {

/// A flow between nodes that may not meet all needs.
template <class Whole>
struct Carried {
  std::vector<Whole> capacity, flow;  // by arc
  std::vector<Whole> needs;           // below 0 for what there is to give
  /// How much of a node's need is not met; below 0, how much it could not give. As little in all as
  /// is possible.
  std::vector<Whole> unmet;
};

/// What does not arrive, and why.
///
/// Around a node whose need is not met are those from which more could flow to it; nothing more can
/// come into that set, and nothing leaves it: what it lacks is the difference of what it needs and
/// what can come. It is the same with nodes that cannot give all that they are to give.
template <class Whole>
class Shortfall {
 public:
  Shortfall(const Transport& problem, Carried<Whole>& carried, const Grid& grid)
      : problem_(problem), carried_(carried), grid_(grid) {}

  /// Throws UndefinedError if some demand is not met, unless the sums that show it are rounded.
  void require_none(const char* who, Poller& poll) {
    const auto& unmet = carried_.unmet;
    if (std::all_of(unmet.begin(), unmet.end(), [](const Whole& u) { return u == 0; })) return;
    bring_home(true, poll);
    bring_home(false, poll);
    for (const Whole& u : unmet)
      if (u > 0) missing_ += u;
    if (!grid_.is_of_doubles() && is_rounding(true, poll) && is_rounding(false, poll)) return;
    const auto most = std::max_element(unmet.begin(), unmet.end());
    throw UndefinedError(text(who, ": the demands cannot be met; of ", problem_.needed,
                              " at least ", amount_of(missing_, grid_), " cannot arrive, of that ",
                              amount_of(*most, grid_), " at node ", most - unmet.begin()));
  }

 private:
  struct Step {
    index_t to;
    std::size_t arc;
  };

  [[nodiscard]] index_t node_count() const { return static_cast<index_t>(problem_.demands.size()); }
  [[nodiscard]] std::span<const Step> steps(index_t v) const {
    return std::span(steps_).subspan(offsets_[at(v)], offsets_[at(v) + 1] - offsets_[at(v)]);
  }

  /// Rows of the steps that `visit_all(visit)` visits as visit(from, to, arc), or of those back.
  template <class VisitAll>
  void make_rows(bool back, const VisitAll& visit_all) {
    offsets_.assign(at(node_count()) + 1, 0);
    visit_all([&](index_t from, index_t to, std::size_t) { ++offsets_[at(back ? to : from) + 1]; });
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    steps_.resize(offsets_.back());
    std::vector<std::size_t> next(offsets_.begin(), offsets_.end() - 1);
    visit_all([&](index_t from, index_t to, std::size_t arc) {
      steps_[next[at(back ? to : from)]++] = {back ? from : to, arc};
    });
    seen_.assign(at(node_count()), no_index);
  }

  /// What a node lacks beyond its own need is passed on to those that it would have gone to, or, of
  /// what it cannot give, back to those that it came from.
  void bring_home(bool lacks, Poller& poll) {
    make_rows(!lacks, [&](const auto& visit) {
      for (std::size_t a = 0; a < problem_.sources.size(); ++a)
        if (carried_.flow[a] > 0) visit(problem_.sources[a], problem_.targets[a], a);
    });
    // Below 0 where a node could lack more by itself.
    const auto beyond = [&](index_t v) {
      const Whole& need = carried_.needs[at(v)];
      const Whole& unmet = carried_.unmet[at(v)];
      return lacks ? unmet - std::max(need, Whole{0}) : std::min(need, Whole{0}) - unmet;
    };
    index_t round = 0;
    for (index_t v = 0; v < node_count(); ++v)
      for (Whole left = beyond(v); left > 0; left = beyond(v))
        pass_on(v, left, lacks, beyond, round++, poll);
  }

  template <class Beyond>
  void pass_on(index_t from, Whole amount, bool lacks, const Beyond& beyond, index_t round,
               Poller& poll) {
    before_.resize(at(node_count()));
    nodes_.assign(1, from);
    seen_[at(from)] = round;
    std::size_t k = 0;
    for (; beyond(nodes_[k]) >= 0; ++k) {
      poll(static_cast<std::int64_t>(steps(nodes_[k]).size()) + 1);
      for (const Step& step : steps(nodes_[k])) {
        if (seen_[at(step.to)] == round || carried_.flow[step.arc] == 0) continue;
        seen_[at(step.to)] = round;
        before_[at(step.to)] = {nodes_[k], step.arc};
        nodes_.push_back(step.to);
      }
    }
    const index_t to = nodes_[k];
    amount = std::min(amount, Whole(-beyond(to)));
    for (index_t v = to; v != from; v = before_[at(v)].to)
      amount = std::min(amount, carried_.flow[before_[at(v)].arc]);
    for (index_t v = to; v != from; v = before_[at(v)].to)
      carried_.flow[before_[at(v)].arc] -= amount;
    carried_.unmet[at(from)] -= lacks ? amount : -amount;
    carried_.unmet[at(to)] += lacks ? amount : -amount;
  }

  bool is_rounding(bool lacks, Poller& poll) {
    make_rows(lacks, [&](const auto& visit) {  // where more could flow
      for (std::size_t a = 0; a < problem_.sources.size(); ++a) {
        if (carried_.flow[a] < carried_.capacity[a])
          visit(problem_.sources[a], problem_.targets[a], a);
        if (carried_.flow[a] > 0) visit(problem_.targets[a], problem_.sources[a], a);
      }
    });
    for (index_t v = 0; v < node_count(); ++v) {
      const Whole& unmet = carried_.unmet[at(v)];
      if ((lacks ? unmet > 0 : unmet < 0) && !is_rounding_around(v, poll)) return false;
    }
    return true;
  }

  bool is_rounding_around(index_t v, Poller& poll) {
    nodes_.assign(1, v);
    seen_[at(v)] = v;
    Whole lack = 0;
    double size = 0.0;
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      const index_t u = nodes_[k];
      lack += carried_.unmet[at(u)];
      size += std::abs(problem_.demands[at(u)]);
      if (amount_of(missing_, grid_) <= Transport::rounding * size) return true;
      poll(static_cast<std::int64_t>(steps(u).size()) + 1);
      for (const Step& step : steps(u)) {
        if (seen_[at(step.to)] == v) continue;
        seen_[at(step.to)] = v;
        nodes_.push_back(step.to);
      }
    }
    return std::abs(amount_of(lack, grid_)) <= Transport::rounding * size;
  }

  const Transport& problem_;
  Carried<Whole>& carried_;
  const Grid& grid_;
  Whole missing_ = 0;
  std::vector<std::size_t> offsets_;
  std::vector<Step> steps_, before_;
  std::vector<index_t> nodes_;
  std::vector<index_t> seen_;  // in which search last
};

}  // namespace aidnet::inline AIDNET_ABI::detail
