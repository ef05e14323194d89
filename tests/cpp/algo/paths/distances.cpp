#include "aidnet/algo/paths/distances.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::distances;
using aidnet::Length;
using aidnet::Mode;

TEST_CASE("distances by hand") {
  // 0 → 1 → 2, 0 → 2 and 3 apart: lengths 1, 5 (0 → 2), 3.
  const Graph graph = Sample{4, {{0, 1, 9.0}, {0, 2, 0.1}, {1, 2}, {1, 3, 0.0}, {0, 0}}}.graph();
  CHECK(distances(graph, {}, {.source = 0}) == Values{0, 1, 1, inf});
  CHECK(distances(graph, {}, {.source = 1}) == Values{inf, 0, 1, inf});
  CHECK(distances(graph, {}, {.source = 2, .mode = Mode::in}) == Values{1, 1, 0, inf});
  CHECK(distances(graph, {}, {.source = 2, .mode = Mode::all}) == Values{1, 1, 0, inf});
  // Entries: 00, 01, 02, 12, 13.
  const Length lengths = Length::given(graph, std::vector{7.0, 1.0, 5.0, 3.0, 1.0});
  CHECK(distances(graph, lengths, {.source = 0}) == Values{0, 1, 4, inf});
  CHECK(distances(graph, lengths, {.source = 2, .mode = Mode::in}) == Values{4, 3, 0, inf});
}

TEST_CASE("distances agree with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Mode mode = modes[seed % 3];
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)}) {
      const Eigen::MatrixXd d = verify::distances(followed(lengths.matrix, mode));
      for (index_t s = 0; s < sample.nodes; ++s) {
        const Eigen::RowVectorXd row = d.row(s);
        REQUIRE(distances(sample.graph(), lengths.length, {.source = s, .mode = mode}) ==
                Values(row.begin(), row.end()));
      }
    }
  }
}

TEST_CASE("distances keep their promises") {
  // One value a node: the sum of the distances from it to those that it reaches.
  const auto sums = [](const Graph& g, const Length& length, const aidnet::Control& c) {
    Values values;
    for (index_t s = 0; s < g.node_count(); ++s) {
      values.push_back(0.0);
      for (const double d : distances(g, length, {.source = s}, c))
        values.back() += d < inf ? d : 0.0;
    }
    return values;
  };
  check_invariants(
      [&](const Graph& g, const aidnet::Control& c) { return sums(g, Length::unit(), c); });
  check_invariants(
      [&](const Graph& g, const aidnet::Control& c) { return sums(g, Length::reciprocal(g), c); },
      {.scale_power = -1.0});
}

TEST_CASE("distances run the same for any number of threads and stop when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  for (const Length& length : {Length{}, Length::reciprocal(graph)})
    check_running([&](const Graph& g,
                      const aidnet::Control& c) { return distances(g, length, {.source = 7}, c); },
                  graph);
}

TEST_CASE("distances of degenerate graphs") {
  CHECK(distances(Sample{1, {{0, 0}}}.graph(), {}, {.source = 0}) == Values{0});
  CHECK(distances(Sample{2, {{0, 1, 0.0}}}.graph(), {}, {.source = 0}) == Values{0, inf});
  const Graph chain = row_of(3).graph();
  CHECK(distances(chain, Length::given(chain, std::vector{0.0, inf}), {.source = 0}) ==
        Values{0, 0, inf});
}

TEST_CASE("distances refuse what they cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(distances(more, {}, {}), ContainsSubstring("distances: source is missing"));
  CHECK_THROWS_WITH(distances(more, {}, {.source = 3}),
                    ContainsSubstring("distances: source is 3, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(distances(more, {}, {.source = -1}), ContainsSubstring("source is -1"));
  CHECK_THROWS_WITH(distances(row_of(2).graph(), Length::reciprocal(more), {.source = 0}),
                    ContainsSubstring("distances: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(distances(more, Length::given(more, std::vector{1e308, 1.0}), {.source = 0}),
                    ContainsSubstring("distances: the longest length is 1e+308"));
}
