#include "aidnet/algo/centrality/harmonic.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "verify/paths.hpp"

using namespace testing_support;
using aidnet::harmonic;
using aidnet::HarmonicOptions;
using aidnet::Length;
using aidnet::Mode;

TEST_CASE("harmonic by hand: a chain and an isolated node") {
  // 0 → 1 → 2: node 2 is one step from 1 and two from 0.
  const Graph graph = Sample{4, {{0, 1}, {1, 2}}}.graph();
  CHECK(harmonic(graph) == Values{0, 1, 1.5, 0});
  CHECK(harmonic(graph, {}, {.mode = Mode::out}) == Values{1.5, 1, 0, 0});
  CHECK(harmonic(graph, {}, {.mode = Mode::all}) == Values{1.5, 2, 1.5, 0});
  require_close(harmonic(graph, {}, {.normalized = true}), {0, 1.0 / 3, 0.5, 0}, 1e-15);
}

TEST_CASE("harmonic by hand: lengths decide, weights do not") {
  // 0 → 2 directly is 5, through 1 it is 1 + 3.
  const Graph graph = Sample{3, {{0, 1, 1.0}, {0, 2, 9.0}, {1, 2, 2.0}}}.graph();
  const Length lengths = Length::given(graph, std::vector{1.0, 5.0, 3.0});
  require_close(harmonic(graph, lengths), {0, 1, 1.0 / 4 + 1.0 / 3}, 1e-15);
  // 1/w is a step of 1/9 from 0 to 2, and of 1 and 1/2 through 1.
  require_close(harmonic(graph, Length::reciprocal(graph)), {0, 1, 9 + 2}, 1e-15);
}

TEST_CASE("harmonic agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const HarmonicOptions options{.mode = std::vector{Mode::in, Mode::out, Mode::all}[seed % 3],
                                  .normalized = seed % 4 == 0};
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)})
      require_close(harmonic(sample.graph(), lengths.length, options),
                    verify::harmonic(arriving(lengths.matrix, options.mode), options.normalized));
  }
}

TEST_CASE("harmonic agrees with all distances on graphs of several batches") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    INFO("seed " << seed);
    const auto n = static_cast<index_t>(60 + 7 * seed);
    const Sample sample = with_signs(large_sample(n, 2 * n, seed % 2 == 0, seed));
    const Mode mode = std::vector{Mode::in, Mode::out, Mode::all}[seed % 3];
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)})
      require_close(harmonic(sample.graph(), lengths.length, {.mode = mode}),
                    verify::harmonic(arriving(lengths.matrix, mode), false));
  }
}

TEST_CASE("harmonic keeps its promises") {
  for (const Mode mode : {Mode::in, Mode::out, Mode::all})
    check_invariants([mode](const Graph& g, const aidnet::Control& c) {
      return harmonic(g, {}, {.mode = mode}, c);
    });
  // Twice the money is half the distance.
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return harmonic(g, Length::reciprocal(g), {}, c);
      },
      {.scale_power = 1.0});
}

TEST_CASE("harmonic runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, false).graph();
  check_running([](const Graph& g, const aidnet::Control& c) { return harmonic(g, {}, {}, c); },
                dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) { return harmonic(g, length, {}, c); }, graph);
}

TEST_CASE("harmonic of degenerate graphs") {
  for (const Mode mode : {Mode::in, Mode::out, Mode::all}) {
    for (const bool normalized : {true, false}) {
      const auto of = [&](const Sample& sample) {
        return harmonic(sample.graph(), {}, {.mode = mode, .normalized = normalized});
      };
      CHECK(of({0, {}}).empty());
      CHECK(of({1, {}}) == Values{0});
      CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
      CHECK(of({4, {}}) == Values(4, 0.0));
      CHECK(of({2, {{0, 1, 0.0}}}) == Values{0, 0});  // no tie
    }
  }
  const Sample pair{2, {{0, 1}}};
  CHECK(harmonic(pair.graph()) == Values{0, 1});
  // What cannot be reached adds nothing, normalised or not.
  CHECK(harmonic(pair.doubled().graph()) == Values{0, 1, 0, 1});
  require_close(harmonic(pair.doubled().graph(), {}, {.normalized = true}),
                {0, 1.0 / 3, 0, 1.0 / 3}, 1e-15);
}

TEST_CASE("harmonic at distance zero is infinite") {
  // 0 → 1 has length 0, 1 → 2 has 4, so that both are 4 from 2.
  const Graph graph = Sample{3, {{0, 1}, {1, 2}}}.graph();
  const Values h = harmonic(graph, Length::given(graph, std::vector{0.0, 4.0}));
  CHECK(h == Values{0, verify::no_path, 0.5});
}

TEST_CASE("harmonic refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = Sample{3, {{0, 1}, {1, 2}}}.graph();
  CHECK_THROWS_WITH(harmonic(pair, Length::reciprocal(more)),
                    ContainsSubstring("harmonic: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(harmonic(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("harmonic: the longest length is 1e+308"));
}
