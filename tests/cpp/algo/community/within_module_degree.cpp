#include "aidnet/algo/community/within_module_degree.hpp"

#include "groups.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "verify/roles.hpp"

using namespace testing_support;
using aidnet::Mode;
using aidnet::within_module_degree;

TEST_CASE("within_module_degree by hand") {
  // Within {0, 1, 2, 3} ties 3, 1, 1, 1: mean 3/2, variance (9/4 + 3/4) / 4 = 3/4. 4 and 5 are a
  // group where both have one.
  const Graph graph = Sample{6, {{0, 1}, {0, 2, 5.0}, {3, 0}, {4, 5}, {4, 1}, {2, 2, 9.0}}}.graph();
  const std::vector<index_t> groups{7, 7, 7, 7, -1, -1};
  const double nan = std::nan("");
  const double low = -0.5 / std::sqrt(0.75);
  require_close(within_module_degree(graph, {.groups = groups}),
                {1.5 / std::sqrt(0.75), low, low, low, nan, nan}, 1e-15);
  // Given: 2, 0, 0, 1 with mean ¾, variance (25 + 9 + 9 + 1) / 64; and 1, 0 with mean ½.
  const double sd = std::sqrt(44.0 / 64);
  require_close(within_module_degree(graph, {.groups = groups, .mode = Mode::out}),
                {1.25 / sd, -0.75 / sd, -0.75 / sd, 0.25 / sd, 1.0, -1.0}, 1e-15);
}

TEST_CASE("within_module_degree agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const std::vector<index_t> groups = by_turns(sample.nodes, 1 + static_cast<index_t>(seed % 5));
    for (const Mode mode : modes)
      for (const bool weighted : {false, true}) {
        Values value = within_module_degree(sample.graph(),
                                            {.groups = groups, .mode = mode, .weighted = weighted});
        Values expected = verify::within_degree(
            verify::partners(sample.matrix(), sample.directed, mode, weighted), groups);
        // Values are parts of 1, and one that is 0 has rounding errors.
        value.push_back(1.0);
        expected.push_back(1.0);
        require_close(value, expected);
      }
  }
}

TEST_CASE("within_module_degree keeps its promises") {
  for (const Mode mode : modes)
    for (const bool weighted : {false, true})
      check_invariants([=](const Graph& g, const aidnet::Control& c) {
        const std::vector<index_t> groups(at(g.node_count()), 1);
        return within_module_degree(g, {.groups = groups, .mode = mode, .weighted = weighted}, c);
      });
}

TEST_CASE("within_module_degree of a large graph, stopped and resumed") {
  const std::vector<index_t> groups = by_turns(20'000, 31);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return within_module_degree(g, {.groups = groups, .weighted = true}, c);
      },
      large_sample(20'000, 400'000, true).graph());
}

TEST_CASE("within_module_degree of degenerate graphs") {
  CHECK(within_module_degree(Graph(), {}).empty());
  for (const Sample& sample : {Sample{1, {}}, Sample{1, {{0, 0, 3.0}}}, Sample{2, {{0, 1, 0.0}}}})
    CHECK(std::isnan(within_module_degree(
        sample.graph(), {.groups = std::vector<index_t>(at(sample.nodes), 1)})[0]));
  // All give and receive alike.
  const Sample round{3, {{0, 1, 0.1}, {1, 2, 0.1}, {2, 0, 0.1}}};
  CHECK(
      std::isnan(within_module_degree(round.graph(), {.groups = {1, 1, 1}, .weighted = true})[0]));
}

TEST_CASE("within_module_degree refuses what it cannot use") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(within_module_degree(graph, {}),
                    ContainsSubstring("groups is missing; it must have"));
  CHECK_THROWS_WITH(within_module_degree(graph, {.groups = {1}}),
                    "within_module_degree: groups has 1 elements for 3 nodes");
  const Graph negative = Sample{2, {{1, 0, -3.0}}}.graph();
  CHECK_THROWS_WITH(within_module_degree(negative, {.groups = {1, 1}, .weighted = true}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_NOTHROW(within_module_degree(negative, {.groups = {1, 1}}));
  CHECK_THROWS_WITH(within_module_degree(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(),
                                         {.groups = {1, 1, 1}, .weighted = true}),
                    ContainsSubstring("the weights at node 0 add up"));
}
