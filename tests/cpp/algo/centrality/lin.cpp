#include "aidnet/algo/centrality/lin.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::lin;
using aidnet::Mode;

TEST_CASE("lin by hand") {
  // 0 → 1 → 2: to 1 there are paths from 0 and itself, 2 nodes at 1; to 2 from all, at 1 and 2.
  const Graph chain = row_of(3).graph();
  CHECK(lin(chain) == Values{1, 4, 3});
  CHECK(lin(chain, {}, {.mode = Mode::out}) == Values{3, 4, 1});
  CHECK(lin(chain, {}, {.mode = Mode::all}) == Values{3, 4.5, 3});
  CHECK(lin(chain, Length::given(chain, std::vector{0.0, 3.0})) == Values{1, inf, 1.5});
}

TEST_CASE("lin agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Mode mode = modes[seed % 3];
    const Mode turned = mode == Mode::in ? Mode::out : mode == Mode::out ? Mode::in : Mode::all;
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)})
      require_close(lin(sample.graph(), lengths.length, {.mode = mode}),
                    verify::lin(followed(lengths.matrix, turned)));
  }
}

TEST_CASE("lin keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return lin(g, {}, {}, c); });
}

TEST_CASE("lin runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running([](const Graph& g, const aidnet::Control& c) { return lin(g, {}, {}, c); }, dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running([&](const Graph& g, const aidnet::Control& c) { return lin(g, length, {}, c); },
                graph);
}

TEST_CASE("lin of degenerate graphs") {
  for (const Mode mode : modes) {
    const auto of = [&](const Sample& sample) { return lin(sample.graph(), {}, {.mode = mode}); };
    CHECK(of({0, {}}).empty());
    CHECK(of({1, {{0, 0, 3.0}}}) == Values{1});
    CHECK(of({3, {}}) == Values(3, 1.0));
    CHECK(of({2, {{0, 1, 0.0}}}) == Values{1, 1});  // no tie
  }
  CHECK(lin(row_of(2, false).doubled().graph()) == Values(4, 4.0));
}

TEST_CASE("lin refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(lin(pair, Length::reciprocal(more)),
                    ContainsSubstring("lin: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(lin(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("lin: the longest length is 1e+308"));
}
