#include "aidnet/algo/structure/estrada_index.hpp"

#include <Eigen/Eigenvalues>

#include "invariants.hpp"
#include "verify/exponential.hpp"

using namespace testing_support;
using aidnet::estrada_index;
using aidnet::Mode;

TEST_CASE("estrada_index by hand") {
  // A star of 4: ±√3, 0, 0. A complete graph of 5: 4, and −1 four times.
  const Graph star = Sample{4, {{0, 1}, {0, 2}, {0, 3}}}.graph();
  CHECK_THAT(estrada_index(star), WithinRel(2 * std::cosh(std::sqrt(3.0)) + 2, 1e-15));
  CHECK(estrada_index(star, {.mode = Mode::out}) == 4.0);
  Sample complete{5, {}, false};
  for (index_t i = 0; i < 5; ++i)
    for (index_t j = 0; j < i; ++j) complete.arcs.push_back({i, j});
  CHECK_THAT(estrada_index(complete.graph()), WithinRel(std::exp(4.0) + 4 * std::exp(-1.0), 1e-14));
}

TEST_CASE("estrada_index agrees with the eigenvalues") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const bool weighted = seed % 4 == 0;
    const double most = sample.matrix().rowwise().sum().maxCoeff();
    if (weighted && most > 0.0) sample = sample.scaled(5.0 / most);
    const Eigen::MatrixXd a = verify::walks(sample.matrix(), sample.directed, weighted);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(a, Eigen::EigenvaluesOnly);
    CHECK_THAT(estrada_index(sample.graph(), {.weighted = weighted}),
               WithinRel(solver.eigenvalues().array().exp().sum(), 1e-12));
  }
}

TEST_CASE("estrada_index keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return Values{estrada_index(g, {}, c)}; },
      {.per_node = false});
  const Sample sample = random_sample(7);
  const double one = estrada_index(sample.graph());
  CHECK_THAT(estrada_index(sample.doubled().graph()), WithinRel(2 * one, 1e-14));
  CHECK_THAT(estrada_index(sample.with_isolated_node().graph()), WithinRel(one + 1, 1e-14));
}

TEST_CASE("estrada_index runs the same for any number of threads and stops when told") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{estrada_index(g, {}, c)}; },
      large_sample(600, 1'500, true).graph());
}

TEST_CASE("estrada_index of degenerate graphs, and what it refuses") {
  CHECK(estrada_index(Graph()) == 0.0);
  CHECK(estrada_index(Sample{3, {}}.graph()) == 3.0);
  CHECK(estrada_index(Sample{3, {{0, 1, 0.0}}}.graph()) == 3.0);
  CHECK_THROWS_WITH(estrada_index(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(estrada_index(Sample{1, {{0, 0, 1e3}}}.graph(), {.weighted = true}),
                  aidnet::ValidationError);
  // Each score fits a double, their sum does not.
  Sample loops{2, {{0, 0, 709.7}, {1, 1, 709.7}}};
  CHECK_THROWS_WITH(estrada_index(loops.graph(), {.weighted = true}),
                    ContainsSubstring("exceeds the range"));
}
