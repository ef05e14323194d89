#include "aidnet/algo/centrality/strength.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "verify/balance.hpp"

using namespace testing_support;
using aidnet::Balance;
using aidnet::strength;

namespace {

Values run_strength(const Graph& graph, Balance mode, const aidnet::Control& control = {}) {
  return strength(graph, {.mode = mode}, control);
}

}  // namespace

TEST_CASE("strength by hand: a donor, an intermediary with a fund of its own, a recipient") {
  const Graph graph = Sample{3, {{0, 1, 5.0}, {0, 2, 1.0}, {1, 2, 7.0}, {1, 1, 2.0}}}.graph();
  CHECK(run_strength(graph, Balance::out) == Values{6.0, 9.0, 0.0});
  CHECK(run_strength(graph, Balance::in) == Values{0.0, 7.0, 8.0});
  CHECK(strength(graph) == Values{6.0, 16.0, 8.0});
  // The intermediary paid 2 more than it got; its own fund does not matter.
  CHECK(run_strength(graph, Balance::net) == Values{-6.0, -2.0, 8.0});
}

TEST_CASE("strength by hand: undirected, a loop has two ends") {
  const Graph graph = Sample{3, {{0, 1, 1.0}, {1, 1, 0.5}, {2, 1, 4.0}}, false}.graph();
  for (const Balance mode : {Balance::out, Balance::in, Balance::all})
    CHECK(run_strength(graph, mode) == Values{1.0, 6.0, 4.0});
  CHECK(run_strength(graph, Balance::net) == Values{0.0, 0.0, 0.0});
}

TEST_CASE("strength takes weights of any sign") {
  const Graph graph = Sample{3, {{0, 1, -3.0}, {0, 2, 5.0}}}.graph();
  CHECK(run_strength(graph, Balance::out) == Values{2.0, 0.0, 0.0});
  CHECK(run_strength(graph, Balance::net) == Values{-2.0, -3.0, 5.0});
}

TEST_CASE("strength: a million times 0.1, either way, and back again") {
  constexpr index_t n = 1'000'001;
  Sample star{n, {}};
  for (index_t i = 1; i < n; ++i) star.arcs.push_back({0, i, 0.1});
  CHECK(run_strength(star.graph(), Balance::out)[0] == 100'000.0);
  CHECK(run_strength(star.reversed().graph(), Balance::in)[0] == 100'000.0);
  star.arcs.push_back({1, 0, 100'000.0});
  CHECK(run_strength(star.graph(), Balance::net)[0] == Approx(0.0).margin(1e-10));
}

TEST_CASE("strength of large amounts does not swallow small ones") {
  const Graph graph = Sample{4, {{0, 1, 1e17}, {0, 2, 1.0}, {0, 3, -1e17}}}.graph();
  CHECK(run_strength(graph, Balance::out)[0] == 1.0);
}

TEST_CASE("strength agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const Balance mode : balances)
      require_close(run_strength(sample.graph(), mode),
                    verify::balance(sample.matrix(), sample.directed, mode));
    const Sample positive = random_sample(seed);
    const double total = positive.graph().total_weight();
    const Values all = run_strength(positive.graph(), Balance::all);
    require_close({std::accumulate(all.begin(), all.end(), 0.0)}, {2.0 * total});
  }
}

TEST_CASE("strength keeps its promises") {
  for (const Balance mode : balances)
    check_invariants(
        [mode](const Graph& g, const aidnet::Control& c) { return run_strength(g, mode, c); },
        {.scale_power = 1.0});
}

TEST_CASE("strength of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return run_strength(g, Balance::net, c); },
      large_sample(300'000, 400'000, true).graph());
}

TEST_CASE("strength of degenerate graphs") {
  CHECK(strength(Graph()).empty());
  CHECK(strength(Sample{1, {}}.graph()) == Values{0.0});
  CHECK(strength(Sample{1, {{0, 0, 3.0}}}.graph()) == Values{6.0});
  CHECK(strength(Sample{4, {}}.graph()) == Values(4, 0.0));
  CHECK(strength(Sample{2, {{0, 1, 0.0}}}.graph()) == Values(2, 0.0));
}

TEST_CASE("strength refuses a sum beyond double") {
  const Graph graph = Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph();
  CHECK_THROWS_WITH(strength(graph), ContainsSubstring("node 0"));
  CHECK_THROWS_AS(strength(graph), aidnet::ValidationError);
  CHECK(run_strength(graph, Balance::in) == Values{0.0, 1e308, 1e308});
}
