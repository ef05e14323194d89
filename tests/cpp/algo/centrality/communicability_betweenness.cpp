#include "aidnet/algo/centrality/communicability_betweenness.hpp"

#include "invariants.hpp"
#include "verify/exponential.hpp"

using namespace testing_support;
using aidnet::communicability_betweenness;
using aidnet::Mode;

TEST_CASE("communicability_betweenness by hand: a chain") {
  // All walks between the ends pass the middle; without an end, the other two are a pair: sinh(1)
  // of the chain's sinh(√2)/√2. The middle is between one pair of pairs in two of two.
  const Graph chain = Sample{3, {{0, 1, 5.0}, {1, 2, 8.0}}}.graph();
  const double end = 1 - std::sinh(1.0) / (std::sinh(std::sqrt(2.0)) / std::sqrt(2.0));
  require_close(communicability_betweenness(chain), {end, 1.0, end}, 1e-15);
  // Along the flows only 0 → 1 → 2 passes anyone: 1 of 2 ordered pairs.
  require_close(communicability_betweenness(chain, {.mode = Mode::out}), {0.0, 0.5, 0.0}, 1e-15);
}

TEST_CASE("communicability_betweenness agrees with the dense exponentials") {
  for (std::uint64_t seed = 0; seed < rounds(240u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    if (sample.nodes > 24) continue;
    const Mode mode = std::vector{Mode::all, Mode::out, Mode::in}[seed % 3];
    const bool weighted = seed % 4 == 0 && sample.nodes > 0;
    if (weighted) {
      const double most = sample.matrix().rowwise().sum().maxCoeff();
      if (most > 0.0) sample = sample.scaled(5.0 / most);
    }
    const Eigen::MatrixXd a =
        verify::walks(sample.matrix(), mode == Mode::all && sample.directed, weighted);
    const Values expected = verify::communicability_betweenness(a);
    const Values ours =
        communicability_betweenness(sample.graph(), {.weighted = weighted, .mode = mode});
    REQUIRE(ours.size() == expected.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
      CHECK_THAT(ours[i], WithinAbs(expected[i], 1e-13));
  }
}

TEST_CASE("communicability_betweenness keeps its promises") {
  check_invariants([](const Graph& g,
                      const aidnet::Control& c) { return communicability_betweenness(g, {}, c); },
                   {.seeds = 60});
}

TEST_CASE("communicability_betweenness runs the same for any number of threads and stops") {
  check_running([](const Graph& g,
                   const aidnet::Control& c) { return communicability_betweenness(g, {}, c); },
                large_sample(100, 200, true).graph());
}

TEST_CASE("communicability_betweenness of degenerate graphs, and what it refuses") {
  CHECK(communicability_betweenness(Graph()).empty());
  CHECK(communicability_betweenness(Sample{2, {{0, 1}}}.graph()) == Values(2, 0.0));
  CHECK(communicability_betweenness(Sample{4, {{0, 1, 0.0}}}.graph()) == Values(4, 0.0));
  // Pairs without a walk add nothing: a chain beside an isolated node.
  require_close(
      communicability_betweenness(Sample{4, {{0, 1}, {1, 2}}}.graph(), {.mode = Mode::out}),
      {0.0, 1.0 / 6, 0.0, 0.0}, 1e-15);
  CHECK_THROWS_WITH(communicability_betweenness(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(communicability_betweenness(Sample{3, {{0, 1, 1e3}}}.graph(), {.weighted = true}),
                  aidnet::ValidationError);
}
