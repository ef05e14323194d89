#include "aidnet/algo/structure/core_number.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "verify/core_number.hpp"

using namespace testing_support;
using aidnet::core_number;
using aidnet::Mode;

namespace {

using Counts = std::vector<std::int64_t>;

Values run_core_number(const Graph& graph, Mode mode, const aidnet::Control& control = {}) {
  const Counts cores = core_number(graph, {.mode = mode}, control);
  return {cores.begin(), cores.end()};
}

}  // namespace

TEST_CASE("core number by hand: a clique of four with a tail") {
  // 0–3 all tied: three ties each. 4 hangs on 3 and 5 on 4: without 5, 4 has one tie left.
  const Sample clique{7, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4}, {4, 5}}, false};
  CHECK(core_number(clique.graph()) == Counts{3, 3, 3, 3, 1, 1, 0});
}

TEST_CASE("core number by hand: directions") {
  // 0 ⇄ 1, both give to 2, and 3 gives to 0.
  const Graph graph = Sample{4, {{0, 1}, {1, 0}, {0, 2}, {1, 2}, {3, 0}}}.graph();
  // Who gives within the set: 0 and 1 to each other; 2 gives nothing; 3 gives to 0, which stays.
  CHECK(run_core_number(graph, Mode::out) == Values{1, 1, 0, 1});
  // Who receives: nobody gives to 3; 2 receives twice, from 0 and 1, which receive once each.
  CHECK(run_core_number(graph, Mode::in) == Values{1, 1, 1, 0});
  // Both: 3 has one tie. Then 0 and 1 have three each (two between them) and 2 has two; without 2,
  // two are left between 0 and 1.
  CHECK(run_core_number(graph, Mode::all) == Values{2, 2, 2, 1});
}

TEST_CASE("core number: loops and zeros are no ties, negative weights are") {
  CHECK(core_number(Sample{2, {{0, 0}, {0, 1, 0.0}, {1, 1}}}.graph()) == Counts{0, 0});
  CHECK(core_number(Sample{2, {{0, 1, -1.0}}}.graph()) == Counts{1, 1});
  CHECK(core_number(Sample{2, {{0, 1}, {1, 0}}}.graph()) == Counts{2, 2});
}

TEST_CASE("core number agrees with striking out by definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const Mode mode : modes)
      REQUIRE(run_core_number(sample.graph(), mode) ==
              verify::core_number(sample.matrix(), sample.directed, mode));
    REQUIRE(run_core_number(sample.graph(), Mode::in) ==
            run_core_number(sample.reversed().graph(), Mode::out));
  }
}

TEST_CASE("core number keeps its promises") {
  for (const Mode mode : modes)
    check_invariants(
        [mode](const Graph& g, const aidnet::Control& c) { return run_core_number(g, mode, c); });
}

TEST_CASE("core number of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return run_core_number(g, Mode::all, c); },
      large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("core number of degenerate graphs") {
  CHECK(core_number(Graph()).empty());
  CHECK(core_number(Sample{1, {}}.graph()) == Counts{0});
  CHECK(core_number(Sample{1, {{0, 0, 3.0}}}.graph()) == Counts{0});
  CHECK(core_number(Sample{4, {}}.graph()) == Counts(4, 0));
}
