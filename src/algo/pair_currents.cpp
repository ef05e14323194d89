#include "algo/pair_currents_detail.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "aidnet/core/error.hpp"
#include "core/at_detail.hpp"
#include "core/text_detail.hpp"

namespace aidnet::inline AIDNET_ABI::detail {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

using Row = PairCurrents::Row;
constexpr std::size_t width = PairCurrents::width;

template <class Function>
void each(const Function& f) {
  for (std::size_t c = 0; c < width; ++c) f(c);
}

/// Nodes in an order in which each has few ties to later ones: again and again one of the fewest.
std::vector<index_t> by_fewest_ties(const Graph& ties) {
  const index_t n = ties.node_count();
  std::vector<index_t> degree(at(n));
  index_t most = 0;
  for (index_t v = 0; v < n; ++v) {
    degree[at(v)] = static_cast<index_t>(ties.out_neighbors(v).size());
    most = std::max(most, degree[at(v)]);
  }
  std::vector<index_t> first(at(most) + 2, 0);  // of the nodes of each degree, in `order`
  for (const index_t d : degree) ++first[at(d) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<index_t> order(at(n));
  std::vector<index_t> place(at(n));
  std::vector<index_t> next = first;
  for (index_t v = 0; v < n; ++v) order[at(place[at(v)] = next[at(degree[at(v)])]++)] = v;
  for (index_t k = 0; k < n; ++k) {
    const index_t u = order[at(k)];
    for (const index_t v : ties.out_neighbors(u)) {
      if (place[at(v)] <= k || degree[at(v)] <= degree[at(u)]) continue;
      // To the front of those of its degree, which then are one less.
      const index_t front = std::max(first[at(degree[at(v)])], k + 1);
      const index_t other = order[at(front)];
      std::swap(order[at(place[at(v)])], order[at(front)]);
      std::swap(place[at(v)], place[at(other)]);
      first[at(degree[at(v)])] = front + 1;
      --degree[at(v)];
    }
  }
  return order;
}

}  // namespace

Wires::Wires(const char* who, const Graph& ties, const Control& control)
    : place(at(ties.node_count())), node(by_fewest_ties(ties)), offsets{0} {
  const std::size_t n = place.size();
  Poller poll(control);
  for (std::size_t k = 0; k < n; ++k) place[at(node[k])] = static_cast<index_t>(k);
  std::vector<std::pair<index_t, double>> row;
  for (std::size_t k = 0; k < n; ++k) {
    const auto partners = ties.out_neighbors(node[k]);
    const auto weights = ties.out_weights(node[k]);
    poll(1 + static_cast<std::int64_t>(partners.size()));
    row.clear();
    double sum = 0.0;
    for (std::size_t e = 0; e < partners.size(); ++e) {
      if (partners[e] == node[k]) continue;
      sum += weights[e];
      const index_t other = place[at(partners[e])];
      if (at(other) > k) row.emplace_back(other, weights[e]);
    }
    if (!std::isfinite(sum))
      throw ValidationError(
          text(who, ": the weights at node ", node[k], " add up to more than a double"));
    std::sort(row.begin(), row.end());
    for (const auto& [other, weight] : row) {
      later.push_back(other);
      conductance.push_back(weight);
    }
    offsets.push_back(static_cast<index_t>(later.size()));
  }
  share = conductance;
  pivot.assign(n, 0.0);  // until its turn, what leads from a node to the ground
  for (std::size_t k = 0; k < n; ++k) {
    const std::size_t begin = at(offsets[k]);
    const std::size_t end = at(offsets[k + 1]);
    const double grounded = pivot[k];
    for (std::size_t e = begin; e < end; ++e) pivot[k] += share[e];
    if (pivot[k] == 0.0) pivot[k] = infinite;  // the last one of its part: the ground itself
    for (std::size_t e = begin; e < end; ++e) {
      const std::size_t i = at(later[e]);
      pivot[i] += share[e] * (grounded / pivot[k]);
      std::size_t place_in_row = at(offsets[i]);
      const std::size_t row_end = at(offsets[i + 1]);
      poll(static_cast<std::int64_t>(end - e));
      for (std::size_t f = e + 1; f < end; ++f) {
        const double filled = share[e] * (share[f] / pivot[k]);
        place_in_row = static_cast<std::size_t>(
            std::lower_bound(later.begin() + static_cast<std::ptrdiff_t>(place_in_row),
                             later.begin() + static_cast<std::ptrdiff_t>(row_end), later[f]) -
            later.begin());
        if (place_in_row < row_end && later[place_in_row] == later[f]) {
          share[place_in_row] += filled;
        } else {
          pivot[i] += filled;
          pivot[at(later[f])] += filled;
        }
      }
    }
    for (std::size_t e = begin; e < end; ++e) share[e] /= pivot[k];
  }
}

PairCurrents::PairCurrents(const Wires& wires)
    : wires_(wires),
      potential_(wires.size()),
      residual_(wires.size()),
      scaled_(wires.size()),
      direction_(wires.size()),
      through_(wires.size()) {}

/// visit(k, j, currents from k to j) for each wire, once.
template <class Visit>
void PairCurrents::for_currents(const std::vector<Row>& potentials, const Visit& visit) const {
  for (std::size_t k = 0; k < wires_.size(); ++k)
    for (std::size_t e = at(wires_.offsets[k]); e < at(wires_.offsets[k + 1]); ++e) {
      const std::size_t j = at(wires_.later[e]);
      Row current;
      each([&](std::size_t c) {
        current[c] = wires_.conductance[e] * (potentials[k][c] - potentials[j][c]);
      });
      visit(k, j, current);
    }
}

/// scaled = M⁻¹ residual.
void PairCurrents::precondition(Poller& poll) {
  const std::size_t n = wires_.size();
  poll(static_cast<std::int64_t>(2 * (n + wires_.later.size())));
  scaled_ = residual_;
  for (std::size_t k = 0; k < n; ++k) {
    const Row own = scaled_[k];
    for (std::size_t e = at(wires_.offsets[k]); e < at(wires_.offsets[k + 1]); ++e) {
      Row& other = scaled_[at(wires_.later[e])];
      each([&](std::size_t c) { other[c] += wires_.share[e] * own[c]; });
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    Row own = scaled_[k];
    each([&](std::size_t c) { own[c] /= wires_.pivot[k]; });
    for (std::size_t e = at(wires_.offsets[k]); e < at(wires_.offsets[k + 1]); ++e) {
      const Row& other = scaled_[at(wires_.later[e])];
      each([&](std::size_t c) { own[c] += wires_.share[e] * other[c]; });
    }
    scaled_[k] = own;
  }
}

void PairCurrents::find_residual(std::span<const Pair> pairs, Poller& poll) {
  poll(static_cast<std::int64_t>(wires_.size() + wires_.later.size()));
  std::fill(residual_.begin(), residual_.end(), Row{});
  for (std::size_t c = 0; c < pairs.size(); ++c) {
    residual_[at(pairs[c].first)][c] += 1.0;
    residual_[at(pairs[c].second)][c] -= 1.0;
  }
  for_currents(potential_, [&](std::size_t k, std::size_t j, const Row& current) {
    each([&](std::size_t c) {
      residual_[k][c] -= current[c];
      residual_[j][c] += current[c];
    });
  });
}

/// What the currents lack at all nodes together.
Row PairCurrents::lacks() {
  Row sum{};
  for (const Row& row : residual_) each([&](std::size_t c) { sum[c] += std::abs(row[c]); });
  return sum;
}

// A current into nodes that adds up to r in all sends no more than r / 2 through any of them.
bool PairCurrents::run(std::span<const Pair> pairs, double tolerance, Poller& poll) {
  const std::size_t n = wires_.size();
  const auto dot = [n](const std::vector<Row>& a, const std::vector<Row>& b) {
    Row sum{};
    for (std::size_t k = 0; k < n; ++k) each([&](std::size_t c) { sum[c] += a[k][c] * b[k][c]; });
    return sum;
  };
  const auto largest = [](const Row& row) { return *std::max_element(row.begin(), row.end()); };
  std::fill(potential_.begin(), potential_.end(), Row{});
  double before = infinite;  // what was lacking when it was last computed from the potentials
  for (;;) {
    find_residual(pairs, poll);
    Row lacking = lacks();
    if (largest(lacking) <= tolerance) break;
    if (!(largest(lacking) < before / 2)) return false;
    before = largest(lacking);
    precondition(poll);
    direction_ = scaled_;
    Row old = dot(residual_, scaled_);
    for (std::size_t round = 0; round < 100 + 4 * n && largest(lacking) > tolerance / 2; ++round) {
      poll(static_cast<std::int64_t>(8 * n + wires_.later.size()));
      std::fill(through_.begin(), through_.end(), Row{});
      for_currents(direction_, [&](std::size_t k, std::size_t j, const Row& current) {
        each([&](std::size_t c) {
          through_[k][c] += current[c];
          through_[j][c] -= current[c];
        });
      });
      const Row energy = dot(direction_, through_);
      Row step{};  // 0 for pairs that are done, whatever the others need
      each([&](std::size_t c) {
        if (lacking[c] > tolerance / 2 && energy[c] > 0.0) step[c] = old[c] / energy[c];
      });
      lacking = {};
      for (std::size_t k = 0; k < n; ++k)
        each([&](std::size_t c) {
          potential_[k][c] += step[c] * direction_[k][c];
          residual_[k][c] -= step[c] * through_[k][c];
          lacking[c] += std::abs(residual_[k][c]);
        });
      precondition(poll);
      const Row now = dot(residual_, scaled_);
      each([&](std::size_t c) { step[c] = old[c] > 0.0 ? now[c] / old[c] : 0.0; });
      for (std::size_t k = 0; k < n; ++k)
        each([&](std::size_t c) { direction_[k][c] = scaled_[k][c] + step[c] * direction_[k][c]; });
      old = now;
    }
  }
  std::fill(through_.begin(), through_.end(), Row{});
  for_currents(potential_, [&](std::size_t k, std::size_t j, const Row& current) {
    each([&](std::size_t c) {
      const double half = std::abs(current[c]) / 2;
      through_[k][c] += half;
      through_[j][c] += half;
    });
  });
  for (std::size_t c = 0; c < pairs.size(); ++c)
    through_[at(pairs[c].first)][c] = through_[at(pairs[c].second)][c] = 0.0;
  return true;
}

}  // namespace aidnet::inline AIDNET_ABI::detail
