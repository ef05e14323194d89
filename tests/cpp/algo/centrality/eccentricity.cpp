#include "aidnet/algo/centrality/eccentricity.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::eccentricity;
using aidnet::Length;
using aidnet::Mode;

TEST_CASE("eccentricity by hand") {
  // 0 → 1 → 2: from 0 the farthest is 2 steps away; 1 does not reach 0, nor 2 anyone.
  const Graph chain = row_of(3).graph();
  CHECK(eccentricity(chain) == Values{2, inf, inf});
  CHECK(eccentricity(chain, {}, {.mode = Mode::in}) == Values{inf, inf, 2});
  CHECK(eccentricity(chain, {}, {.mode = Mode::all}) == Values{2, 1, 2});
  CHECK(eccentricity(chain, {}, {.reached_only = true}) == Values{2, 1, 0});
  const Length lengths = Length::given(chain, std::vector{0.5, 4.0});
  CHECK(eccentricity(chain, lengths, {.mode = Mode::all}) == Values{4.5, 4, 4.5});
  CHECK(eccentricity(chain, lengths, {.mode = Mode::in, .reached_only = true}) ==
        Values{0, 0.5, 4.5});
}

TEST_CASE("eccentricity agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const aidnet::EccentricityOptions options{.mode = modes[seed % 3],
                                              .reached_only = seed % 2 == 0};
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)})
      require_close(
          eccentricity(sample.graph(), lengths.length, options),
          verify::eccentricity(followed(lengths.matrix, options.mode), options.reached_only));
  }
}

TEST_CASE("eccentricity on graphs of several batches") {
  for (const index_t n : {63, 64, 65, 128, 300}) {
    Values expected;
    for (index_t v = 0; v < n; ++v) expected.push_back(std::max(v, n - 1 - v));
    CHECK(eccentricity(row_of(n, false).graph()) == expected);
  }
  const Sample sample = large_sample(150, 900, true);
  require_close(eccentricity(sample.graph()),
                verify::eccentricity(unit_lengths(sample).matrix, false));
}

TEST_CASE("eccentricity keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return eccentricity(g, {}, {.reached_only = true}, c);
  });
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return eccentricity(g, Length::reciprocal(g), {.reached_only = true}, c);
      },
      {.scale_power = -1.0});
}

TEST_CASE("eccentricity runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running([](const Graph& g, const aidnet::Control& c) { return eccentricity(g, {}, {}, c); },
                dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return eccentricity(g, length, {}, c); },
      graph);
}

TEST_CASE("eccentricity of degenerate graphs") {
  for (const Mode mode : modes) {
    const auto of = [&](const Sample& sample, bool reached_only) {
      return eccentricity(sample.graph(), {}, {.mode = mode, .reached_only = reached_only});
    };
    CHECK(of({0, {}}, false).empty());
    CHECK(of({1, {}}, false) == Values{0});
    CHECK(of({1, {{0, 0, 3.0}}}, false) == Values{0});
    CHECK(of({2, {{0, 1, 0.0}}}, false) == Values{inf, inf});  // no tie
    CHECK(of({2, {{0, 1, 0.0}}}, true) == Values{0, 0});
  }
  CHECK(eccentricity(row_of(2, false).doubled().graph()) == Values(4, inf));
}

TEST_CASE("eccentricity refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(eccentricity(pair, Length::reciprocal(more)),
                    ContainsSubstring("eccentricity: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(eccentricity(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("eccentricity: the longest length is 1e+308"));
}
