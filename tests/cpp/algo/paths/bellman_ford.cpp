#include "aidnet/algo/paths/bellman_ford.hpp"

#include "aidnet/algo/paths/bellman_ford_path.hpp"
#include "aidnet/core/cycle_error.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/costs.hpp"

using namespace testing_support;
using aidnet::bellman_ford;
using aidnet::bellman_ford_path;
using aidnet::Cost;
using aidnet::NegativeCycleError;

namespace {

struct Costs {
  Cost cost;
  Eigen::MatrixXd matrix;  // infinite where there is no arc
};

/// Whole numbers. With potentials, which add up to nothing round a cycle, none is negative there.
Costs whole_costs(const Sample& sample, std::uint64_t seed, bool potentials) {
  const auto cost_of = [=, directed = sample.directed](index_t u, index_t v, double) {
    const auto low = static_cast<std::uint64_t>(std::min(u, v));
    const auto high = static_cast<std::uint64_t>(std::max(u, v));
    Rng rng(seed * 1'000'003 + low * 1009 + high * 2 + (u > v && directed ? 1 : 0));
    if (!directed) return static_cast<double>(rng() % 12 == 0 ? -1 : static_cast<int>(rng() % 5));
    if (!potentials) return static_cast<double>(static_cast<int>(rng() % 12) - 2);
    const auto height = [seed](index_t x) {
      return static_cast<double>((seed + 7 * static_cast<std::uint64_t>(x)) % 11);
    };
    return static_cast<double>(rng() % 3) + height(v) - height(u);
  };
  const Graph graph = sample.graph();
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (const index_t v : graph.out_neighbors(u)) values.push_back(cost_of(u, v, 0.0));
  return {Cost::given(graph, values), length_matrix(sample, cost_of)};
}

/// Arcs there are, whose costs add up to less than zero, from a node that s has a path to.
void require_negative(const Nodes& cycle, const Eigen::MatrixXd& costs, index_t s) {
  double sum = 0.0;
  for (std::size_t k = 0; k < cycle.size(); ++k)
    sum += costs(cycle[k], cycle[(k + 1) % cycle.size()]);
  REQUIRE(sum < 0.0);
  REQUIRE(*std::min_element(cycle.begin(), cycle.end()) == cycle.front());
  Nodes once = cycle;
  std::sort(once.begin(), once.end());
  REQUIRE(std::adjacent_find(once.begin(), once.end()) == once.end());
  const Eigen::MatrixXd steps =
      verify::distances((costs.array() < verify::no_path).select(1.0, costs));
  REQUIRE(steps(s, cycle.front()) < verify::no_path);
}

}  // namespace

TEST_CASE("bellman_ford of the example in a textbook") {
  // Cormen, Leiserson, Rivest and Stein, figure 24.4: s, t, x, y, z.
  Sample sample{5,
                {{0, 1, 6},
                 {0, 3, 7},
                 {1, 2, 5},
                 {1, 3, 8},
                 {1, 4, -4},
                 {2, 1, -2},
                 {3, 2, -3},
                 {3, 4, 9},
                 {4, 0, 2},
                 {4, 2, 7}}};
  const Graph graph = sample.graph();
  const Cost cost = Cost::given(graph, graph.weights());
  CHECK(bellman_ford(graph, cost, {.source = 0}) == Values{0, 2, 4, 7, -2});
  CHECK(bellman_ford_path(graph, cost, {.source = 0, .target = 4}) == Nodes{0, 3, 2, 1, 4});
  CHECK(bellman_ford(graph, {}, {.source = 0}) == Values{0, 1, 2, 1, 2});
}

TEST_CASE("bellman_ford names a negative cycle") {
  // 0 → 2 → 1 → 3 → 2 takes 5 − 4 + 1 + 2 on the way round 2 → 1 → 3: −1.
  const Graph graph = Sample{5, {{0, 2}, {2, 1}, {1, 3}, {3, 2}, {3, 4}, {4, 4}}}.graph();
  // Entries: 02, 13, 21, 32, 34, 44.
  const auto run = [&](Values costs, index_t source) {
    return bellman_ford(graph, Cost::given(graph, costs), {.source = source});
  };
  const Values around{5, 1, -4, 2, 1, 0};
  try {
    run(around, 0);
    FAIL("there is a cycle");
  } catch (const NegativeCycleError& error) {
    CHECK(error.cycle() == Nodes{1, 3, 2});
    CHECK(error.what() == std::string("bellman_ford: the costs round the cycle 1 → 3 → 2 → 1 add "
                                      "up to less than zero, so that no way is the cheapest"));
  }
  CHECK(run(around, 4) ==
        Values{verify::no_path, verify::no_path, verify::no_path, verify::no_path, 0});
  CHECK(run({5, 1, -3, 2, 1, 0}, 0) == Values{0, 2, 5, 3, 4});  // round for nothing
  CHECK_THROWS_WITH(run({5, 1, -3, 2, 1, -1}, 0), ContainsSubstring("cycle 4 → 4 add"));
  const Graph edge = row_of(2, false).graph();
  CHECK_THROWS_WITH(bellman_ford(edge, Cost::given(edge, Values{-1, -1}), {.source = 1}),
                    ContainsSubstring("cycle 0 → 1 → 0 add"));
}

