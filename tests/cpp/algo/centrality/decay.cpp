#include "aidnet/algo/centrality/decay.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::decay;
using aidnet::Length;
using aidnet::Mode;

TEST_CASE("decay by hand") {
  // 0 → 1 → 2, a half a step: to 1 there is a path of 1, to 2 there are 1 and 2.
  const Graph chain = row_of(3).graph();
  CHECK(decay(chain) == Values{0, 0.5, 0.75});
  CHECK(decay(chain, {}, {.delta = 0.1, .mode = Mode::out}) == Values{0.1 + 0.1 * 0.1, 0.1, 0});
  CHECK(decay(chain, {}, {.mode = Mode::all}) == Values{0.75, 1, 0.75});
  CHECK(decay(chain, {}, {.mode = Mode::all, .normalized = true}) == Values{0.75, 1, 0.75});
  CHECK(decay(chain, {}, {.delta = 0.25, .normalized = true}) == Values{0, 0.5, 0.625});
  const Length lengths = Length::given(chain, std::vector{0.0, 3.0});
  CHECK(decay(chain, lengths) == Values{0, 1, 0.25});
}

TEST_CASE("decay agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const aidnet::DecayOptions options{.delta = 0.1 + 0.2 * static_cast<double>(seed % 5),
                                       .mode = modes[seed % 3],
                                       .normalized = seed % 4 == 0};
    const double most = options.delta * (static_cast<double>(sample.nodes) - 1.0);
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)}) {
      const Mode turned = options.mode == Mode::in    ? Mode::out
                          : options.mode == Mode::out ? Mode::in
                                                      : Mode::all;
      Values expected = verify::decay(followed(lengths.matrix, turned), options.delta);
      if (options.normalized && most > 0.0)
        for (double& x : expected) x /= most;
      require_close(decay(sample.graph(), lengths.length, options), expected);
    }
  }
}

TEST_CASE("decay keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return decay(g, {}, {}, c); });
}

TEST_CASE("decay runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return decay(g, {}, {.delta = 0.9}, c); },
      dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return decay(g, length, {.delta = 0.9}, c); },
      graph);
}

TEST_CASE("decay of degenerate graphs") {
  for (const bool normalized : {true, false}) {
    const auto of = [&](const Sample& sample) {
      return decay(sample.graph(), {}, {.normalized = normalized});
    };
    CHECK(of({0, {}}).empty());
    CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
    CHECK(of({3, {}}) == Values(3, 0.0));
    CHECK(of({2, {{0, 1, 0.0}}}) == Values{0, 0});  // no tie
  }
  CHECK(decay(row_of(2, false).doubled().graph()) == Values(4, 0.5));
}

TEST_CASE("decay refuses a delta that is no share") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  for (const double delta : {0.0, 1.0, -0.5, 2.0, std::nan("")})
    CHECK_THROWS_WITH(decay(pair, {}, {.delta = delta}),
                      ContainsSubstring("it must be between 0 and 1"));
}

TEST_CASE("decay refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(decay(pair, Length::reciprocal(more)),
                    ContainsSubstring("decay: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(decay(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("decay: the longest length is 1e+308"));
}
