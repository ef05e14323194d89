#include "aidnet/algo/centrality/katz.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/katz.hpp"

using namespace testing_support;
using aidnet::katz;
using aidnet::KatzOptions;
using aidnet::Mode;

namespace {

Values run_katz(const Graph& graph, KatzOptions options, const aidnet::Control& control = {}) {
  options.tolerance = tight;
  return katz(graph, options, control).score;
}

/// The largest of |x − α Wᵀ x − β| straight from the arcs, relative to the largest score.
double residual(const Graph& graph, const Values& x, double alpha, double beta = 1.0) {
  double most = 0.0;
  double scale = 0.0;
  for (index_t j = 0; j < graph.node_count(); ++j) {
    double received = 0.0;
    for (std::size_t k = 0; k < graph.in_neighbors(j).size(); ++k)
      received += graph.in_weights(j)[k] * x[at(graph.in_neighbors(j)[k])];
    most = std::max(most, std::abs(x[at(j)] - alpha * received - beta));
    scale = std::max(scale, std::abs(x[at(j)]));
  }
  return most / scale;
}

}  // namespace

TEST_CASE("katz by hand: a donor, an intermediary, a recipient") {
  // x_0 = 1, x_1 = 1 + 5/10 = 1.5, x_2 = 1 + 0.8 · 1.5 = 2.2.
  const Graph chain = Sample{3, {{0, 1, 5.0}, {1, 2, 8.0}}}.graph();
  require_close(run_katz(chain, {.normalized = false}), {1.0, 1.5, 2.2}, 1e-15);
  const double length = std::sqrt(1.0 + 2.25 + 4.84);
  require_close(run_katz(chain, {}), {1.0 / length, 1.5 / length, 2.2 / length}, 1e-15);
  // Against the flows: x_2 = 1, x_1 = 1.8, x_0 = 1.9.
  require_close(run_katz(chain, {.normalized = false, .mode = Mode::out}), {1.9, 1.8, 1.0}, 1e-15);
}

TEST_CASE("katz by hand: a circle with a loop") {
  // x_0 = 1 + x_1/4, x_1 = 1 + x_0/4 + x_1/2: x_1/2 = 5/4 + x_1/16, so x_1 = 20/7, x_0 = 12/7.
  const Graph graph = Sample{2, {{0, 1, 1.0}, {1, 0, 1.0}, {1, 1, 2.0}}}.graph();
  require_close(run_katz(graph, {.alpha = 0.25, .normalized = false}), {12.0 / 7, 20.0 / 7}, 1e-15);
}

TEST_CASE("katz agrees with the dense linear system") {
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Rng rng(seed);
    Eigen::MatrixXd weights = sample.matrix();
    KatzOptions options{.normalized = false};
    options.mode = std::vector{Mode::in, Mode::out, Mode::all}[seed % 3];
    if (options.mode == Mode::out) weights.transposeInPlace();
    if (options.mode == Mode::all && sample.directed) {
      const Eigen::MatrixXd both = weights + weights.transpose();
      const Eigen::MatrixXd loops = weights.diagonal().asDiagonal();
      weights = both - loops;
    }
    const double radius = verify::spectral_radius(weights);
    const double share = std::vector{0.0, 0.1, 0.5, 0.9, 0.999}[seed % 5];
    options.alpha = radius > 0.0 ? share / radius : share;
    Eigen::VectorXd beta = Eigen::VectorXd::Ones(sample.nodes);
    if (seed % 4 == 0) {
      for (double& value : beta)
        value = static_cast<double>(draw(rng, 5)) - (seed % 8 == 0 ? 2 : 0);
      options.beta_weights.assign(beta.begin(), beta.end());
    } else if (seed % 4 == 1) {
      options.beta = -2.5;
      beta *= -2.5;
    }
    const Values expected = verify::katz(weights, options.alpha, beta);
    require_close(run_katz(sample.graph(), options), expected);
    if (radius > 0.0) {
      options.alpha = (1.0 + share) / radius;
      CHECK_THROWS_WITH(katz(sample.graph(), options), ContainsSubstring("alpha must be below"));
    }
  }
}

TEST_CASE("katz keeps its promises") {
  // With weights over twelve decades one alpha does not suit all: take a part of what is allowed,
  // which also makes the scores independent of the unit.
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    double largest = 0.0;
    for (index_t u = 0; u < g.node_count(); ++u) {
      double sum = 0.0;
      for (const double w : g.out_weights(u)) sum += w;
      largest = std::max(largest, sum);
    }
    return run_katz(g, {.alpha = largest > 0.0 ? 0.9 / largest : 0.1}, c);
  });
}

TEST_CASE("katz runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(20'000, 520'000, true).graph();
  // Too large for the sums of weights, so that the spectral radius is calculated too.
  const double alpha = 0.9 / (26.0 * 71.5);
  const auto result = katz(graph, {.alpha = alpha, .normalized = false});
  CHECK(residual(graph, result.score, alpha) < 1e-11);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return katz(g, {.alpha = alpha}, c).score; },
      graph);
}