TEST_CASE("bellman_ford agrees with the definition, and its paths cost as much") {
  int cyclic = 0;
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    for (const bool potentials : {true, false}) {
      const Costs costs = whole_costs(sample, seed, potentials);
      for (index_t s = 0; s < std::min<index_t>(sample.nodes, 6); ++s) {
        const auto expected = verify::cheapest(costs.matrix, s);
        if (!expected) {
          ++cyclic;
          try {
            static_cast<void>(bellman_ford(graph, costs.cost, {.source = s}));
            FAIL("there is a cycle");
          } catch (const NegativeCycleError& error) {
            require_negative(error.cycle(), costs.matrix, s);
          }
          REQUIRE_THROWS_AS(bellman_ford_path(graph, costs.cost, {.source = s, .target = s}),
                            NegativeCycleError);
          continue;
        }
        REQUIRE(bellman_ford(graph, costs.cost, {.source = s}) == *expected);
        for (index_t t = 0; t < sample.nodes; ++t) {
          const aidnet::BellmanFordPathOptions ends{.source = s, .target = t};
          if ((*expected)[at(t)] == verify::no_path) {
            REQUIRE_THROWS_AS(bellman_ford_path(graph, costs.cost, ends), aidnet::UndefinedError);
            continue;
          }
          const Nodes path = bellman_ford_path(graph, costs.cost, ends);
          REQUIRE(path.front() == s);
          REQUIRE(path.back() == t);
          double sum = 0.0;
          for (std::size_t k = 1; k < path.size(); ++k) sum += costs.matrix(path[k - 1], path[k]);
          REQUIRE(sum == (*expected)[at(t)]);
        }
      }
    }
  }
  CHECK(cyclic > lessened(100));
}

TEST_CASE("bellman_ford takes no rounding for a cycle") {
  // Logarithms of prices: round every cycle they add up to nothing, but for their last digits.
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Graph graph = large_sample(60, 400, true, seed).graph();
    Values height;
    for (index_t v = 0; v < graph.node_count(); ++v)
      height.push_back(std::log(1.0 + static_cast<double>(rng() % 100'000)));
    Values costs;
    for (index_t u = 0; u < graph.node_count(); ++u)
      for (const index_t v : graph.out_neighbors(u)) costs.push_back(height[at(v)] - height[at(u)]);
    const Values d = bellman_ford(graph, Cost::given(graph, costs), {.source = 0});
    for (index_t v = 0; v < graph.node_count(); ++v)
      if (d[at(v)] < verify::no_path)
        REQUIRE_THAT(d[at(v)], WithinAbs(height[at(v)] - height[0], 1e-12));
  }
}

TEST_CASE("bellman_ford is certified: no arc is a short cut, and each node has a tight one") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = large_sample(100, 400, true, seed);
    const Graph graph = sample.graph();
    const Costs costs = whole_costs(sample, seed, true);
    const Values d = bellman_ford(graph, costs.cost, {.source = 0});
    for (index_t v = 0; v < graph.node_count(); ++v) {
      bool tight = v == 0 || d[at(v)] == verify::no_path;
      for (index_t u = 0; u < graph.node_count(); ++u) {
        REQUIRE(d[at(v)] <= d[at(u)] + costs.matrix(u, v));
        tight = tight || d[at(v)] == d[at(u)] + costs.matrix(u, v);
      }
      REQUIRE(tight);
    }
  }
}

TEST_CASE("bellman_ford keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        double sum = 0.0;
        for (index_t s = 0; s < g.node_count(); ++s)
          for (const double d : bellman_ford(g, Cost::given(g, g.weights()), {.source = s}, c))
            sum += d < verify::no_path ? d : 0.0;
        return Values{sum};
      },
      {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("bellman_ford runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  const Cost cost = Cost::given(graph, graph.weights());
  check_running([&](const Graph& g,
                    const aidnet::Control& c) { return bellman_ford(g, cost, {.source = 7}, c); },
                graph);
}

TEST_CASE("bellman_ford of degenerate graphs, and what it refuses") {
  CHECK(bellman_ford(Sample{1, {{0, 0}}}.graph(), {}, {.source = 0}) == Values{0.0});
  CHECK(bellman_ford(Sample{2, {{0, 1, 0.0}}}.graph(), {}, {.source = 0}) ==
        Values{0.0, verify::no_path});
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(bellman_ford(more, {}, {}),
                    ContainsSubstring("bellman_ford: source is missing"));
  CHECK_THROWS_WITH(bellman_ford(more, {}, {.source = 3}),
                    ContainsSubstring("source is 3, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(bellman_ford(row_of(2).graph(), Cost::given(more, Values{1, 1}), {.source = 0}),
                    ContainsSubstring("bellman_ford: 2 costs for 1 entries"));
  CHECK_THROWS_WITH(bellman_ford(more, Cost::given(more, Values{1, -1e308}), {.source = 0}),
                    ContainsSubstring("the largest cost is 1e+308"));
}
