#include "aidnet/algo/centrality/current_flow_closeness.hpp"

#include "invariants.hpp"
#include "verify/circuits.hpp"

using namespace testing_support;
using aidnet::current_flow_closeness;

TEST_CASE("current_flow_closeness by hand") {
  // A triangle of conductances 1 (0–1), 2 (1–2), 3 (0–2): R_01 = 1/(1 + 6/5) = 5/11,
  // R_12 = 1/(2 + 3/4) = 4/11, R_02 = 1/(3 + 2/3) = 3/11.
  const Graph triangle = Sample{3, {{0, 1, 1.0}, {1, 2, 2.0}, {0, 2, 3.0}}}.graph();
  require_close(current_flow_closeness(triangle), {11.0 / 8, 11.0 / 9, 11.0 / 7}, 1e-15);
  require_close(current_flow_closeness(triangle, {.weighted = false}), Values(3, 0.75), 1e-15);
}

TEST_CASE("current_flow_closeness agrees with Kirchhoff's laws") {
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes > 16) continue;
    const bool weighted = seed % 4 != 0;
    const Eigen::MatrixXd r =
        verify::resistances(verify::conductances(sample.matrix(), sample.directed, weighted));
    const Values ours = current_flow_closeness(sample.graph(), {weighted});
    for (index_t i = 0; i < sample.nodes; ++i) {
      const double sum = r.row(i).sum();
      CHECK_THAT(ours[at(i)], WithinRel(sum > 0.0 ? 1.0 / sum : 0.0, 1e-9));
    }
  }
}

TEST_CASE("current_flow_closeness keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return current_flow_closeness(g, {}, c); },
      {.scale_power = 1.0});
}

TEST_CASE("current_flow_closeness runs the same for any number of threads and stops when told") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return current_flow_closeness(g, {}, c); },
      large_sample(700, 2'000, true).graph());
}

TEST_CASE("current_flow_closeness of degenerate graphs, and what it refuses") {
  CHECK(current_flow_closeness(Graph()).empty());
  CHECK(current_flow_closeness(Sample{1, {{0, 0}}}.graph()) == Values{0.0});
  CHECK(current_flow_closeness(Sample{2, {{0, 1, 4.0}}}.graph()) == Values{4.0, 4.0});
  CHECK(current_flow_closeness(Sample{4, {{0, 1, 0.0}}}.graph()) == Values(4, 0.0));
  CHECK_THROWS_WITH(current_flow_closeness(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  Sample path{8'193, {}};
  for (index_t i = 0; i + 1 < path.nodes; ++i) path.arcs.push_back({i, i + 1});
  CHECK_THROWS_WITH(current_flow_closeness(path.graph()), ContainsSubstring("8193 nodes"));
}
