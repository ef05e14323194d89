#include "aidnet/algo/centrality/edge_current_flow_betweenness.hpp"

#include "invariants.hpp"
#include "verify/circuits.hpp"

using namespace testing_support;
using aidnet::edge_current_flow_betweenness;

TEST_CASE("edge_current_flow_betweenness by hand") {
  // A triangle of conductances 1 (0–1), 2 (1–2), 3 (0–2), as for nodes: 0–1 carries 5/11 of its own
  // pair's current, 2/11 of what goes from 0 to 2 and 3/11 of what goes from 1 to 2; and so on;
  // over 2.
  const Graph triangle = Sample{3, {{0, 1, 1.0}, {1, 2, 2.0}, {0, 2, 3.0}}}.graph();
  require_close(edge_current_flow_betweenness(triangle), {5.0 / 11, 9.0 / 11, 8.0 / 11}, 1e-15);
  // Those that give to each other are joined by one wire.
  const Graph mutual = Sample{2, {{0, 1, 1.0}, {1, 0, 3.0}}}.graph();
  CHECK(edge_current_flow_betweenness(mutual) == Values{1.0, 1.0});
}

TEST_CASE("edge_current_flow_betweenness agrees with Kirchhoff's laws") {
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes > 16) continue;
    const bool weighted = seed % 4 != 0;
    const Graph graph = sample.graph();
    const auto expected =
        verify::current_flow(verify::conductances(sample.matrix(), sample.directed, weighted)).tie;
    const double pairs = sample.nodes > 2 ? (sample.nodes - 1.0) * (sample.nodes - 2.0) : 1.0;
    Values values;
    for (index_t e = 0; e < graph.entry_count(); ++e)
      values.push_back(graph.weights()[at(e)] == 0.0
                           ? 0.0
                           : expected(graph.entry_source(e), graph.indices()[at(e)]));
    require_close(edge_current_flow_betweenness(graph, {weighted, false}), values);
    for (double& value : values) value /= pairs;
    require_close(edge_current_flow_betweenness(graph, {weighted, true}), values);
  }
}

TEST_CASE("edge_current_flow_betweenness keeps its promises") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const Values values = edge_current_flow_betweenness(graph);
    CHECK(identical(edge_current_flow_betweenness(sample.split(rng).graph()), values));
    require_close(edge_current_flow_betweenness(sample.scaled(1e6).graph()), values);
    const auto places = random_places(sample.nodes, rng);
    const Graph moved = sample.relabelled(places).graph();
    const Values there = edge_current_flow_betweenness(moved);
    Values back;
    for (index_t e = 0; e < graph.entry_count(); ++e)
      back.push_back(there[at(moved.find_entry(places[at(graph.entry_source(e))],
                                               places[at(graph.indices()[at(e)])]))]);
    require_close(back, values);
  }
}

TEST_CASE("edge_current_flow_betweenness runs the same for any number of threads and stops") {
  check_running([](const Graph& g,
                   const aidnet::Control& c) { return edge_current_flow_betweenness(g, {}, c); },
                large_sample(300, 900, true).graph());
}

TEST_CASE("edge_current_flow_betweenness of degenerate graphs, and what it refuses") {
  CHECK(edge_current_flow_betweenness(Graph()).empty());
  CHECK(edge_current_flow_betweenness(Sample{1, {{0, 0}}}.graph()) == Values{0.0});
  CHECK(edge_current_flow_betweenness(Sample{4, {{0, 1, 0.0}}}.graph()) == Values{0.0});
  CHECK_THROWS_WITH(edge_current_flow_betweenness(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
}
