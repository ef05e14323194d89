#include "aidnet/algo/centrality/eigenvector.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/eigenvector.hpp"

using namespace testing_support;
using aidnet::eigenvector;
using aidnet::EigenvectorOptions;
using aidnet::Mode;

namespace {

Values run_eigenvector(const Graph& graph, EigenvectorOptions options,
                       const aidnet::Control& control = {}) {
  options.tolerance = tight;
  return eigenvector(graph, options, control).score;
}

/// ‖Wᵀ x − λ x‖ / λ straight from the arcs.
double residual(const Graph& graph, const aidnet::EigenvectorResult& result) {
  double squares = 0.0;
  for (index_t j = 0; j < graph.node_count(); ++j) {
    double received = 0.0;
    for (std::size_t k = 0; k < graph.in_neighbors(j).size(); ++k)
      received += graph.in_weights(j)[k] * result.score[at(graph.in_neighbors(j)[k])];
    const double off = received / result.eigenvalue - result.score[at(j)];
    squares += off * off;
  }
  return std::sqrt(squares);
}

}  // namespace

TEST_CASE("eigenvector by hand: a star") {
  // λ x_hub = 3 x_leaf, λ x_leaf = x_hub: λ² = 3, hub : leaf = √3 : 1, lengths 3 + 3 = 6.
  const Graph star = Sample{4, {{0, 1}, {0, 2}, {0, 3}}, false}.graph();
  const auto result = eigenvector(star);
  const double leaf = 1.0 / std::sqrt(6.0);
  require_close(result.score, {std::sqrt(0.5), leaf, leaf, leaf}, 1e-14);
  CHECK_THAT(result.eigenvalue, WithinRel(std::sqrt(3.0), 1e-14));
}

TEST_CASE("eigenvector by hand: a circle and what it feeds") {
  // 0 → 1 (weight 2), 1 → 0 (weight 8), 1 → 2 (weight 4), and 3 feeds 0 in vain. λ² = 16;
  // 4 x_1 = 2 x_0, 4 x_2 = 4 x_1: x = (2, 1, 1, 0) / √6.
  const Graph graph = Sample{4, {{0, 1, 2.0}, {1, 0, 8.0}, {1, 2, 4.0}, {3, 0, 9.0}}}.graph();
  const auto result = eigenvector(graph);
  const double one = 1.0 / std::sqrt(6.0);
  require_close(result.score, {2 * one, one, one, 0.0}, 1e-14);
  CHECK_THAT(result.eigenvalue, WithinRel(4.0, 1e-14));
  // Against the flows, 3 is what the circle leads back to: 4 x_0 = 2 x_1, 4 x_3 = 9 x_0.
  const double length = std::sqrt(1 + 4 + 81.0 / 16);
  require_close(run_eigenvector(graph, {.mode = Mode::out}),
                {1 / length, 2 / length, 0.0, 2.25 / length}, 1e-14);
}

TEST_CASE("eigenvector agrees with the dense theory of reducible matrices") {
  int defined = 0;
  int tied = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    Eigen::MatrixXd weights = sample.matrix();
    const Mode mode = std::vector{Mode::in, Mode::out, Mode::all}[seed % 3];
    if (mode == Mode::out) weights.transposeInPlace();
    if (mode == Mode::all && sample.directed) {
      const Eigen::MatrixXd both = weights + weights.transpose();
      const Eigen::MatrixXd loops = weights.diagonal().asDiagonal();
      weights = both - loops;
    }
    const verify::Eigenvector expected = verify::eigenvector(weights);
    if (expected.leaders != 1) {
      tied += expected.leaders > 1 ? 1 : 0;
      const std::string why =
          expected.leaders == 0 ? "no cycle" : std::to_string(expected.leaders) + " components";
      CHECK_THROWS_WITH(eigenvector(sample.graph(), {.mode = mode}), ContainsSubstring(why));
      CHECK_THROWS_AS(eigenvector(sample.graph(), {.mode = mode}), aidnet::UndefinedError);
      continue;
    }
    ++defined;
    const auto result = eigenvector(sample.graph(), {.mode = mode, .tolerance = tight});
    require_close(result.score, expected.score);
    CHECK_THAT(result.eigenvalue, WithinRel(expected.radius, 1e-12));
    CHECK(result.convergence.converged);
    if (mode == Mode::in) CHECK(residual(sample.graph(), result) < 1e-13);
  }
  CHECK(defined > lessened(250));
  CHECK(tied > lessened(10));
}

TEST_CASE("eigenvector keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return run_eigenvector(g, {}, c); });
}

TEST_CASE("eigenvector runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(20'000, 520'000, true).graph();
  const auto result = eigenvector(graph);
  CHECK(residual(graph, result) <= EigenvectorOptions{}.tolerance);
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return eigenvector(g, {}, c).score; }, graph);
}

