#include "aidnet/algo/centrality/communicability.hpp"

#include "invariants.hpp"
#include "verify/exponential.hpp"

using namespace testing_support;
using aidnet::communicability;
using aidnet::Mode;

TEST_CASE("communicability by hand: a chain") {
  // Along the flows there is one walk of one step, and one of two: 1/2.
  const Graph chain = Sample{3, {{0, 1, 5.0}, {1, 2, 8.0}}}.graph();
  CHECK(communicability(chain, {.mode = Mode::out}) == Values{1, 1, 0.5, 0, 1, 1, 0, 0, 1});
  CHECK(communicability(chain, {.mode = Mode::in}) == Values{1, 0, 0, 1, 1, 0, 0.5, 1, 1});
  CHECK(communicability(chain, {.weighted = true, .mode = Mode::out}) ==
        Values{1, 5, 20, 0, 1, 8, 0, 0, 1});
  // Either way: with r = √2, A² has 1 in the corners and 2 in the middle, A³ = 2 A.
  const double r = std::sqrt(2.0);
  const double s = std::sinh(r) / r;
  const double c = (std::cosh(r) - 1) / 2;
  require_close(communicability(chain), {1 + c, s, c, s, 1 + 2 * c, s, c, s, 1 + c}, 1e-15);
}

TEST_CASE("communicability agrees with the dense exponential, element by element") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const Mode mode = std::vector{Mode::all, Mode::out, Mode::in}[seed % 3];
    const bool weighted = seed % 4 == 0 && sample.nodes > 0;
    if (weighted) {
      const double most = sample.matrix().rowwise().sum().maxCoeff();
      if (most > 0.0) sample = sample.scaled(5.0 / most);
    }
    Eigen::MatrixXd a =
        verify::walks(sample.matrix(), mode == Mode::all && sample.directed, weighted);
    if (mode == Mode::in) a.transposeInPlace();
    const verify::ExponentialMatrix e = verify::exponential(a);
    const Values ours = communicability(sample.graph(), {.weighted = weighted, .mode = mode});
    REQUIRE(ours.size() == at(sample.nodes) * at(sample.nodes));
    for (index_t p = 0; p < sample.nodes; ++p)
      for (index_t q = 0; q < sample.nodes; ++q)
        REQUIRE_THAT(ours[at(p) * at(sample.nodes) + at(q)],
                     WithinRel(static_cast<double>(e(p, q)), 2e-14));
  }
}

TEST_CASE("communicability keeps its promises") {
  for (const Mode mode : {Mode::all, Mode::out}) {
    for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
      INFO("seed " << seed);
      Rng rng(seed);
      const Sample sample = random_sample(seed);
      const std::size_t n = at(sample.nodes);
      const Values values = communicability(sample.graph(), {.mode = mode});
      CHECK(identical(communicability(sample.split(rng).graph(), {.mode = mode}), values));
      CHECK(identical(communicability(sample.scaled(1e6).graph(), {.mode = mode}), values));
      const auto places = random_places(sample.nodes, rng);
      const Values moved = communicability(sample.relabelled(places).graph(), {.mode = mode});
      Values expected(n * n);
      for (std::size_t p = 0; p < n; ++p)
        for (std::size_t q = 0; q < n; ++q)
          expected[at(places[p]) * n + at(places[q])] = values[p * n + q];
      require_close(moved, expected, 1e-13);
    }
  }
}

TEST_CASE("communicability runs the same for any number of threads and stops when told") {
  check_running([](const Graph& g, const aidnet::Control& c) { return communicability(g, {}, c); },
                large_sample(600, 1'500, true).graph());
}

TEST_CASE("communicability of degenerate graphs, and what it refuses") {
  CHECK(communicability(Graph()).empty());
  CHECK(communicability(Sample{2, {{0, 1, 0.0}}}.graph()) == Values{1, 0, 0, 1});
  CHECK_THROWS_WITH(communicability(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(communicability(Sample{2, {{0, 1, 1e3}}}.graph(), {.weighted = true}),
                  aidnet::ValidationError);
  CHECK_THROWS_WITH(communicability(Sample{16'385, {}}.graph()), ContainsSubstring("16385 nodes"));
}
