#include "aidnet/algo/structure/diameter.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::diameter;
using aidnet::Length;
using aidnet::Mode;

TEST_CASE("diameter by hand") {
  // 0 → 1 → 2: nothing leads back; either way, and of what is reached, 2 steps.
  const Graph chain = row_of(3).graph();
  CHECK(diameter(chain) == inf);
  CHECK(diameter(chain, {}, {.mode = Mode::in}) == inf);
  CHECK(diameter(chain, {}, {.mode = Mode::all}) == 2);
  CHECK(diameter(chain, {}, {.reached_only = true}) == 2);
  CHECK(diameter(chain, Length::given(chain, std::vector{0.5, 4.0}), {.mode = Mode::all}) == 4.5);
  CHECK(diameter(row_of(3, false).graph()) == 2);
}

TEST_CASE("diameter agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    if (sample.nodes == 0) continue;
    const aidnet::DiameterOptions options{.mode = modes[seed % 3], .reached_only = seed % 2 == 0};
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)}) {
      const Values all =
          verify::eccentricity(followed(lengths.matrix, options.mode), options.reached_only);
      require_close({diameter(sample.graph(), lengths.length, options)},
                    {*std::max_element(all.begin(), all.end())});
    }
  }
}

TEST_CASE("diameter keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{diameter(g, {}, {.mode = Mode::all, .reached_only = true}, c)};
      },
      {.per_node = false});
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{
            diameter(g, Length::reciprocal(g), {.mode = Mode::all, .reached_only = true}, c)};
      },
      {.scale_power = -1.0, .per_node = false});
}

TEST_CASE("diameter runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{diameter(g, {}, {}, c)}; },
      dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return Values{diameter(g, length, {}, c)}; },
      graph);
}

TEST_CASE("diameter of degenerate graphs") {
  for (const bool reached_only : {true, false}) {
    const auto of = [&](const Sample& sample) {
      return diameter(sample.graph(), {}, {.reached_only = reached_only});
    };
    CHECK(std::isnan(of({0, {}})));
    CHECK(of({1, {}}) == 0);
    CHECK(of({1, {{0, 0, 3.0}}}) == 0);
    CHECK(of({2, {{0, 1, 0.0}}}) == (reached_only ? 0 : inf));  // no tie
  }
}

TEST_CASE("diameter refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(diameter(pair, Length::reciprocal(more)),
                    ContainsSubstring("diameter: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(diameter(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("diameter: the longest length is 1e+308"));
}
