#include "aidnet/algo/local/nominal_assortativity.hpp"

#include "beside_one.hpp"
#include "groups.hpp"
#include "invariants.hpp"
#include "verify/mixing.hpp"

using namespace testing_support;
using aidnet::nominal_assortativity;

TEST_CASE("nominal assortativity by hand") {
  // East 0, 1; west 2, 3. Two ties within the east, two from east to west: e = [½ ½; 0 0], so that
  // Σ a b = 1 · ½ and r = (½ − ½) / (1 − ½) = 0.
  const Sample sample{4, {{0, 1, 9.0}, {1, 0, 3.0}, {0, 2, 3.0}, {1, 3, 1.0}, {2, 2}}};
  const std::vector<index_t> groups{7, 7, -1, -1};
  CHECK(nominal_assortativity(sample.graph(), {.groups = groups}) == 0.0);
  // By weight 12 of 16 stay: a b = ¾, (¾ − ¾) / ¼ = 0 as well; all from one group say nothing.
  CHECK(nominal_assortativity(sample.graph(), {.groups = groups, .weighted = true}) == 0.0);
  // One tie back: e = [⅖ ⅖; ⅕ 0], Σ a b = ⅘ · ⅗ + ⅕ · ⅖ = 14/25: (10 − 14) / 11.
  Sample back = sample;
  back.arcs.push_back({2, 0, 4.0});
  CHECK_THAT(nominal_assortativity(back.graph(), {.groups = groups}), WithinAbs(-4.0 / 11, 1e-15));
}

TEST_CASE("nominal assortativity at its ends") {
  const Sample apart{4, {{0, 1}, {2, 3}}, false};
  CHECK(nominal_assortativity(apart.graph(), {.groups = {0, 0, 1, 1}}) == 1.0);
  CHECK(nominal_assortativity(apart.graph(), {.groups = {0, 1, 0, 1}}) == -1.0);
  // Each node its own group: (0 − ¼) / (1 − ¼).
  CHECK_THAT(nominal_assortativity(apart.graph(), {.groups = {0, 1, 2, 3}}),
             WithinAbs(-1.0 / 3, 1e-15));
}

TEST_CASE("nominal assortativity agrees with the mixing matrix") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const std::vector<index_t> groups = by_turns(sample.nodes, 1 + static_cast<index_t>(seed % 5));
    for (const bool weighted : {false, true}) {
      const double value =
          nominal_assortativity(sample.graph(), {.groups = groups, .weighted = weighted});
      defined += !std::isnan(value);
      const double expected =
          sample.nodes == 0 ? std::numeric_limits<double>::quiet_NaN()
                            : verify::nominal_assortativity(sample.matrix(), groups, weighted);
      require_close(beside_one(value), beside_one(expected));
    }
  }
  CHECK(defined > lessened(300));
}

TEST_CASE("nominal assortativity keeps its promises") {
  for (const bool weighted : {false, true})
    check_invariants(
        [weighted](const Graph& g, const aidnet::Control& c) {
          const std::vector<index_t> apart = by_turns(g.node_count(), g.node_count() + 1);
          return beside_one(nominal_assortativity(g, {.groups = apart, .weighted = weighted}, c));
        },
        {.per_node = false});
}

TEST_CASE("nominal assortativity of a large graph, stopped and resumed") {
  const std::vector<index_t> groups = by_turns(100'000, 31);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return beside_one(nominal_assortativity(g, {.groups = groups, .weighted = true}, c));
      },
      large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("nominal assortativity of degenerate graphs is not defined") {
  CHECK(std::isnan(nominal_assortativity(Graph(), {})));
  CHECK(std::isnan(nominal_assortativity(Sample{1, {{0, 0, 3.0}}}.graph(), {.groups = {1}})));
  CHECK(std::isnan(nominal_assortativity(Sample{3, {{0, 1, 0.0}}}.graph(), {.groups = {1, 2, 3}})));
  const Sample shares{3, {{0, 1, 0.1}, {1, 2, 0.7}, {2, 0, 0.3}}};
  CHECK(std::isnan(nominal_assortativity(shares.graph(), {.groups = {5, 5, 5}, .weighted = true})));
}

TEST_CASE("nominal assortativity refuses what are no groups or shares") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(nominal_assortativity(graph, {}),
                    ContainsSubstring("groups is missing; it must have"));
  CHECK_THROWS_WITH(nominal_assortativity(graph, {.groups = {1}}),
                    "nominal_assortativity: groups has 1 elements for 3 nodes");
  CHECK_THROWS_WITH(nominal_assortativity(Sample{2, {{1, 0, -3.0}}}.graph(),
                                          {.groups = {1, 1}, .weighted = true}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(nominal_assortativity(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph(),
                                        {.groups = {1, 1, 1}, .weighted = true}),
                  aidnet::ValidationError);
}
