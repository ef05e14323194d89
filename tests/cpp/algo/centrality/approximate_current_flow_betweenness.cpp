#include "aidnet/algo/centrality/approximate_current_flow_betweenness.hpp"

#include "aidnet/algo/centrality/current_flow_betweenness.hpp"
#include "invariants.hpp"
#include "sampling.hpp"
#include "verify/circuits.hpp"

using namespace testing_support;
using aidnet::approximate_current_flow_betweenness;
using aidnet::ApproximateCurrentFlowBetweenness;

namespace {

/// 60 to 99 nodes: so many pairs that they need to be drawn, in parts or not, with loops, zeros and
/// weights over `decades`.
Sample medium_sample(std::uint64_t seed, double decades) {
  Rng rng(seed);
  Sample sample{60 + draw(rng, 40), {}, seed % 2 == 0};
  const int arcs = static_cast<int>(sample.nodes) * std::vector{1, 2, 4}[rng() % 3];
  std::uniform_real_distribution<double> exponent(-decades / 2, decades / 2);
  for (int k = 0; k < arcs; ++k)
    sample.arcs.push_back({draw(rng, sample.nodes), draw(rng, sample.nodes),
                           chance(rng, 0.05) ? 0.0 : std::pow(10.0, exponent(rng))});
  return sample;
}

}  // namespace

TEST_CASE("approximate_current_flow_betweenness by hand: all goes through the middle of a star") {
  // With r draws, k of them with the middle at an end, its score is (1 − k / r) · n / (n − 2).
  Sample star{1000, {}, false};
  for (index_t v = 1; v < star.nodes; ++v) star.arcs.push_back({0, v, static_cast<double>(v)});
  const auto found = approximate_current_flow_betweenness(star.graph(), {.error = 0.1});
  REQUIRE(found.samples > 100);
  CHECK(found.error <= 0.1);
  const double r = static_cast<double>(found.samples);
  const double ends = std::round((1.0 - found.score[0] * 998.0 / 1000.0) * r);
  CHECK_THAT(found.score[0], WithinAbs(std::min(1.0, (1.0 - ends / r) * 1000.0 / 998.0), 1e-3));
  for (index_t v = 1; v < star.nodes; ++v) REQUIRE(found.score[at(v)] <= 1e-3);
}

TEST_CASE("approximate_current_flow_betweenness keeps within its error") {
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = medium_sample(seed, seed % 3 == 0 ? 6.0 : 1.0).graph();
    const bool weighted = seed % 4 != 0;
    const auto found = approximate_current_flow_betweenness(
        graph, {.weighted = weighted, .error = 0.25, .seed = static_cast<int>(seed)});
    REQUIRE(found.samples > 0);
    REQUIRE(found.error <= 0.25);
    const Values exact = aidnet::current_flow_betweenness(graph, {.weighted = weighted});
    REQUIRE(largest_difference(found.score, exact) <= found.error);
  }
}

TEST_CASE("approximate_current_flow_betweenness keeps within its error of Kirchhoff's laws") {
  for (std::uint64_t seed = 0; seed < 3; ++seed) {
    INFO("seed " << seed);
    Sample sample = medium_sample(seed, 2.0);
    sample.nodes = 48;
    std::erase_if(sample.arcs, [](const Arc& arc) { return arc.source > 47 || arc.target > 47; });
    const auto found = approximate_current_flow_betweenness(sample.graph(), {.error = 0.4});
    REQUIRE(found.samples > 0);
    Values exact =
        verify::current_flow(verify::conductances(sample.matrix(), sample.directed, true)).node;
    for (double& x : exact) x /= 47.0 * 46.0 / 2.0;
    REQUIRE(largest_difference(found.score, exact) <= found.error);
  }
}

TEST_CASE("approximate_current_flow_betweenness is right on average") {
  const Graph graph = medium_sample(5, 2.0).graph();
  const Values exact = aidnet::current_flow_betweenness(graph);
  Values mean(exact.size(), 0.0);
  for (int seed = 0; seed < 60; ++seed) {
    const auto found = approximate_current_flow_betweenness(graph, {.error = 0.25, .seed = seed});
    for (std::size_t v = 0; v < mean.size(); ++v) mean[v] += found.score[v] / 60.0;
  }
  CHECK(largest_difference(mean, exact) < 0.01);
}

