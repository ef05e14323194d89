#include "aidnet/algo/structure/trophic_levels.hpp"

#include "invariants.hpp"
#include "verify/trophic.hpp"

using namespace testing_support;
using aidnet::trophic_levels;
using aidnet::TrophicMethod;

namespace {

Values mackay(const Graph& graph, const aidnet::Control& control = {}) {
  return trophic_levels(graph, {}, control).level;
}
Values levine(const Graph& graph, const aidnet::Control& control = {}) {
  return trophic_levels(graph, {.method = TrophicMethod::levine}, control).level;
}

/// What is left of MacKay's equations, relative to a node's weights.
double residual(const Graph& graph, const Values& level) {
  double most = 0.0;
  for (index_t u = 0; u < graph.node_count(); ++u) {
    double off = 0.0;
    double all = 0.0;
    for (std::size_t k = 0; k < graph.out_neighbors(u).size(); ++k) {
      const double w = graph.out_weights(u)[k];
      if (graph.out_neighbors(u)[k] == u) continue;
      off += w * (level[at(u)] - level[at(graph.out_neighbors(u)[k])] + 1.0);
      all += w;
    }
    for (std::size_t k = 0; k < graph.in_neighbors(u).size(); ++k) {
      const double w = graph.in_weights(u)[k];
      if (graph.in_neighbors(u)[k] == u) continue;
      off += w * (level[at(u)] - level[at(graph.in_neighbors(u)[k])] - 1.0);
      all += w;
    }
    if (all > 0.0) most = std::max(most, std::abs(off / all));
  }
  return most;
}

}  // namespace

TEST_CASE("trophic_levels by hand") {
  // 8 (x − 1)² + (2x − 1)² is least where 16 (x − 1) + 4 (2x − 1) = 0: x = 5/6.
  const Graph short_cut = Sample{3, {{0, 1, 4.0}, {1, 2, 4.0}, {0, 2, 1.0}}}.graph();
  require_close(mackay(short_cut), {0.0, 5.0 / 6, 10.0 / 6}, 1e-15);
  // 1, 1 + 1, and 1 + (4 · 2 + 1 · 1)/5.
  require_close(levine(short_cut), {1.0, 2.0, 2.8}, 1e-15);
  // 3 up and 1 down: a rise of (3 − 1)/4. A ring has no levels. Parts begin at 0 each.
  require_close(mackay(Sample{2, {{0, 1, 3.0}, {1, 0, 1.0}}}.graph()), {0.0, 0.5}, 1e-15);
  require_close(mackay(Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph()), {0.0, 0.0, 0.0}, 1e-15);
  require_close(mackay(Sample{5, {{1, 0}, {2, 3}, {3, 4}}}.graph()), {1, 0, 0, 1, 2}, 1e-15);
  // A loop receives half from itself: h = 1 + (1 + h)/2.
  require_close(levine(Sample{2, {{0, 1}, {1, 1}}}.graph()), {1.0, 3.0}, 1e-15);
}

TEST_CASE("trophic_levels agree with the least-squares problem") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Values expected = verify::mackay_levels(sample.matrix());
    const Values ours = mackay(sample.graph());
    REQUIRE(ours.size() == expected.size());
    for (std::size_t i = 0; i < ours.size(); ++i)  // see the reference on its digits
      REQUIRE_THAT(ours[i], WithinAbs(expected[i], 1e-7 * std::max(1.0, expected[i])));
  }
}

TEST_CASE("trophic_levels of Levine agree with the linear system") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(2000u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const auto expected = verify::levine_levels(sample.matrix());
    if (!expected) {
      CHECK_THROWS_AS(levine(sample.graph()), aidnet::UndefinedError);
      continue;
    }
    defined += sample.arcs.empty() ? 0 : 1;
    const Values ours = levine(sample.graph());
    require_close(ours, *expected, 1e-12);
  }
  CHECK(defined >= lessened(200));
}

TEST_CASE("trophic_levels keep their promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return mackay(g, c); });
  // Few random graphs have Levine's levels; all have that a further node gives to everybody.
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    aidnet::Builder builder(g.node_count() + 1);
    const double gift = g.total_weight() > 0.0 ? g.total_weight() : 1.0;
    for (index_t u = 0; u < g.node_count(); ++u) {
      builder.add(g.node_count(), u, gift / 100);
      for (std::size_t k = 0; k < g.out_neighbors(u).size(); ++k)
        builder.add(u, g.out_neighbors(u)[k], g.out_weights(u)[k]);
    }
    Values level = levine(builder.build(), c);
    level.pop_back();
    return level;
  });
}

TEST_CASE("trophic_levels run the same for any number of threads and stop when told") {
  const Graph graph = large_sample(20'000, 260'000, true).graph();
  CHECK(residual(graph, mackay(graph)) < 1e-11);
  check_running([](const Graph& g, const aidnet::Control& c) { return mackay(g, c); }, graph);
  Sample dag = large_sample(20'000, 100'000, true);
  for (Arc& arc : dag.arcs)
    if (arc.source > arc.target) std::swap(arc.source, arc.target);
  std::erase_if(dag.arcs, [](const Arc& arc) { return arc.source == arc.target; });
  check_running([](const Graph& g, const aidnet::Control& c) { return levine(g, c); }, dag.graph());
}

TEST_CASE("trophic_levels: large parts beside small ones") {
  // A long chain is as hard as it gets for an iteration, and its levels are its numbers.
  Sample chain{1'203, {{1'201, 1'202, 5.0}}};
  for (index_t i = 0; i < 1'200; ++i) chain.arcs.push_back({i, i + 1, 1.0 + i % 3});
  const Values level = mackay(chain.graph());
  for (index_t i = 0; i <= 1'200; ++i)
    REQUIRE_THAT(level[at(i)], WithinAbs(static_cast<double>(i), 1e-6));
  CHECK(level[1'202] == 1.0);
  CHECK_THROWS_AS(trophic_levels(chain.graph(), {.max_iterations = 3}), aidnet::ConvergenceError);
  const auto cut =
      trophic_levels(chain.graph(), {.max_iterations = 3, .require_convergence = false});
  CHECK(cut.convergence.iterations == 3);
  CHECK_FALSE(cut.convergence.converged);
}

TEST_CASE("trophic_levels of degenerate graphs") {
  for (const auto& f : {mackay, levine}) CHECK(f(Graph(), {}).empty());
  CHECK(mackay(Sample{3, {{0, 1, 0.0}}}.graph()) == Values(3, 0.0));
  CHECK(levine(Sample{3, {{0, 1, 0.0}}}.graph()) == Values(3, 1.0));
  CHECK(mackay(Sample{1, {{0, 0, 2.0}}}.graph()) == Values{0.0});
  CHECK(mackay(Sample{3, {{0, 1, 2.0}, {1, 2, 1.0}}, false}.graph()) == Values(3, 0.0));
}

TEST_CASE("trophic_levels refuse what they cannot place") {
  for (const auto& f : {mackay, levine})
    CHECK_THROWS_WITH(f(Sample{2, {{1, 0, -3.0}}}.graph(), {}), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(levine(Sample{4, {{0, 1}, {2, 3}, {3, 2}}}.graph()),
                    ContainsSubstring("node 2"));
  CHECK_THROWS_AS(levine(Sample{1, {{0, 0}}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_AS(levine(Sample{2, {{0, 1}}, false}.graph()), aidnet::UndefinedError);
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_AS(trophic_levels(pair, {.tolerance = 0.0}), aidnet::ValidationError);
  CHECK_THROWS_AS(trophic_levels(pair, {.max_iterations = 0}), aidnet::ValidationError);
}
