#include "aidnet/algo/local/laplacian.hpp"

#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/influence.hpp"

using namespace testing_support;
using aidnet::laplacian;

TEST_CASE("Laplacian centrality by hand") {
  // Strengths 6, 4, 3, 1. Node 0: 36 + 4 (2 · 4 + 4) + 2 (2 · 3 + 2); energy 36 + 16 + 9 + 1 and
  // 2 (16 + 4 + 1).
  const Sample sample{5, {{0, 1, 4.0}, {0, 2, 1.5}, {2, 0, 0.5}, {2, 3, 1.0}, {1, 1, 9.0}}};
  require_close(laplacian(sample.graph(), {.normalized = false}), {100.0, 80.0, 40.0, 8.0, 0.0},
                1e-15);
  require_close(laplacian(sample.graph()), {100.0 / 104, 80.0 / 104, 40.0 / 104, 8.0 / 104, 0.0},
                1e-15);
  require_close(laplacian(Sample{2, {{0, 1, 3.0}}, false}.graph(), {.normalized = false}),
                {36.0, 36.0}, 1e-15);
}

TEST_CASE("Laplacian centrality agrees with eigenvalues") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const bool normalized : {false, true}) {
      Values expected = verify::laplacian(sample.matrix(), sample.directed, normalized);
      require_close(laplacian(sample.graph(), {.normalized = normalized}), expected);
    }
  }
}

TEST_CASE("Laplacian centrality keeps its promises") {
  for (const bool normalized : {false, true})
    check_invariants(
        [normalized](const Graph& g, const aidnet::Control& c) {
          return laplacian(g, {.normalized = normalized}, c);
        },
        {.scale_power = normalized ? 0.0 : 2.0});
}

TEST_CASE("Laplacian centrality of a large graph, stopped and resumed") {
  check_running([](const Graph& g, const aidnet::Control& c) { return laplacian(g, {}, c); },
                large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("Laplacian centrality of degenerate graphs") {
  CHECK(laplacian(Graph()).empty());
  require_close(laplacian(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(laplacian(Sample{2, {{0, 1, 0.0}}}.graph(), {.normalized = false}), {0.0, 0.0});
}

TEST_CASE("Laplacian centrality refuses what it cannot use") {
  CHECK_THROWS_WITH(laplacian(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  const Graph large = Sample{2, {{1, 0, 1e300}}}.graph();
  require_close(laplacian(large), {1.0, 1.0}, 0.0);
  CHECK_THROWS_WITH(laplacian(large, {.normalized = false}),
                    "laplacian: the value of node 0 is more than a double");
}
