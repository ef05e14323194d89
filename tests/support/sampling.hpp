#pragma once

// What measures of drawn samples are tested on.

#include "invariants.hpp"
#include "sample.hpp"

namespace testing_support {

inline double largest_difference(const Values& a, const Values& b) {
  REQUIRE(a.size() == b.size());
  double largest = 0.0;
  for (std::size_t v = 0; v < a.size(); ++v) largest = std::max(largest, std::abs(a[v] - b[v]));
  return largest;
}

/// Two stars whose centres give to each other, by an undirected edge: all that goes from one half
/// to the other, and within a half, passes a centre.
inline Sample two_stars(index_t leaves) {
  Sample stars{2 * leaves + 2, {{0, 1}}, false};
  for (index_t v = 2; v < stars.nodes; ++v) stars.arcs.push_back({v % 2, v});
  return stars;
}

/// Two ways round after two ways round: twice as many paths with each of them.
inline Sample chain_of_diamonds(index_t diamonds) {
  Sample chain{3 * diamonds + 1, {}};
  for (index_t j = 0; j < diamonds; ++j)
    for (const index_t side : {3 * j + 1, 3 * j + 2}) {
      chain.arcs.push_back({3 * j, side});
      chain.arcs.push_back({side, 3 * j + 3});
    }
  return chain;
}

/// Over many seeds the mean of scores is the exact one, but for five times its deviation.
template <class Scores>
void check_right_on_average(const Scores& scores, const Values& exact, int seeds) {
  Values mean(exact.size(), 0.0);
  Values squares(exact.size(), 0.0);
  for (int seed = 0; seed < seeds; ++seed) {
    const Values found = scores(seed);
    for (std::size_t v = 0; v < mean.size(); ++v) {
      mean[v] += found[v] / seeds;
      squares[v] += found[v] * found[v] / seeds;
    }
  }
  for (std::size_t v = 0; v < mean.size(); ++v) {
    const double deviation = std::sqrt(std::max(0.0, squares[v] - mean[v] * mean[v]) / seeds);
    INFO("score " << v);
    CHECK(std::abs(mean[v] - exact[v]) <= 5.0 * deviation + 1e-12);
  }
}

}  // namespace testing_support
