#include "aidnet/algo/centrality/hits.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/hits.hpp"

using namespace testing_support;
using aidnet::hits;
using aidnet::HitsOptions;

namespace {

Values hubs(const Graph& graph, const aidnet::Control& control) {
  return hits(graph, {.tolerance = tight}, control).hub;
}

Values authorities(const Graph& graph, const aidnet::Control& control) {
  return hits(graph, {.tolerance = tight}, control).authority;
}

/// ‖W a − σ h‖ + ‖Wᵀ h − σ a‖ over σ straight from the arcs, for vectors of length 1.
double residual(const Graph& graph, const aidnet::HitsResult& raw) {
  const double sigma = raw.singular_value;
  Values to_hubs(raw.hub.size(), 0.0);
  Values to_authorities(raw.hub.size(), 0.0);
  for (index_t i = 0; i < graph.node_count(); ++i)
    for (std::size_t k = 0; k < graph.out_neighbors(i).size(); ++k) {
      const index_t j = graph.out_neighbors(i)[k];
      to_hubs[at(i)] += graph.out_weights(i)[k] * raw.authority[at(j)];
      to_authorities[at(j)] += graph.out_weights(i)[k] * raw.hub[at(i)] / sigma;
    }
  double first = 0.0;
  double second = 0.0;
  for (std::size_t i = 0; i < raw.hub.size(); ++i) {
    first += std::pow((to_hubs[i] - raw.hub[i]) / sigma, 2);
    second += std::pow(to_authorities[i] / sigma - raw.authority[i], 2);
  }
  return std::sqrt(first) + std::sqrt(second);
}

}  // namespace

TEST_CASE("hits by hand: one donor with two recipients, one of them shared") {
  // W = [1 1; 0 1] between donors 0, 1 and recipients 2, 3. W Wᵀ = [2 1; 1 1] has the eigenvalue
  // φ² = φ + 1 (φ the golden mean) with vector (φ, 1); Wᵀ (φ, 1) = (φ, φ + 1) = φ (1, φ).
  const double phi = (1 + std::sqrt(5.0)) / 2;
  const auto result = hits(Sample{4, {{0, 2}, {0, 3}, {1, 3}}}.graph());
  require_close(result.hub, {phi / (phi + 1), 1 / (phi + 1), 0.0, 0.0}, 1e-14);
  require_close(result.authority, {0.0, 0.0, 1 / (1 + phi), phi / (1 + phi)}, 1e-14);
  CHECK_THAT(result.singular_value, WithinRel(phi, 1e-14));
}

TEST_CASE("hits agrees with the dense singular value decomposition") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(400u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const Eigen::MatrixXd w = sample.matrix();
    const verify::Hits expected = verify::hits(w, w == w.transpose());
    if (!expected.unique) {
      CHECK_THROWS_AS(hits(sample.graph()), aidnet::UndefinedError);
      continue;
    }
    ++defined;
    const auto raw = hits(sample.graph(), {.normalized = false, .tolerance = tight});
    Values hub = expected.hub;
    for (double& x : hub) x *= expected.singular_value;
    require_close(raw.hub, hub);
    require_close(raw.authority, expected.authority);
    CHECK_THAT(raw.singular_value, WithinRel(expected.singular_value, 1e-12));
    CHECK(residual(sample.graph(), raw) < 1e-13);

    const auto result = hits(sample.graph());
    double hub_sum = 0.0;
    double authority_sum = 0.0;
    for (std::size_t i = 0; i < result.hub.size(); ++i) {
      CHECK(result.hub[i] >= 0.0);
      hub_sum += result.hub[i];
      authority_sum += result.authority[i];
    }
    CHECK_THAT(hub_sum, WithinRel(1.0, 1e-14));
    CHECK_THAT(authority_sum, WithinRel(1.0, 1e-14));
  }
  CHECK(defined > lessened(250));
}

TEST_CASE("hits keeps its promises") {
  check_invariants(hubs);
  check_invariants(authorities);
}

TEST_CASE("hits turns round with the arcs") {
  for (std::uint64_t seed = 0; seed < 40; seed += 2) {
    const Sample sample = random_sample(seed);
    const auto forward = value_or_undefined(hubs, sample);
    const auto backward = value_or_undefined(authorities, sample.reversed());
    REQUIRE(forward.has_value() == backward.has_value());
    if (forward) require_close(*backward, *forward);
  }
}

TEST_CASE("hits runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(20'000, 270'000, true).graph();
  CHECK(residual(graph, hits(graph, {.normalized = false})) < 1e-11);
  check_running([](const Graph& g, const aidnet::Control& c) { return hits(g, {}, c).hub; }, graph);
}

