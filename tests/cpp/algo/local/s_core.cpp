#include "aidnet/algo/local/s_core.hpp"

#include "aidnet/algo/structure/core_number.hpp"
#include "invariants.hpp"
#include "modes.hpp"
#include "verify/peeling.hpp"

using namespace testing_support;
using aidnet::Mode;
using aidnet::s_core;

TEST_CASE("s-core by hand: a triangle and a great donor to one that has nothing else") {
  // 3 and 2 exchange 100; 3 has nothing else, but 100 is left to both of them until the end. The
  // triangle 0, 1, 2 holds 3 and 4 at its least nodes.
  const Sample sample{5, {{0, 1, 1.0}, {1, 2, 3.0}, {0, 2, 2.0}, {3, 2, 100.0}}, false};
  // 0 goes first with 3, then 1 has 3 left, then 2 and 3 have 100.
  require_close(s_core(sample.graph()), {3.0, 3.0, 100.0, 100.0, 0.0}, 0.0);
  // A star: every recipient has little, and so has the donor when they are gone.
  const Sample star{4, {{0, 1, 1.0}, {0, 2, 2.0}, {0, 3, 4.0}, {0, 0, 50.0}}};
  require_close(s_core(star.graph()), {4.0, 1.0, 2.0, 4.0}, 0.0);
}

TEST_CASE("s-core by hand: directions") {
  // 0 gives 5 to 1, which returns 2 and gives 3 to 2.
  const Graph graph = Sample{3, {{0, 1, 5.0}, {1, 0, 2.0}, {1, 2, 3.0}}}.graph();
  // 2 gives nothing; without it 1 gives 2 to 0, which gives 5 to 1: both 2.
  require_close(s_core(graph, {.mode = Mode::out}), {2.0, 2.0, 0.0}, 0.0);
  // 0 receives 2 and goes; then 1 receives nothing more, and 2 its 3 from 1: until 1 goes.
  require_close(s_core(graph, {.mode = Mode::in}), {2.0, 2.0, 2.0}, 0.0);
  require_close(s_core(graph), {7.0, 7.0, 3.0}, 0.0);
}

TEST_CASE("s-core keeps ties of amounts ties") {
  // Taking 0.1 and 0.2 away from 0.1 + 0.2 + 0.3 leaves 0.3, which in doubles it does not.
  const Sample star{5, {{0, 1, 0.1}, {0, 2, 0.2}, {0, 3, 0.3}, {3, 4, 1e9}}, false};
  require_close(s_core(star.graph()), {0.3, 0.1, 0.2, 1e9, 1e9}, 0.0);
}

TEST_CASE("s-core agrees with iterated indices") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Mode mode : modes)
      require_close(s_core(sample.graph(), {.mode = mode}),
                    verify::s_core(sample.matrix(), sample.directed, mode));
  }
}

TEST_CASE("s-core with all weights 1 is the core number") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);
    const Eigen::MatrixXd weights = sample.matrix();
    Sample ones{sample.nodes, {}, sample.directed};
    for (Eigen::Index i = 0; i < weights.rows(); ++i)
      for (Eigen::Index j = sample.directed ? 0 : i; j < weights.rows(); ++j)
        if (weights(i, j) != 0.0)
          ones.arcs.push_back({static_cast<index_t>(i), static_cast<index_t>(j)});
    for (const Mode mode : modes) {
      const auto cores = aidnet::core_number(ones.graph(), {.mode = mode});
      require_close(s_core(ones.graph(), {.mode = mode}), {cores.begin(), cores.end()}, 0.0);
    }
  }
}

TEST_CASE("s-core keeps its promises") {
  for (const Mode mode : modes)
    check_invariants(
        [mode](const Graph& g, const aidnet::Control& c) { return s_core(g, {.mode = mode}, c); },
        {.scale_power = 1.0});
}

TEST_CASE("s-core of a large graph, stopped and resumed") {
  check_running([](const Graph& g, const aidnet::Control& c) { return s_core(g, {}, c); },
                large_sample(50'000, 200'000, true).graph());
}

TEST_CASE("s-core of degenerate graphs") {
  CHECK(s_core(Graph()).empty());
  CHECK(s_core(Sample{1, {{0, 0, 3.0}}}.graph()) == Values{0.0});
  CHECK(s_core(Sample{2, {{0, 1, 0.0}}}.graph()) == Values(2, 0.0));
}

TEST_CASE("s-core refuses what are no strengths") {
  CHECK_THROWS_WITH(s_core(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(s_core(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph()),
                    ContainsSubstring("node 0"));
}