TEST_CASE("katz of scores over many decades") {
  for (std::uint64_t seed = 0; seed < rounds(60u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = banded_sample(seed);
    const Eigen::MatrixXd weights = sample.matrix();
    const double radius = verify::spectral_radius(weights);
    if (radius == 0.0) continue;
    for (const double share : {0.5, 0.999}) {
      const double alpha = share / radius;
      const Values x = katz(sample.graph(), {.alpha = alpha, .normalized = false}).score;
      const Values expected = verify::katz(weights, alpha, Eigen::VectorXd::Ones(sample.nodes));
      // Not only the largest scores: each to its own last digits.
      for (std::size_t i = 0; i < x.size(); ++i) CHECK_THAT(x[i], WithinRel(expected[i], 1e-8));
    }
  }
}

TEST_CASE("katz near the limit") {
  const Graph star = Sample{5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}, false}.graph();
  // ρ = 2; x_hub = 1 + 4α x_leaf, x_leaf = 1 + α x_hub: x_hub = (1 + 4α)/(1 − 4α²).
  for (const double share : {0.9, 0.999999, 0.999999999}) {
    const double alpha = share / 2;
    const Values x = run_katz(star, {.alpha = alpha, .normalized = false});
    const double hub = (1 + 4 * alpha) / ((1 - 2 * alpha) * (1 + 2 * alpha));
    CHECK_THAT(x[0], WithinRel(hub, 1e-15 / (1 - share)));
    CHECK_THAT(x[1], WithinRel(1 + alpha * hub, 1e-15 / (1 - share)));
  }
  for (const double alpha : {0.5, 0.5 * (1 - 1e-12), 0.6, 7.0})
    CHECK_THROWS_AS(katz(star, {.alpha = alpha}), aidnet::ValidationError);
  CHECK_THROWS_WITH(katz(star, {.alpha = 0.75}), ContainsSubstring("alpha is 0.75"));
  // A long ring of uneven weights: no power of it converges, and few of its eigenvalues differ.
  constexpr index_t n = 100;
  Sample ring{n, {}};
  Rng rng(5);
  for (index_t i = 0; i < n; ++i)
    ring.arcs.push_back({i, (i + 1) % n, static_cast<double>(1 + draw(rng, 9))});
  const double alpha = 0.999 / verify::spectral_radius(ring.matrix());
  const Values x = run_katz(ring.graph(), {.alpha = alpha, .normalized = false});
  CHECK(residual(ring.graph(), x, alpha) < 1e-13);
  require_close(x, verify::katz(ring.matrix(), alpha, Eigen::VectorXd::Ones(n)));
}

TEST_CASE("katz of degenerate graphs") {
  CHECK(katz(Graph()).score.empty());
  CHECK(run_katz(Sample{1, {}}.graph(), {}) == Values{1.0});
  CHECK(run_katz(Sample{4, {}}.graph(), {}) == Values(4, 0.5));
  CHECK(run_katz(Sample{4, {{0, 1, 0.0}}}.graph(), {.alpha = 1e9}) == Values(4, 0.5));
  CHECK(run_katz(Sample{4, {{0, 1}}}.graph(), {.alpha = 0.0}) == Values(4, 0.5));
  CHECK(run_katz(Sample{2, {{0, 1}}}.graph(), {.beta = 0.0}) == Values{0.0, 0.0});
  CHECK(run_katz(Sample{1, {{0, 0, 2.0}}}.graph(), {.alpha = 0.25, .normalized = false}) ==
        Values{2.0});
  // A graph without cycles takes any alpha.
  CHECK(run_katz(Sample{2, {{0, 1}}}.graph(), {.alpha = 1e6, .normalized = false}) ==
        Values{1.0, 1e6 + 1});
}

TEST_CASE("katz refuses what it cannot rank") {
  const Graph pair = Sample{2, {{0, 1, 1.0}}}.graph();
  CHECK_THROWS_WITH(katz(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(katz(pair, {.alpha = -0.1}), ContainsSubstring("alpha is -0.1"));
  CHECK_THROWS_AS(katz(pair, {.alpha = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_AS(katz(pair, {.beta = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_AS(katz(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(katz(pair, {.max_iterations = 0}), aidnet::ValidationError);
  CHECK_THROWS_WITH(katz(pair, {.beta_weights = {1.0}}),
                    ContainsSubstring("1 elements for 2 nodes"));
  CHECK_THROWS_WITH(katz(pair, {.beta_weights = {1.0, std::nan("")}}),
                    ContainsSubstring("beta_weights of node 1"));
  const Sample steep{3, {{0, 1, 1e200}, {1, 2, 1e200}}};
  CHECK_THROWS_WITH(katz(steep.graph()), ContainsSubstring("exceed the range of a double"));
}

TEST_CASE("katz says how it ended") {
  const Graph graph = large_sample(500, 2'000, true).graph();
  constexpr double alpha = 0.003;
  const auto good = katz(graph, {.alpha = alpha}).convergence;
  CHECK(good.converged);
  CHECK(good.residual <= KatzOptions{}.tolerance);
  try {
    (void)katz(graph, {.alpha = alpha, .max_iterations = 1});
    FAIL("did not throw");
  } catch (const aidnet::ConvergenceError& error) {
    CHECK(error.iterations() == 1);
    CHECK(error.residual() > 1e-12);
  }
  const auto cut = katz(graph, {.alpha = alpha, .max_iterations = 1, .require_convergence = false});
  CHECK_FALSE(cut.convergence.converged);
}
