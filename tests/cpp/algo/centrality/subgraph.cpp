#include "aidnet/algo/centrality/subgraph.hpp"

#include "invariants.hpp"
#include "verify/exponential.hpp"

using namespace testing_support;
using aidnet::Mode;
using aidnet::subgraph;

TEST_CASE("subgraph by hand: a pair, a triangle, a ring of flows") {
  // The eigenvalues of a tie are ±w: half of exp(w) + exp(−w) to each end.
  const Graph pair = Sample{2, {{0, 1, 2.0}}, false}.graph();
  require_close(subgraph(pair), {std::cosh(1.0), std::cosh(1.0)}, 1e-15);
  require_close(subgraph(pair, {.weighted = true}), {std::cosh(2.0), std::cosh(2.0)}, 1e-15);
  // A triangle has the eigenvalues 2, −1, −1.
  const Graph triangle = Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph();
  require_close(subgraph(triangle), Values(3, (std::exp(2.0) + 2 * std::exp(-1.0)) / 3), 1e-15);
  // Along the flows only 0, 3, 6, … steps lead back: Σ 1/(3k)!.
  double sum = 0.0;
  for (int k = 0; k < 20; ++k) sum += 1 / std::tgamma(3 * k + 1);
  require_close(subgraph(triangle, {.mode = Mode::out}), Values(3, sum), 1e-15);
}

TEST_CASE("subgraph agrees with the dense exponential") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const Mode mode = std::vector{Mode::all, Mode::out, Mode::in}[seed % 3];
    const bool weighted = seed % 4 == 0 && sample.nodes > 0;
    if (weighted) {
      const double most = sample.matrix().rowwise().sum().maxCoeff();
      if (most > 0.0) sample = sample.scaled(5.0 / most);
    }
    const Eigen::MatrixXd a =
        verify::walks(sample.matrix(), mode == Mode::all && sample.directed, weighted);
    const verify::ExponentialMatrix e = verify::exponential(a);
    Values expected;
    for (index_t i = 0; i < sample.nodes; ++i) expected.push_back(static_cast<double>(e(i, i)));
    const Values ours = subgraph(sample.graph(), {.weighted = weighted, .mode = mode});
    REQUIRE(ours.size() == expected.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
      CHECK_THAT(ours[i], WithinRel(expected[i], 2e-14));
  }
}

TEST_CASE("subgraph keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return subgraph(g, {}, c); });
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return subgraph(g, {.mode = Mode::out}, c); });
}

TEST_CASE("subgraph runs the same for any number of threads and stops when told") {
  check_running([](const Graph& g, const aidnet::Control& c) { return subgraph(g, {}, c); },
                large_sample(600, 1'500, true).graph());
}

TEST_CASE("subgraph of degenerate graphs") {
  CHECK(subgraph(Graph()).empty());
  CHECK(subgraph(Sample{3, {}}.graph()) == Values(3, 1.0));
  CHECK(subgraph(Sample{2, {{0, 1, 0.0}}}.graph()) == Values(2, 1.0));
  require_close(subgraph(Sample{1, {{0, 0, 3.0}}}.graph()), {std::exp(1.0)}, 1e-15);
  require_close(subgraph(Sample{1, {{0, 0, 300.0}}}.graph(), {.weighted = true}), {std::exp(300.0)},
                1e-13);
}

TEST_CASE("subgraph refuses what it cannot count") {
  CHECK_THROWS_WITH(subgraph(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  const Graph pair = Sample{2, {{0, 1, 1e3}, {1, 0, 1e3}}}.graph();
  for (const Mode mode : {Mode::out, Mode::all})
    CHECK_THROWS_WITH(subgraph(pair, {.weighted = true, .mode = mode}),
                      ContainsSubstring("exceeds the range of a double"));
}
