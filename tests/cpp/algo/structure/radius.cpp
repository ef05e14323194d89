#include "aidnet/algo/structure/radius.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::Mode;
using aidnet::radius;

TEST_CASE("radius by hand") {
  // 0 → 1 → 2: 0 is at most 2 from all; either way 1 is at most 1. Of what is reached, 2 has none.
  const Graph chain = row_of(3).graph();
  CHECK(radius(chain) == 2);
  CHECK(radius(chain, {}, {.mode = Mode::in}) == 2);
  CHECK(radius(chain, {}, {.mode = Mode::all}) == 1);
  CHECK(radius(chain, {}, {.reached_only = true}) == 0);
  CHECK(radius(chain, Length::given(chain, std::vector{0.5, 4.0}), {.mode = Mode::all}) == 4);
  CHECK(radius(row_of(3).reversed().with_isolated_node().graph()) == inf);
}

TEST_CASE("radius agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    if (sample.nodes == 0) continue;
    const aidnet::RadiusOptions options{.mode = modes[seed % 3], .reached_only = seed % 2 == 0};
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)}) {
      const Values all =
          verify::eccentricity(followed(lengths.matrix, options.mode), options.reached_only);
      require_close({radius(sample.graph(), lengths.length, options)},
                    {*std::min_element(all.begin(), all.end())});
    }
  }
}

TEST_CASE("radius keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{radius(g, {}, {.mode = Mode::all, .reached_only = true}, c)};
      },
      {.per_node = false});
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{
            radius(g, Length::reciprocal(g), {.mode = Mode::all, .reached_only = true}, c)};
      },
      {.scale_power = -1.0, .per_node = false});
}

TEST_CASE("radius runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{radius(g, {}, {}, c)}; }, dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return Values{radius(g, length, {}, c)}; },
      graph);
}

TEST_CASE("radius of degenerate graphs") {
  for (const bool reached_only : {true, false}) {
    const auto of = [&](const Sample& sample) {
      return radius(sample.graph(), {}, {.reached_only = reached_only});
    };
    CHECK(std::isnan(of({0, {}})));
    CHECK(of({1, {}}) == 0);
    CHECK(of({1, {{0, 0, 3.0}}}) == 0);
    CHECK(of({2, {{0, 1, 0.0}}}) == (reached_only ? 0 : inf));  // no tie
  }
}

TEST_CASE("radius refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(radius(pair, Length::reciprocal(more)),
                    ContainsSubstring("radius: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(radius(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("radius: the longest length is 1e+308"));
}
