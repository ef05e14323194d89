#include "aidnet/algo/local/collective_influence.hpp"

#include "invariants.hpp"
#include "verify/influence.hpp"

using namespace testing_support;
using aidnet::collective_influence;

namespace {

using Counts = std::vector<std::int64_t>;

Values run_collective_influence(const Graph& graph, int radius,
                                const aidnet::Control& control = {}) {
  const Counts counts = collective_influence(graph, {.radius = radius}, control);
  return {counts.begin(), counts.end()};
}

}  // namespace

TEST_CASE("collective influence by hand: a bridge between two stars") {
  // 1 and 2 have three leaves each and are tied through 0.
  const Sample sample{9,
                      {{1, 0},
                       {2, 0},
                       {1, 3},
                       {1, 4},
                       {1, 5},
                       {2, 6},
                       {7, 2},
                       {2, 8},
                       {8, 2},
                       {0, 0},
                       {0, 8, 0.0}}};
  // Radius 1: 0 has 1 · (3 + 3), 1 and 2 have 3 · 1.
  CHECK(collective_influence(sample.graph(), {.radius = 1}) == Counts{6, 3, 3, 0, 0, 0, 0, 0, 0});
  // Radius 2: 1 and 2 are two steps apart, 3 · 3; 0 sees leaves.
  CHECK(collective_influence(sample.graph()) == Counts{0, 9, 9, 0, 0, 0, 0, 0, 0});
  CHECK(collective_influence(sample.graph(), {.radius = 9}) == Counts(9, 0));
}

TEST_CASE("collective influence agrees with powers of the matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const int radius : {1, 2, 3, 5})
      REQUIRE(run_collective_influence(sample.graph(), radius) ==
              verify::collective_influence(sample.matrix(), radius));
  }
}

TEST_CASE("collective influence keeps its promises") {
  for (const int radius : {1, 3})
    check_invariants([radius](const Graph& g, const aidnet::Control& c) {
      return run_collective_influence(g, radius, c);
    });
}

TEST_CASE("collective influence of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return run_collective_influence(g, 3, c); },
      large_sample(3'000, 9'000, true).graph());
}

TEST_CASE("collective influence of degenerate graphs") {
  CHECK(collective_influence(Graph()).empty());
  CHECK(collective_influence(Sample{1, {{0, 0, 3.0}}}.graph()) == Counts{0});
  CHECK(collective_influence(Sample{2, {{0, 1}, {1, 0}}}.graph(), {.radius = 1}) == Counts{0, 0});
}

TEST_CASE("collective influence refuses a radius of nothing") {
  for (const int radius : {0, -1})
    CHECK_THROWS_WITH(collective_influence(Graph(), {.radius = radius}),
                      ContainsSubstring("it must be 1 or more"));
}
