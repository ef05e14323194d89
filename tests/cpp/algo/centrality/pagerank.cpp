#include "aidnet/algo/centrality/pagerank.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/pagerank.hpp"

using namespace testing_support;
using aidnet::Dangling;
using aidnet::Mode;
using aidnet::pagerank;
using aidnet::PagerankOptions;

namespace {

Values run_pagerank(const Graph& graph, PagerankOptions options,
                    const aidnet::Control& control = {}) {
  options.tolerance = tight;
  return pagerank(graph, options, control).score;
}

}  // namespace

TEST_CASE("pagerank by hand: a donor, an intermediary, a recipient") {
  // With damping 1/2: x0 = t, x1 = t + x0/2, x2 = t + x1/2, where t = (1/2 + x2/2)/3 is teleport
  // and what comes back from the dangling last node. So x = (4, 6, 7)/17.
  const Graph chain = Sample{3, {{0, 1, 5.0}, {1, 2, 8.0}}}.graph();
  require_close(run_pagerank(chain, {.damping = 0.5}), {4.0 / 17, 6.0 / 17, 7.0 / 17}, 1e-14);
}

TEST_CASE("pagerank by hand: shares follow the weights") {
  // Without teleport back-flow: everything starts at 0, half is passed on, 1 : 3.
  const Graph fork = Sample{3, {{0, 1, 10.0}, {0, 2, 30.0}}}.graph();
  const Values x = run_pagerank(
      fork, {.damping = 0.5, .personalization = {1.0, 0.0, 0.0}, .dangling = Dangling::stay});
  // x0 = 1/2; x1 = x0/8 + x1/2 = 1/8; x2 = 3 x0/8 + x2/2 = 3/8.
  require_close(x, {0.5, 0.125, 0.375}, 1e-14);
}

TEST_CASE("pagerank is the same wherever it starts, and found at once where that is the answer") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Rng rng(seed);
    const Graph graph = sample.graph();
    PagerankOptions options;
    if (seed % 2 == 0) {
      options.personalization.assign(static_cast<std::size_t>(sample.nodes), 0.0);
      options.personalization[0] = 1.0;
    }
    const Values expected = run_pagerank(graph, options);
    for (index_t i = 0; i < sample.nodes; ++i)
      options.start.push_back(static_cast<double>(rng() % 5) + (i == 0 ? 1.0 : 0.0));
    require_close(run_pagerank(graph, options), expected, 1e-12);
    options.start = expected;
    options.tolerance = 1e-12;
    CHECK(pagerank(graph, options).convergence.iterations == 1);
  }
}

TEST_CASE("pagerank by hand: one step from a start of its own") {
  // Of 1/4 and 3/4, each passes on the half to the other: 1/4 + (3/4) / 2 and 1/4 + (1/4) / 2.
  const Graph pair = Sample{2, {{0, 1, 2.0}, {1, 0, 7.0}}}.graph();
  const auto step = pagerank(pair, {.damping = 0.5, .start = {1.0, 3.0}, .iterations = 1});
  require_close(step.score, {0.625, 0.375}, 1e-15);
  REQUIRE_THROWS_AS(pagerank(pair, {.start = {1.0}}), aidnet::ValidationError);
}

TEST_CASE("pagerank agrees with the dense linear system") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Rng rng(seed);
    const Eigen::Index n = sample.nodes;
    PagerankOptions options;
    options.damping = std::vector{0.0, 0.5, 0.85, 0.95}[seed % 4];
    const Eigen::VectorXd uniform = Eigen::VectorXd::Constant(n, 1.0 / static_cast<double>(n));
    Eigen::VectorXd teleport = uniform;
    if (seed % 3 == 0) {
      for (Eigen::Index i = 0; i < n; ++i) teleport(i) = static_cast<double>(rng() % 3);
      teleport(0) += 1.0;
      options.personalization.assign(teleport.begin(), teleport.end());
      teleport /= teleport.sum();
    }
    Eigen::MatrixXd weights = sample.matrix();
    options.mode = std::vector{Mode::out, Mode::in, Mode::all}[seed % 3];
    if (options.mode == Mode::in) weights.transposeInPlace();
    if (options.mode == Mode::all && sample.directed) {
      const Eigen::MatrixXd both = weights + weights.transpose();
      const Eigen::MatrixXd loops = weights.diagonal().asDiagonal();
      weights = both - loops;
    }
    options.dangling = std::vector{Dangling::teleport, Dangling::uniform, Dangling::stay}[seed % 3];
    const Eigen::VectorXd* landing = nullptr;
    if (options.dangling == Dangling::teleport) landing = &teleport;
    if (options.dangling == Dangling::uniform) landing = &uniform;
    Eigen::VectorXd given = uniform;
    if (seed % 5 == 0) {
      given.setZero();
      given(n - 1) = 2.0;
      options.dangling_weights.assign(given.begin(), given.end());
      given /= given.sum();
      landing = &given;
    }
    require_close(run_pagerank(sample.graph(), options),
                  verify::pagerank(weights, options.damping, teleport, landing));
  }
}

