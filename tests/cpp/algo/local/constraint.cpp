#include "aidnet/algo/local/constraint.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/structural_holes.hpp"

using namespace testing_support;
using aidnet::constraint;

TEST_CASE("constraint by hand: a triangle with a tail") {
  // 2 has a third at each of 0, 1, 3. Node 0: ½ + ½ · ⅓ in 2, ½ + ½ · ½ in 1: 4/9 + 9/16.
  // Node 2: ⅓ + ⅓ · ½ in 0 and in 1, ⅓ in 3: ¼ + ¼ + 1/9. Node 3: all in 2.
  const Sample sample{5, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {1, 1}, {4, 3, 0.0}}, false};
  const double triangle = 4.0 / 9 + 9.0 / 16;
  require_close(constraint(sample.graph()), {triangle, triangle, 11.0 / 18, 1.0, none}, 1e-15);
}

TEST_CASE("constraint by hand: ties both ways count twice, weights by their amount") {
  // 1 has ⅔ at 0 and ⅓ at 2; by weight 4/5 and 1/5.
  const Graph graph = Sample{3, {{0, 1, 3.0}, {1, 0, 1.0}, {1, 2, 1.0}}}.graph();
  require_close(constraint(graph), {1.0, 5.0 / 9, 1.0}, 1e-15);
  require_close(constraint(graph, {.weighted = true}), {1.0, 17.0 / 25, 1.0}, 1e-15);
}

TEST_CASE("constraint agrees with products of dense matrices") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const bool weighted : {false, true})
      require_close(constraint(sample.graph(), {.weighted = weighted}),
                    verify::constraint(sample.matrix(), weighted));
    require_close(constraint(with_signs(sample).graph()), constraint(sample.graph()));
  }
}

TEST_CASE("constraint keeps its promises") {
  for (const bool weighted : {false, true})
    check_invariants([weighted](const Graph& g, const aidnet::Control& c) {
      return constraint(g, {.weighted = weighted}, c);
    });
}

TEST_CASE("constraint of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return constraint(g, {.weighted = true}, c); },
      large_sample(5'000, 60'000, true).graph());
}

TEST_CASE("constraint of degenerate graphs") {
  CHECK(constraint(Graph()).empty());
  require_close(constraint(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(constraint(Sample{2, {{0, 1, -1.0}}}.graph()), {1.0, 1.0});
}

TEST_CASE("constraint refuses what has no shares") {
  CHECK_THROWS_WITH(constraint(Sample{2, {{1, 0, -3.0}}}.graph(), {.weighted = true}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      constraint(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(), {.weighted = true}),
      ContainsSubstring("node 0"));
}
