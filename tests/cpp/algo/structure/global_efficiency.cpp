#include "aidnet/algo/structure/global_efficiency.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::global_efficiency;
using aidnet::Length;

TEST_CASE("global_efficiency by hand") {
  // 0 → 1 → 2: of six ordered pairs three have a path, of 1, 1 and 2 steps.
  const Graph chain = row_of(3).graph();
  require_close({global_efficiency(chain)}, {2.5 / 6}, 1e-15);
  require_close({global_efficiency(row_of(3, false).graph())}, {5.0 / 6}, 1e-15);
  const Length lengths = Length::given(chain, std::vector{0.5, 2.0});
  require_close({global_efficiency(chain, lengths)}, {(2 + 0.5 + 0.4) / 6}, 1e-15);
  CHECK(global_efficiency(chain, Length::given(chain, std::vector{0.0, 2.0})) == inf);
}

TEST_CASE("global_efficiency agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)})
      require_close({global_efficiency(sample.graph(), lengths.length)},
                    {verify::global_efficiency(lengths.matrix)});
  }
}

TEST_CASE("global_efficiency keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return Values{global_efficiency(g, {}, c)}; },
      {.per_node = false});
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{global_efficiency(g, Length::reciprocal(g), c)};
      },
      {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("global_efficiency runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{global_efficiency(g, {}, c)}; },
      dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running([&](const Graph& g,
                    const aidnet::Control& c) { return Values{global_efficiency(g, length, c)}; },
                graph);
}

TEST_CASE("global_efficiency of degenerate graphs") {
  const auto of = [](const Sample& sample) { return global_efficiency(sample.graph()); };
  CHECK(std::isnan(of({0, {}})));
  CHECK(std::isnan(of({1, {{0, 0}}})));
  CHECK(of({2, {}}) == 0);
  CHECK(of({2, {{0, 1, 0.0}}}) == 0);  // no tie
  CHECK(of({2, {{0, 1}, {1, 1}}}) == 0.5);
  // Two pairs: four of twelve ordered pairs have a path.
  require_close({of(row_of(2, false).doubled())}, {1.0 / 3}, 1e-15);
}

TEST_CASE("global_efficiency refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(global_efficiency(pair, Length::reciprocal(more)),
                    ContainsSubstring("global_efficiency: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(global_efficiency(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("global_efficiency: the longest length is 1e+308"));
}