TEST_CASE("hits of several groups") {
  // Two donors each with recipients of their own: 0 gives 3 and 4 (σ = 5), 1 gives 4 (σ = 4).
  const Sample apart{5, {{0, 2, 3.0}, {0, 3, 4.0}, {1, 4, 4.0}}};
  const auto result = hits(apart.graph());
  require_close(result.hub, {1.0, 0.0, 0.0, 0.0, 0.0}, 1e-15);
  require_close(result.authority, {0.0, 0.0, 3.0 / 7, 4.0 / 7, 0.0}, 1e-15);
  CHECK_THAT(result.singular_value, WithinRel(5.0, 1e-15));
  Sample tied = apart;
  tied.arcs[2].weight = 5.0;
  CHECK_THROWS_WITH(hits(tied.graph()),
                    ContainsSubstring("2 components have the same largest singular value (5), such "
                                      "as those of node 0 and of node 1,"));
}

TEST_CASE("hits where every gift is returned is symmetric even where it is bipartite") {
  const Graph star = Sample{3, {{0, 1}, {0, 2}}, false}.graph();
  const auto result = hits(star);
  const double sum = std::sqrt(2.0) + 2;
  require_close(result.hub, {std::sqrt(2.0) / sum, 1 / sum, 1 / sum}, 1e-14);
  CHECK(result.hub == result.authority);
  // The same matrix, and so the same scores, as of the directed graph; but not once a gift differs:
  // then 0 as donor and 0 as recipient are two groups, one of which is the stronger.
  Sample both_ways{3, {{0, 1}, {0, 2}, {1, 0}, {2, 0}, {1, 2, 0.0}}};
  require_close(hits(both_ways.graph()).hub, result.hub, 1e-14);
  require_close(hits(both_ways.graph()).authority, result.hub, 1e-14);
  both_ways.arcs[0].weight = 1.0 + 1e-6;
  CHECK(hits(both_ways.graph()).authority[0] == 0.0);
  // One by a little only: neither is the leading one, nor is the matrix symmetric.
  both_ways.arcs[0].weight = 1.0 + 1e-12;
  CHECK_THROWS_AS(hits(both_ways.graph()), aidnet::UndefinedError);
}

TEST_CASE("hits of an undirected graph is that of its arcs both ways") {
  for (std::uint64_t seed = 1; seed < 200; seed += 2) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    Sample both_ways{sample.nodes, sample.arcs};
    for (const Arc& arc : sample.arcs)
      if (arc.source != arc.target) both_ways.arcs.push_back({arc.target, arc.source, arc.weight});
    const auto one = value_or_undefined(hubs, sample);
    const auto other = value_or_undefined(hubs, both_ways);
    REQUIRE(one.has_value() == other.has_value());
    if (one) require_close(*other, *one);
  }
}

TEST_CASE("hits of degenerate graphs") {
  CHECK(hits(Graph()).hub.empty());
  CHECK(hits(Graph()).convergence.converged);
  const auto loop = hits(Sample{1, {{0, 0, 3.0}}}.graph());
  CHECK(loop.hub == Values{1.0});
  CHECK(loop.authority == Values{1.0});
  CHECK(loop.singular_value == 3.0);
  CHECK_THROWS_AS(hits(Sample{1, {}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_AS(hits(Sample{4, {}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_WITH(hits(Sample{2, {{0, 1, 0.0}}}.graph()), ContainsSubstring("no tie"));
  CHECK_THROWS_AS(hits(Sample{4, {}, false}.graph()), aidnet::UndefinedError);
}

TEST_CASE("hits refuses what it cannot rank") {
  const Graph pair = Sample{2, {{0, 1, 1.0}}}.graph();
  CHECK_THROWS_WITH(hits(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(hits(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(hits(pair, {.max_iterations = 0}), aidnet::ValidationError);
  CHECK_THROWS_WITH(hits(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph()),
                    ContainsSubstring("more than a double"));
}

TEST_CASE("hits says how it ended") {
  const Graph graph = large_sample(500, 2'000, true).graph();
  const auto good = hits(graph).convergence;
  CHECK(good.converged);
  CHECK(good.residual <= HitsOptions{}.tolerance);
  try {
    (void)hits(graph, {.max_iterations = 1});
    FAIL("did not throw");
  } catch (const aidnet::ConvergenceError& error) {
    CHECK(error.iterations() == 1);
    CHECK(error.residual() > 1e-12);
  }
  const auto cut = hits(graph, {.max_iterations = 1, .require_convergence = false});
  CHECK_FALSE(cut.convergence.converged);
}