TEST_CASE("approximate_current_flow_betweenness is exact where that is no more work, or uneven") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    const Graph graph = random_sample(seed).graph();
    const auto found = approximate_current_flow_betweenness(graph);
    CHECK(found.samples == 0);
    CHECK(found.error == 0.0);
    CHECK(identical(found.score, aidnet::current_flow_betweenness(graph)));
  }
  // Heavy ties in pairs, and light ones between them: 13 decades.
  Sample uneven{100, {}, false};
  for (index_t v = 0; v + 1 < uneven.nodes; ++v)
    uneven.arcs.push_back({v, v + 1, v % 2 == 0 ? 1e7 : 1e-6});
  for (index_t v = 0; v + 5 < uneven.nodes; ++v) uneven.arcs.push_back({v, v + 5, 1e-6});
  const auto found = approximate_current_flow_betweenness(uneven.graph(), {.error = 0.25});
  CHECK(found.samples == 0);
  CHECK(largest_difference(found.score, aidnet::current_flow_betweenness(uneven.graph())) <=
        found.error);
}

TEST_CASE("approximate_current_flow_betweenness knows no limit of size") {
  // Twice the nodes that a dense matrix may have, in a ring with chords.
  Sample ring{16'500, {}, false};
  for (index_t v = 0; v < ring.nodes; ++v) {
    ring.arcs.push_back({v, (v + 1) % ring.nodes});
    ring.arcs.push_back({v, static_cast<index_t>((7 * static_cast<std::int64_t>(v) + 3) % 16'500)});
  }
  const auto found = approximate_current_flow_betweenness(ring.graph(), {.error = 0.5});
  CHECK(found.samples > 0);
  CHECK(found.error <= 0.5);
}

TEST_CASE("approximate_current_flow_betweenness keeps its promises") {
  // Splitting flows and the currency unit: the same draws. Other labels are other draws.
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = medium_sample(seed, 2.0);
    const aidnet::ApproximateCurrentFlowBetweennessOptions options{.error = 0.3};
    const auto found = approximate_current_flow_betweenness(sample.graph(), options);
    CHECK(identical(approximate_current_flow_betweenness(sample.split(rng).graph(), options).score,
                    found.score));
    require_close(
        approximate_current_flow_betweenness(sample.scaled(0x1p20).graph(), options).score,
        found.score, 1e-12);
  }
}

TEST_CASE("approximate_current_flow_betweenness is the same for any threads and stops when told") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return approximate_current_flow_betweenness(g, {.error = 0.2}, c).score;
      },
      large_sample(2'000, 6'000, true).graph());
}

TEST_CASE("approximate_current_flow_betweenness of degenerate graphs, and what it refuses") {
  CHECK(approximate_current_flow_betweenness(Graph()).score.empty());
  CHECK(approximate_current_flow_betweenness(Sample{2, {{0, 1}}}.graph()).score == Values(2, 0.0));
  const auto none = approximate_current_flow_betweenness(Sample{1000, {}}.graph());
  CHECK(none.score == Values(1000, 0.0));
  CHECK(none.samples > 0);
  const Graph graph = Sample{3, {{0, 1}}}.graph();
  for (const double x : {0.0, 1.0, -0.5, std::nan("")}) {
    CHECK_THROWS_WITH(approximate_current_flow_betweenness(graph, {.error = x}),
                      ContainsSubstring("error is"));
    CHECK_THROWS_WITH(approximate_current_flow_betweenness(graph, {.confidence = x}),
                      ContainsSubstring("confidence is"));
  }
  CHECK_THROWS_WITH(approximate_current_flow_betweenness(graph, {.seed = -1}),
                    ContainsSubstring("seed is -1"));
  CHECK_THROWS_WITH(approximate_current_flow_betweenness(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  Sample rich{100, {{0, 1, 1.7e308}, {1, 2, 1.7e308}}};
  CHECK_THROWS_WITH(approximate_current_flow_betweenness(rich.graph(), {.error = 0.5}),
                    ContainsSubstring("the weights at node 1 add up to more than a double"));
}
