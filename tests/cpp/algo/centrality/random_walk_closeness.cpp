#include "aidnet/algo/centrality/random_walk_closeness.hpp"

#include "invariants.hpp"
#include "verify/exponential.hpp"
#include "verify/walk_times.hpp"

using namespace testing_support;
using aidnet::random_walk_closeness;

TEST_CASE("random_walk_closeness by hand") {
  // A chain of three: from either end to the middle in one step. From the middle to an end h with
  // h = 1 + (1 + h) / 2, so 3, and 4 from the other end.
  const Graph chain = Sample{3, {{0, 1, 5.0}, {1, 2, 5.0}}}.graph();
  require_close(random_walk_closeness(chain), {2.0 / 7, 1.0, 2.0 / 7}, 1e-15);
  // A loop at the middle that is as heavy as both ties together: it stays there every other step,
  // so h = 1 + h / 2 + (1 + h) / 4, which is 5.
  const Graph loop = Sample{3, {{0, 1, 5.0}, {1, 2, 5.0}, {1, 1, 10.0}}, false}.graph();
  require_close(random_walk_closeness(loop), {2.0 / 11, 1.0, 2.0 / 11}, 1e-15);
  // In a complete graph of four each of the others is next with 1/3.
  Sample complete{4, {}};
  for (index_t i = 0; i < 4; ++i)
    for (index_t j = 0; j < i; ++j) complete.arcs.push_back({i, j, 1.0 + static_cast<double>(i)});
  require_close(random_walk_closeness(complete.graph(), {.weighted = false}), Values(4, 1.0 / 3),
                1e-15);
}

TEST_CASE("random_walk_closeness does not mind the unit of weights") {
  // A star of three: from an end to the hub in one step; from the hub h = 1 + 2/3 (1 + h), so 5,
  // and 6 from each other end. In the largest units that there are, and the smallest.
  for (const double unit : {2.5e307, 1.0, 5e-324}) {
    const Graph star = Sample{4, {{0, 1, unit}, {0, 2, unit}, {0, 3, unit}}, false}.graph();
    require_close(random_walk_closeness(star), {1.0, 3.0 / 17, 3.0 / 17, 3.0 / 17}, 1e-15);
  }
}

TEST_CASE("random_walk_closeness agrees with the times of the walk") {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const bool weighted = seed % 4 != 0;
    const Eigen::MatrixXd a = verify::walks(sample.matrix(), sample.directed, weighted);
    if (sample.nodes > 0 && a.maxCoeff() > 1e7 * (a.array() > 0.0).select(a, 1e300).minCoeff())
      continue;  // the reference loses a digit a decade
    ++compared;
    require_close(random_walk_closeness(sample.graph(), {weighted}),
                  verify::random_walk_closeness(a));
  }
  CHECK(compared >= lessened(200));
}

TEST_CASE("random_walk_closeness loses no digits of uneven weights") {
  std::uniform_real_distribution<double> decades(-9.0, 9.0);
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const auto n = static_cast<std::size_t>(2 + rng() % 12);
    Sample tree{static_cast<index_t>(n), {}, false};
    std::vector<std::size_t> parent{0};
    Values weight{0.0};
    for (std::size_t i = 1; i < n; ++i) {
      parent.push_back(rng() % i);
      weight.push_back(std::pow(10.0, decades(rng)));
      tree.arcs.push_back(
          {static_cast<index_t>(i), static_cast<index_t>(parent[i]), weight.back()});
    }
    const Values ours = random_walk_closeness(tree.graph());
    const Values expected = verify::random_walk_closeness_of_tree(parent, weight);
    for (std::size_t i = 0; i < n; ++i) REQUIRE_THAT(ours[i], WithinRel(expected[i], 1e-13));
  }
}

TEST_CASE("random_walk_closeness of more nodes than a panel has") {
  Sample sample = large_sample(150, 500, false);
  for (index_t i = 0; i + 1 < sample.nodes; ++i) sample.arcs.push_back({i, i + 1});
  require_close(random_walk_closeness(sample.graph()),
                verify::random_walk_closeness(verify::walks(sample.matrix(), false, true)));
}

TEST_CASE("random_walk_closeness keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return random_walk_closeness(g, {}, c); });
}

TEST_CASE("random_walk_closeness runs the same for any number of threads and stops when told") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return random_walk_closeness(g, {}, c); },
      large_sample(700, 2'000, true).graph());
}

TEST_CASE("random_walk_closeness of degenerate graphs, and what it refuses") {
  CHECK(random_walk_closeness(Graph()).empty());
  CHECK(random_walk_closeness(Sample{1, {{0, 0}}}.graph()) == Values{0.0});
  CHECK(random_walk_closeness(Sample{2, {{0, 1, 4.0}}}.graph()) == Values{1.0, 1.0});
  CHECK(random_walk_closeness(Sample{4, {{0, 1, 0.0}}}.graph()) == Values(4, 0.0));
  // Two parts, each by itself.
  CHECK(random_walk_closeness(Sample{5, {{0, 1}, {3, 4}}}.graph()) == Values{1, 1, 0, 1, 1});
  CHECK_THROWS_WITH(random_walk_closeness(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      random_walk_closeness(Sample{4, {{0, 1, 1.7e308}, {1, 2, 1}, {2, 3, 1.7e308}}}.graph()),
      ContainsSubstring("more than a double"));
  Sample path{8'193, {}};
  for (index_t i = 0; i + 1 < path.nodes; ++i) path.arcs.push_back({i, i + 1});
  CHECK_THROWS_WITH(random_walk_closeness(path.graph()), ContainsSubstring("8193 nodes"));
}
