#include "aidnet/algo/local/brokerage.hpp"

#include "groups.hpp"
#include "invariants.hpp"
#include "verify/structural_holes.hpp"

using namespace testing_support;
using aidnet::brokerage;
using aidnet::Brokerage;

namespace {

/// Six numbers a node, node by node.
Values run_brokerage(const Graph& graph, const std::vector<index_t>& groups,
                     const aidnet::Control& control = {}) {
  const Brokerage roles = brokerage(graph, {.groups = groups}, control);
  Values values;
  for (std::size_t u = 0; u < roles.total.size(); ++u)
    for (const auto* column : {&roles.coordinator, &roles.itinerant, &roles.gatekeeper,
                               &roles.representative, &roles.liaison, &roles.total})
      values.push_back(static_cast<double>((*column)[u]));
  return values;
}

}  // namespace

TEST_CASE("brokerage by hand: each role") {
  // Each of 0 and 1 (group 5), 2 (6) gives to 3 (5), which gives to 4 (5) and 5 (7); 1 gives to 4
  // itself. Pairs: 0–4 coordinator; 0–5 and 1–5 representative; 2–4 gatekeeper; 2–5 liaison.
  const Sample sample{6, {{0, 3}, {1, 3}, {2, 3}, {3, 4}, {3, 5}, {1, 4}, {3, 3}, {0, 4, 0.0}}};
  const Brokerage roles = brokerage(sample.graph(), {.groups = {5, 5, 6, 5, 5, 7}});
  CHECK(roles.coordinator == std::vector<std::int64_t>{0, 0, 0, 1, 0, 0});
  CHECK(roles.itinerant == std::vector<std::int64_t>(6, 0));
  CHECK(roles.gatekeeper[3] == 1);
  CHECK(roles.representative[3] == 2);
  CHECK(roles.liaison[3] == 1);
  CHECK(roles.total == std::vector<std::int64_t>{0, 0, 0, 5, 0, 0});
}

TEST_CASE("brokerage by hand: an itinerant broker, and what comes back is not brokered") {
  // 0 and 2 are of one group, 1 of another: 0 ⇄ 1 → 2.
  const Graph graph = Sample{3, {{0, 1}, {1, 0}, {1, 2, -1.0}}}.graph();
  CHECK(brokerage(graph, {.groups = {0, 1, 0}}).itinerant == std::vector<std::int64_t>{0, 1, 0});
  // Undirected, in both directions; each its own group, all brokers are liaisons.
  const Graph undirected = graph.to_undirected();
  CHECK(brokerage(undirected, {.groups = {0, 1, 2}}).liaison == std::vector<std::int64_t>{0, 2, 0});
}

TEST_CASE("brokerage agrees with its definition triple by triple") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const std::vector<index_t> groups = by_turns(sample.nodes, 1 + static_cast<index_t>(seed % 5));
    REQUIRE(run_brokerage(sample.graph(), groups) == verify::brokerage(sample.matrix(), groups));
    const std::vector<index_t> each = by_turns(sample.nodes, sample.nodes + 1);
    REQUIRE(run_brokerage(sample.graph(), each) == verify::brokerage(sample.matrix(), each));
  }
}

TEST_CASE("brokerage keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    const std::vector<std::int64_t> counts =
        brokerage(g, {.groups = by_turns(g.node_count(), g.node_count() + 1)}, c).liaison;
    return Values(counts.begin(), counts.end());
  });
}

TEST_CASE("brokerage moves with its groups") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    Rng rng(seed);
    const std::vector<index_t> places = random_places(sample.nodes, rng);
    const std::vector<index_t> groups = by_turns(sample.nodes, 3);
    std::vector<index_t> moved_groups = groups;
    for (std::size_t i = 0; i < groups.size(); ++i) moved_groups[at(places[i])] = -7 * groups[i];
    const Values values = run_brokerage(sample.graph(), groups);
    const Values moved = run_brokerage(sample.relabelled(places).graph(), moved_groups);
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (std::size_t role = 0; role < 6; ++role)
        REQUIRE(moved[6 * at(places[i]) + role] == values[6 * i + role]);
  }
}

TEST_CASE("brokerage of a large graph, stopped and resumed") {
  const std::vector<index_t> groups = by_turns(20'000, 31);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return run_brokerage(g, groups, c); },
      large_sample(20'000, 100'000, true).graph());
}

TEST_CASE("brokerage of degenerate graphs") {
  CHECK(run_brokerage(Graph(), {}).empty());
  CHECK(run_brokerage(Sample{1, {{0, 0, 3.0}}}.graph(), {1}) == Values(6, 0.0));
  CHECK(run_brokerage(Sample{2, {{0, 1}, {1, 0}}}.graph(), {1, 1}) == Values(12, 0.0));
}

TEST_CASE("brokerage refuses what are no groups") {
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(brokerage(graph, {}), ContainsSubstring("groups is missing; it must have"));
  CHECK_THROWS_WITH(brokerage(graph, {.groups = {1}}),
                    "brokerage: groups has 1 elements for 3 nodes");
}
