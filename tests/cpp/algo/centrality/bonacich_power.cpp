#include "aidnet/algo/centrality/bonacich_power.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/bonacich_power.hpp"

using namespace testing_support;
using aidnet::bonacich_power;
using aidnet::BonacichPowerOptions;
using aidnet::Mode;

namespace {

Values run_bonacich_power(const Graph& graph, BonacichPowerOptions options,
                          const aidnet::Control& control = {}) {
  options.tolerance = tight;
  return bonacich_power(graph, options, control).score;
}

/// A part of what is allowed whatever the unit, so that scores do not depend on it.
Values part_of_allowed(const Graph& g, double part, const aidnet::Control& c) {
  double largest = 0.0;
  for (index_t u = 0; u < g.node_count(); ++u) {
    double sum = 0.0;
    for (const double w : g.out_weights(u)) sum += w;
    largest = std::max(largest, sum);
  }
  return run_bonacich_power(g, {.beta = largest > 0.0 ? part / largest : 0.1}, c);
}

}  // namespace

TEST_CASE("bonacich_power by hand: a chain of four") {
  // c_A = 1 + β c_B and c_B = 2 + β (c_A + c_C) with c_C = c_B: c_B (1 − β − β²) = 2 + β.
  const Graph chain = Sample{4, {{0, 1}, {1, 2}, {2, 3}}, false}.graph();
  for (const double beta : {-0.5, -0.25, 0.0, 0.25, 0.5}) {
    const double b = (2 + beta) / (1 - beta - beta * beta);
    const double a = 1 + beta * b;
    require_close(run_bonacich_power(chain, {.beta = beta, .normalized = false}), {a, b, b, a},
                  1e-14);
    const double scale = std::sqrt(4 / (2 * a * a + 2 * b * b));
    require_close(run_bonacich_power(chain, {.beta = beta}),
                  {scale * a, scale * b, scale * b, scale * a}, 1e-14);
  }
}

TEST_CASE("bonacich_power by hand: along the flows") {
  // c_2 = 0, c_1 = 8, c_0 = 5 (1 + 8 β).
  const Graph chain = Sample{3, {{0, 1, 5.0}, {1, 2, 8.0}}}.graph();
  require_close(run_bonacich_power(chain, {.beta = 0.1, .normalized = false}), {9.0, 8.0, 0.0},
                1e-15);
  require_close(run_bonacich_power(chain, {.beta = -0.25, .normalized = false}), {-5.0, 8.0, 0.0},
                1e-15);
  require_close(run_bonacich_power(chain, {.beta = 0.1, .normalized = false, .mode = Mode::in}),
                {0.0, 5.0, 12.0}, 1e-15);
}

TEST_CASE("bonacich_power agrees with the dense linear system") {
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Eigen::MatrixXd weights = sample.matrix();
    BonacichPowerOptions options{.normalized = false};
    options.mode = std::vector{Mode::out, Mode::in, Mode::all}[seed % 3];
    if (options.mode == Mode::in) weights.transposeInPlace();
    if (options.mode == Mode::all && sample.directed) {
      const Eigen::MatrixXd both = weights + weights.transpose();
      const Eigen::MatrixXd loops = weights.diagonal().asDiagonal();
      weights = both - loops;
    }
    const double radius = verify::spectral_radius(weights);
    const double share = std::vector{0.0, 0.5, -0.5, 0.9, -0.9}[seed % 5];
    options.beta = radius > 0.0 ? share / radius : share;
    require_close(run_bonacich_power(sample.graph(), options),
                  verify::bonacich_power(weights, options.beta));
    if (radius > 0.0) {
      options.beta = (seed % 2 == 0 ? 1.5 : -1.5) / radius;
      CHECK_THROWS_WITH(bonacich_power(sample.graph(), options), ContainsSubstring("in magnitude"));
    }
  }
}

TEST_CASE("bonacich_power keeps its promises") {
  for (const double part : {0.9, -0.9})
    check_invariants(
        [&](const Graph& g, const aidnet::Control& c) { return part_of_allowed(g, part, c); });
}

TEST_CASE("bonacich_power runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(20'000, 260'000, true).graph();
  for (const double beta : {0.0004, -0.0004})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          return bonacich_power(g, {.beta = beta}, c).score;
        },
        graph);
}

TEST_CASE("bonacich_power of degenerate graphs") {
  CHECK(run_bonacich_power(Graph(), {}).empty());
  CHECK(run_bonacich_power(Sample{3, {}}.graph(), {}) == Values(3, 0.0));
  CHECK(run_bonacich_power(Sample{3, {{0, 1, 0.0}}}.graph(), {.beta = -1e9}) == Values(3, 0.0));
  // A loop of weight 2: c = 2 (1 + β c).
  for (const double beta : {0.25, -0.25})
    require_close(
        run_bonacich_power(Sample{1, {{0, 0, 2.0}}}.graph(), {.beta = beta, .normalized = false}),
        {2 / (1 - 2 * beta)}, 1e-14);
  CHECK(run_bonacich_power(Sample{2, {{0, 1, 3.0}}}.graph(), {.beta = 1e6, .normalized = false}) ==
        Values{3.0, 0.0});
}

TEST_CASE("bonacich_power refuses what it cannot rank") {
  const Graph pair = Sample{2, {{0, 1, 1.0}}}.graph();
  CHECK_THROWS_WITH(bonacich_power(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(bonacich_power(pair, {.beta = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_AS(bonacich_power(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(bonacich_power(pair, {.max_iterations = 0}), aidnet::ValidationError);
  const Graph graph = large_sample(500, 2'000, true).graph();
  CHECK_THROWS_AS(bonacich_power(graph, {.beta = -0.003, .max_iterations = 1}),
                  aidnet::ConvergenceError);
}
