#include "aidnet/algo/centrality/current_flow_betweenness.hpp"

#include "invariants.hpp"
#include "verify/circuits.hpp"

using namespace testing_support;
using aidnet::current_flow_betweenness;

TEST_CASE("current_flow_betweenness by hand") {
  // Through the middle of a chain goes what goes between the ends.
  require_close(current_flow_betweenness(Sample{3, {{0, 1, 5.0}, {2, 1, 8.0}}}.graph()),
                {0.0, 1.0, 0.0}, 1e-15);
  // A triangle of conductances 1 (0–1), 2 (1–2), 3 (0–2): between 0 and 1, the way over 2 conducts
  // 1/(1/2 + 1/3) = 6/5 of 11/5; between 0 and 2, that over 1 2/3 of 11/3; between 1 and 2, that
  // over 0 3/4 of 11/4.
  const Graph triangle = Sample{3, {{0, 1, 1.0}, {1, 2, 2.0}, {0, 2, 3.0}}}.graph();
  require_close(current_flow_betweenness(triangle), {3.0 / 11, 2.0 / 11, 6.0 / 11}, 1e-15);
  require_close(current_flow_betweenness(triangle, {.weighted = false}), Values(3, 1.0 / 3), 1e-15);
}

TEST_CASE("current_flow_betweenness agrees with Kirchhoff's laws") {
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes > 16) continue;
    const bool weighted = seed % 4 != 0;
    const auto expected =
        verify::current_flow(verify::conductances(sample.matrix(), sample.directed, weighted));
    const Values ours = current_flow_betweenness(sample.graph(), {weighted, false});
    require_close(ours, expected.node);
    const double pairs = (sample.nodes - 1) * (sample.nodes - 2) / 2.0;
    Values normal = expected.node;
    for (double& value : normal) value = pairs > 0.0 ? value / pairs : 0.0;
    require_close(current_flow_betweenness(sample.graph(), {weighted, true}), normal);
  }
}

TEST_CASE("current_flow_betweenness keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return current_flow_betweenness(g, {}, c); });
}

TEST_CASE("current_flow_betweenness runs the same for any number of threads and stops when told") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return current_flow_betweenness(g, {}, c); },
      large_sample(300, 900, true).graph());
}

TEST_CASE("current_flow_betweenness of degenerate graphs, and what it refuses") {
  CHECK(current_flow_betweenness(Graph()).empty());
  CHECK(current_flow_betweenness(Sample{1, {{0, 0}}}.graph()) == Values{0.0});
  CHECK(current_flow_betweenness(Sample{2, {{0, 1}}}.graph()) == Values{0.0, 0.0});
  CHECK(current_flow_betweenness(Sample{4, {{0, 1, 0.0}}}.graph()) == Values(4, 0.0));
  CHECK_THROWS_WITH(current_flow_betweenness(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  // More decades than can be refined.
  Sample uneven{4, {{0, 1, 1e18}, {1, 2, 1e-18}, {2, 3, 1e18}, {0, 3, 1e-18}, {0, 2, 1.0}}};
  try {
    const Values ours = current_flow_betweenness(uneven.graph(), {true, false});
    require_close(
        ours, verify::current_flow(verify::conductances(uneven.matrix(), true, true)).node, 1e-6);
  } catch (const aidnet::ConvergenceError& error) {
    CHECK(error.residual() > 1e-10);
  }
  Sample path{8'193, {}};
  for (index_t i = 0; i + 1 < path.nodes; ++i) path.arcs.push_back({i, i + 1});
  CHECK_THROWS_WITH(current_flow_betweenness(path.graph()), ContainsSubstring("8193 nodes"));
}
