#include "aidnet/algo/structure/local_efficiency.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::local_efficiency;

TEST_CASE("local_efficiency by hand") {
  // A triangle 0, 1, 2 and 3 beside 2. Without 0, its partners 1 and 2 are next to each other: 1.
  // So for 1. Of the partners 0, 1, 3 of 2 one of three pairs is joined. 3 has one partner.
  const Sample kite{4, {{0, 1}, {0, 2}, {1, 2}, {2, 3}}, false};
  require_close({local_efficiency(kite.graph())}, {(1 + 1 + 1.0 / 3 + 0) / 4}, 1e-15);
  // Directed: half of each, for one order has a path.
  const Sample given{4, kite.arcs};
  require_close({local_efficiency(given.graph())}, {(0.5 + 0.5 + 1.0 / 6 + 0) / 4}, 1e-15);
  // With lengths: among 1 and 2 it is 1/4, among 0 and 2 1/2, among 0 and 1 1.
  const Lengths lengths =
      given_lengths(kite, [](index_t u, index_t v, double) { return std::pow(2.0, u + v - 1.0); });
  require_close({local_efficiency(kite.graph(), lengths.length)}, {(0.25 + 0.5 + 1.0 / 3 + 0) / 4},
                1e-15);
}

TEST_CASE("local_efficiency agrees with the matrices among partners") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 0), reciprocal_lengths(sample)})
      require_close({local_efficiency(sample.graph(), lengths.length)},
                    {verify::local_efficiency(lengths.matrix)});
  }
}

TEST_CASE("local_efficiency with more partners than a batch has room for") {
  const Sample sample = large_sample(100, 5000, true);
  require_close({local_efficiency(sample.graph())},
                {verify::local_efficiency(unit_lengths(sample).matrix)});
}

TEST_CASE("local_efficiency keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return Values{local_efficiency(g, {}, c)}; },
      {.per_node = false});
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{local_efficiency(g, Length::reciprocal(g), c)};
      },
      {.scale_power = 1.0, .per_node = false});
}

TEST_CASE("local_efficiency runs the same for any number of threads and stops when told") {
  const Graph dense = large_sample(1100, 20'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) { return Values{local_efficiency(g, {}, c)}; },
      dense);
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running([&](const Graph& g,
                    const aidnet::Control& c) { return Values{local_efficiency(g, length, c)}; },
                graph);
}

TEST_CASE("local_efficiency of degenerate graphs") {
  const auto of = [](const Sample& sample) { return local_efficiency(sample.graph()); };
  CHECK(std::isnan(of({0, {}})));
  CHECK(of({1, {{0, 0}}}) == 0);
  CHECK(of({2, {{0, 1}, {0, 0}, {1, 1}}, false}) == 0);  // nobody is one's own partner
  CHECK(of({3, {{0, 1}, {1, 2}, {0, 2, 0.0}}, false}) == 0);
  CHECK(of({3, {{0, 1}, {1, 2}, {0, 2}, {1, 1}}, false}) == 1);
  CHECK(of(Sample{3, {{0, 1}, {1, 2}, {0, 2}}, false}.with_isolated_node()) == 0.75);
  const Graph triangle = Sample{3, {{0, 1}, {1, 2}, {0, 2}}, false}.graph();
  CHECK(local_efficiency(triangle, Length::given(triangle, std::vector(6, 0.0))) == inf);
}

TEST_CASE("local_efficiency refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(local_efficiency(pair, Length::reciprocal(more)),
                    ContainsSubstring("local_efficiency: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(local_efficiency(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("local_efficiency: the longest length is 1e+308"));
}