TEST_CASE("eigenvector where power iteration fails or dawdles") {
  // Periodic: a ring has n eigenvalues of the same modulus.
  constexpr index_t around = 100;
  Sample ring{around, {}};
  Rng rng(3);
  for (index_t i = 0; i < around; ++i)
    ring.arcs.push_back({i, (i + 1) % around, static_cast<double>(1 + draw(rng, 9))});
  const auto uneven = eigenvector(ring.graph());
  CHECK(residual(ring.graph(), uneven) < 1e-12);
  CHECK_THAT(uneven.eigenvalue, WithinRel(verify::spectral_radius(ring.matrix()), 1e-9));
  constexpr index_t n = 300;
  // A small gap: the eigenvalues of a path are 2 cos(k π / (n + 1)), the vector is a sine.
  Sample path{n, {}, false};
  for (index_t i = 0; i + 1 < n; ++i) path.arcs.push_back({i, i + 1});
  const auto wave = eigenvector(path.graph());
  const double angle = std::acos(-1.0) / (n + 1);
  Values sine;
  for (index_t i = 1; i <= n; ++i) sine.push_back(std::sin(angle * i) * std::sqrt(2.0 / (n + 1)));
  require_close(wave.score, sine, 1e-7);  // the residual over the gap
  CHECK_THAT(wave.eigenvalue, WithinRel(2.0 * std::cos(angle), 1e-14));
}

TEST_CASE("eigenvector where a tiny residual says nothing") {
  // Other vectors than the leading one have residuals of 1e-13 here, and eigenvalues off by 4%.
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    const Sample sample = banded_sample(seed);
    const verify::Eigenvector expected = verify::eigenvector(sample.matrix());
    if (expected.leaders != 1) continue;
    const auto result = eigenvector(sample.graph());
    CHECK_THAT(result.eigenvalue, WithinRel(expected.radius, 1e-11));
    require_close(result.score, expected.score);
  }
}

TEST_CASE("eigenvector of a chain of components") {
  // Both circles have radius 1, and the first feeds the second: what returns in both grows without
  // end against what returns in the first alone.
  const Sample chain{4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}}};
  const double half = std::sqrt(0.5);
  require_close(run_eigenvector(chain.graph(), {}), {0.0, 0.0, half, half}, 1e-14);
  // Without that link neither leads.
  const Sample apart{4, {{0, 1}, {1, 0}, {2, 3}, {3, 2}}};
  CHECK_THROWS_WITH(eigenvector(apart.graph()),
                    ContainsSubstring("2 components have the same largest eigenvalue (1), such as "
                                      "those of node 0 and of node 2,"));
  // A smaller circle downstream, nearly as strong as the leader: x_2 (1 − 0.999²) = x_1.
  Sample near = chain;
  near.arcs[3].weight = near.arcs[4].weight = 0.999;
  CHECK(residual(near.graph(), eigenvector(near.graph())) < 1e-12);
}

TEST_CASE("eigenvector stays finite where scores grow without measure") {
  // Each step down multiplies by 1e12; the far end has it all.
  Sample chain{50, {{0, 0, 1e-6}}};
  for (index_t i = 0; i + 1 < 50; ++i) chain.arcs.push_back({i, i + 1, 1e6});
  const Values x = run_eigenvector(chain.graph(), {});
  CHECK(x.back() == 1.0);
  CHECK(x.front() == 0.0);
}

TEST_CASE("eigenvector of degenerate graphs") {
  CHECK(eigenvector(Graph()).score.empty());
  CHECK(eigenvector(Graph()).convergence.converged);
  CHECK(run_eigenvector(Sample{1, {{0, 0, 3.0}}}.graph(), {}) == Values{1.0});
  CHECK(run_eigenvector(Sample{2, {{0, 0, 3.0}, {1, 1, 2.0}}}.graph(), {}) == Values{1.0, 0.0});
  CHECK_THROWS_AS(eigenvector(Sample{1, {}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_AS(eigenvector(Sample{4, {}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_AS(eigenvector(Sample{2, {{0, 1}}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_WITH(eigenvector(Sample{2, {{0, 1}, {1, 0, 0.0}}}.graph()),
                    ContainsSubstring("no cycle") && ContainsSubstring("katz"));
}

TEST_CASE("eigenvector refuses what it cannot rank") {
  const Graph loop = Sample{1, {{0, 0}}}.graph();
  CHECK_THROWS_WITH(eigenvector(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(eigenvector(loop, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(eigenvector(loop, {.tolerance = std::nan("")}), aidnet::ValidationError);
  CHECK_THROWS_AS(eigenvector(loop, {.max_iterations = 0}), aidnet::ValidationError);
  const Sample heavy{3, {{0, 1, 1e308}, {1, 2, 1e308}, {2, 1, 1e308}, {1, 1, 1e308}}};
  CHECK_THROWS_WITH(eigenvector(heavy.graph()), ContainsSubstring("more than a double"));
}

TEST_CASE("eigenvector says how it ended") {
  const Graph graph = large_sample(500, 1'000, false).graph();
  const auto good = eigenvector(graph).convergence;
  CHECK(good.converged);
  CHECK(good.residual <= EigenvectorOptions{}.tolerance);
  try {
    (void)eigenvector(graph, {.max_iterations = 1});
    FAIL("did not throw");
  } catch (const aidnet::ConvergenceError& error) {
    CHECK(error.iterations() == 1);
    CHECK(error.residual() > 1e-12);
  }
  const auto cut = eigenvector(graph, {.max_iterations = 1, .require_convergence = false});
  CHECK_FALSE(cut.convergence.converged);
  CHECK(cut.convergence.iterations == 1);
}