TEST_CASE("pagerank keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return run_pagerank(g, {}, c); });
}

TEST_CASE("pagerank runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(40'000, 600'000, true).graph();
  check_running([](const Graph& g, const aidnet::Control& c) { return pagerank(g, {}, c).score; },
                graph);
}

TEST_CASE("pagerank of degenerate graphs") {
  CHECK(run_pagerank(Graph(), {}).empty());
  CHECK(run_pagerank(Sample{1, {}}.graph(), {}) == Values{1.0});
  CHECK(run_pagerank(Sample{1, {{0, 0, 3.0}}}.graph(), {}) == Values{1.0});
  CHECK(run_pagerank(Sample{4, {}}.graph(), {}) == Values(4, 0.25));
  // A tie of weight zero is none.
  CHECK(run_pagerank(Sample{2, {{0, 1, 0.0}}}.graph(), {}) == Values(2, 0.5));
}

TEST_CASE("pagerank refuses what it cannot rank") {
  const Graph pair = Sample{2, {{0, 1, 1.0}}}.graph();
  CHECK_THROWS_WITH(pagerank(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(pagerank(pair, {.damping = 1.1}), aidnet::ValidationError);
  CHECK_THROWS_AS(pagerank(pair, {.damping = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_AS(pagerank(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(pagerank(pair, {.max_iterations = 0}), aidnet::ValidationError);
  CHECK_THROWS_WITH(pagerank(pair, {.personalization = {1.0}}),
                    ContainsSubstring("1 elements for 2 nodes"));
  CHECK_THROWS_WITH(pagerank(pair, {.personalization = {1.0, -1.0}}),
                    ContainsSubstring("personalization of node 1 is -1"));
  CHECK_THROWS_AS(pagerank(pair, {.dangling_weights = {0.0, 0.0}}), aidnet::ValidationError);
}

TEST_CASE("pagerank says how it ended") {
  const Graph ring = Sample{3, {{0, 1}, {1, 2}, {2, 0}, {0, 2}}}.graph();
  const auto good = pagerank(ring).convergence;
  CHECK(good.converged);
  CHECK(good.residual <= PagerankOptions{}.tolerance);
  try {
    (void)pagerank(ring, {.max_iterations = 2});
    FAIL("did not throw");
  } catch (const aidnet::ConvergenceError& error) {
    CHECK(error.iterations() == 2);
    CHECK(error.residual() > 1e-10);
  }
  const auto cut = pagerank(ring, {.max_iterations = 2, .require_convergence = false});
  CHECK_FALSE(cut.convergence.converged);
  CHECK(cut.convergence.iterations == 2);
}

TEST_CASE("pagerank of a number of iterations, by hand") {
  // From 1/2 each, damping 1/2: what reaches 1 is from 0 and half of its own stranded quarter, …
  // x = (1/4 + 1/8, 1/4 + 1/4 + 1/8) = (3/8, 5/8), then (1/4 + 5/32, 1/4 + 3/16 + 5/32).
  const Graph pair = Sample{2, {{0, 1, 7.0}}}.graph();
  const auto once = pagerank(pair, {.damping = 0.5, .iterations = 1});
  require_close(once.score, {3.0 / 8, 5.0 / 8}, 1e-15);
  CHECK(once.convergence.iterations == 1);
  CHECK_FALSE(once.convergence.converged);
  CHECK(once.convergence.residual == 0.25);
  require_close(pagerank(pair, {.damping = 0.5, .iterations = 2}).score, {13.0 / 32, 19.0 / 32},
                1e-15);
  CHECK(pagerank(pair, {.iterations = 400}).convergence.converged);
  CHECK_THROWS_WITH(pagerank(pair, {.iterations = -1}), ContainsSubstring("iterations is -1"));
  const Graph graph = large_sample(40'000, 600'000, true).graph();
  check_running([](const Graph& g,
                   const aidnet::Control& c) { return pagerank(g, {.iterations = 10}, c).score; },
                graph);
}
