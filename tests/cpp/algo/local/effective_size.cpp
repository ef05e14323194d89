#include "aidnet/algo/local/effective_size.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/structural_holes.hpp"

using namespace testing_support;
using aidnet::effective_size;

TEST_CASE("effective size by hand: a triangle with a tail") {
  // k − 2 t / k: two partners with one tie, and three partners with one tie among them.
  const Sample sample{5, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {1, 1}, {4, 3, 0.0}}, false};
  require_close(effective_size(sample.graph()), {1.0, 1.0, 7.0 / 3, 1.0, none}, 1e-15);
  require_close(effective_size(sample.graph(), {.normalized = true}),
                {0.5, 0.5, 7.0 / 9, 1.0, none}, 1e-15);
}

TEST_CASE("effective size by hand: weights") {
  // 0–1 weighs 1, 0–2 weighs 3, 1–2 weighs 2. Node 0: partner 1 is redundant to ¾ · 2/2 by 2,
  // partner 2 to ¼ · ⅔ by 1: 2 − ¾ − ⅙.
  const Graph graph = Sample{3, {{0, 1, 1.0}, {0, 2, 3.0}, {1, 2, 2.0}}}.graph();
  require_close({effective_size(graph, {.weighted = true})[0]}, {13.0 / 12}, 1e-15);
}

TEST_CASE("effective size agrees with its definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const bool weighted : {false, true})
      require_close(effective_size(sample.graph(), {.weighted = weighted}),
                    verify::effective_size(sample.matrix(), weighted));
    require_close(effective_size(with_signs(sample).graph()), effective_size(sample.graph()));
  }
}

TEST_CASE("effective size keeps its promises") {
  for (const bool weighted : {false, true})
    check_invariants([weighted](const Graph& g, const aidnet::Control& c) {
      return effective_size(g, {.weighted = weighted, .normalized = !weighted}, c);
    });
}

TEST_CASE("effective size of a large graph, stopped and resumed") {
  check_running([](const Graph& g,
                   const aidnet::Control& c) { return effective_size(g, {.weighted = true}, c); },
                large_sample(5'000, 60'000, true).graph());
}

TEST_CASE("effective size of degenerate graphs") {
  CHECK(effective_size(Graph()).empty());
  require_close(effective_size(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(effective_size(Sample{2, {{0, 1, -1.0}}}.graph()), {1.0, 1.0});
}

TEST_CASE("effective size refuses what has no shares") {
  CHECK_THROWS_WITH(effective_size(Sample{2, {{1, 0, -3.0}}}.graph(), {.weighted = true}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      effective_size(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(), {.weighted = true}),
      ContainsSubstring("node 0"));
}
