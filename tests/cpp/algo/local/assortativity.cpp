#include "aidnet/algo/local/assortativity.hpp"

#include "beside_one.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "verify/mixing.hpp"

using namespace testing_support;
using aidnet::assortativity;
using aidnet::Mode;

TEST_CASE("assortativity by hand") {
  // A path 0–1–2–3: pairs of degrees (1,2) (2,1) (2,2) (2,2) (2,1) (1,2). Means 5/3; the products
  // of deviations are 4 · (−2/3 · 1/3) + 2 · 1/9 = −6/9, the squares 2 · 4/9 + 4 · 1/9 = 12/9.
  CHECK_THAT(assortativity(Sample{4, {{0, 1}, {1, 2}, {2, 3}}, false}.graph()),
             WithinAbs(-0.5, 1e-15));
  // A star: the hub with leaves only.
  const Sample star{4, {{0, 1}, {0, 2}, {0, 3}, {2, 2}}, false};
  CHECK_THAT(assortativity(star.graph()), WithinAbs(-1.0, 1e-15));
  // 0 → 1, 0 → 2, 3 → 2: out-degrees 2, 2, 1 against in-degrees 1, 2, 2: deviations
  // (1/3, 1/3, −2/3) and (−2/3, 1/3, 1/3): −3/9 of 6/9.
  const Graph directed = Sample{4, {{0, 1, 2.0}, {0, 2, 2.0}, {3, 2, 2.0}}}.graph();
  CHECK_THAT(assortativity(directed), WithinAbs(-0.5, 1e-15));
  CHECK_THAT(assortativity(directed, {.weighted = true}), WithinAbs(-0.5, 1e-15));
}

TEST_CASE("assortativity agrees with Pearson's formula over a list of ties") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Mode source : modes)
      for (const Mode target : modes)
        for (const bool weighted : {false, true}) {
          const double value = assortativity(
              sample.graph(), {.source = source, .target = target, .weighted = weighted});
          defined += !std::isnan(value);
          require_close(beside_one(value),
                        beside_one(verify::assortativity(sample.matrix(), sample.directed, source,
                                                         target, weighted)));
        }
  }
  CHECK(defined > lessened(2700));
}

TEST_CASE("assortativity keeps its promises") {
  for (const bool weighted : {false, true})
    check_invariants(
        [weighted](const Graph& g, const aidnet::Control& c) {
          return beside_one(assortativity(g, {.target = Mode::all, .weighted = weighted}, c));
        },
        {.per_node = false});
}

TEST_CASE("assortativity of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return beside_one(assortativity(g, {.weighted = true}, c));
      },
      large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("assortativity of graphs without differences is not defined") {
  CHECK(std::isnan(assortativity(Graph())));
  CHECK(std::isnan(assortativity(Sample{1, {{0, 0, 3.0}}}.graph())));
  CHECK(std::isnan(assortativity(Sample{3, {{0, 1, 0.0}}}.graph())));
  CHECK(std::isnan(assortativity(Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph())));
  // 0.1 + 0.2 and 0.3 are the same strength but for rounding.
  CHECK(std::isnan(assortativity(
      Sample{5, {{0, 1, 0.1}, {0, 2, 0.2}, {3, 1, 0.2}, {3, 4, 0.1}, {1, 4, 0.3}}}.graph(),
      {.weighted = true})));
}

TEST_CASE("assortativity refuses negative weights where it reads them") {
  const Graph negative = Sample{4, {{1, 0, -3.0}, {1, 2, 1.0}, {3, 2, 1.0}}}.graph();
  CHECK(!std::isnan(assortativity(negative)));
  CHECK_THROWS_WITH(assortativity(negative, {.weighted = true}), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(
      assortativity(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(), {.weighted = true}),
      ContainsSubstring("node 0"));
}
