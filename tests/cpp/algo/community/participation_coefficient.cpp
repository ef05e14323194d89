#include "aidnet/algo/community/participation_coefficient.hpp"

#include "beside_one.hpp"
#include "groups.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "verify/roles.hpp"

using namespace testing_support;
using aidnet::Mode;
using aidnet::participation_coefficient;

TEST_CASE("participation_coefficient by hand") {
  // 0 has ties with 1 in its own group and 2, 3 in the other: 1 − 1/9 − 4/9; by weight 4 and 4 + 8
  // of 16: 1 − 1/16 − 9/16. The others have partners in one group. 4 is alone.
  const Graph graph = Sample{5, {{0, 1, 4.0}, {0, 2, 4.0}, {3, 0, 8.0}, {2, 2, 9.0}}}.graph();
  const std::vector<index_t> groups{7, 7, -1, -1, -1};
  const double nan = std::nan("");
  require_close(participation_coefficient(graph, {.groups = groups}), {4.0 / 9, 0, 0, 0, nan},
                1e-15);
  require_close(participation_coefficient(graph, {.groups = groups, .weighted = true}),
                {3.0 / 8, 0, 0, 0, nan}, 1e-15);
  require_close(participation_coefficient(graph, {.groups = groups, .mode = Mode::out}),
                {0.5, nan, nan, 0, nan}, 1e-15);
  // Each its own group: 1 − 1/k.
  require_close(participation_coefficient(graph, {.groups = {0, 1, 2, 3, 4}}),
                {2.0 / 3, 0, 0, 0, nan}, 1e-15);
}

TEST_CASE("participation_coefficient agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const std::vector<index_t> groups = by_turns(sample.nodes, 1 + static_cast<index_t>(seed % 5));
    for (const Mode mode : modes)
      for (const bool weighted : {false, true}) {
        const Values value = participation_coefficient(
            sample.graph(), {.groups = groups, .mode = mode, .weighted = weighted});
        const Values expected = verify::participation(
            verify::partners(sample.matrix(), sample.directed, mode, weighted), groups);
        require_close(beside_one(value), beside_one(expected));
      }
  }
}

TEST_CASE("participation_coefficient keeps its promises") {
  for (const Mode mode : modes)
    for (const bool weighted : {false, true})
      check_invariants(
          [=](const Graph& g, const aidnet::Control& c) {
            const std::vector<index_t> apart = by_turns(g.node_count(), g.node_count() + 1);
            return participation_coefficient(
                g, {.groups = apart, .mode = mode, .weighted = weighted}, c);
          },
          {.part_of = 1.0});
}

TEST_CASE("participation_coefficient of a large graph, stopped and resumed") {
  const std::vector<index_t> groups = by_turns(20'000, 31);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return participation_coefficient(g, {.groups = groups, .weighted = true}, c);
      },
      large_sample(20'000, 400'000, true).graph());
}

TEST_CASE("participation_coefficient of degenerate graphs") {
  CHECK(participation_coefficient(Graph(), {}).empty());
  for (const Sample& sample : {Sample{1, {}}, Sample{1, {{0, 0, 3.0}}}, Sample{2, {{0, 1, 0.0}}}})
    CHECK(std::isnan(
        participation_coefficient(sample.graph(), {.groups = by_turns(sample.nodes, 2)})[0]));
}

TEST_CASE("participation_coefficient refuses what it cannot use") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(participation_coefficient(graph, {}),
                    ContainsSubstring("groups is missing; it must have"));
  CHECK_THROWS_WITH(participation_coefficient(graph, {.groups = {1}}),
                    "participation_coefficient: groups has 1 elements for 3 nodes");
  const Graph negative = Sample{2, {{1, 0, -3.0}}}.graph();
  CHECK_THROWS_WITH(participation_coefficient(negative, {.groups = {1, 1}, .weighted = true}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_NOTHROW(participation_coefficient(negative, {.groups = {1, 1}}));
  CHECK_THROWS_WITH(participation_coefficient(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(),
                                              {.groups = {1, 1, 1}, .weighted = true}),
                    ContainsSubstring("the weights at node 0 add up"));
}
