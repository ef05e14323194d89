#include "aidnet/algo/centrality/sampled_betweenness.hpp"

#include "aidnet/algo/centrality/betweenness.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "sampling.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::sampled_betweenness;
using aidnet::SampledBetweenness;

TEST_CASE("sampled_betweenness by hand: a star needs no luck but for its centre") {
  // Every leaf sends all that it sends through the centre, the centre nothing through anybody: with
  // r draws, k of them the centre, its score is (1 − k / r) · n / (n − 1); that of leaves is 0.
  Sample star{4000, {}, false};
  for (index_t v = 1; v < star.nodes; ++v) star.arcs.push_back({0, v});
  const SampledBetweenness found = sampled_betweenness(star.graph(), {}, {.error = 0.1});
  REQUIRE(found.samples > 100);
  REQUIRE(found.samples < 4000);
  CHECK(found.error <= 0.1);
  const double centres =
      std::round((1.0 - found.score[0] * 3999.0 / 4000.0) * static_cast<double>(found.samples));
  const double share = 1.0 - centres / static_cast<double>(found.samples);
  CHECK_THAT(found.score[0], WithinAbs(std::min(1.0, share * 4000.0 / 3999.0), 1e-12));
  for (index_t v = 1; v < star.nodes; ++v) REQUIRE(found.score[at(v)] == 0.0);
}

TEST_CASE("sampled_betweenness keeps within its error, for many seeds") {
  // Exact scores by the definition, O(n³): the bounds are wide, so that none is missed.
  const Sample sample = large_sample(600, 1500, true);
  const Graph graph = sample.graph();
  const Values exact = verify::betweenness(unit_lengths(sample).matrix, true, true, false);
  for (int seed = 0; seed < rounds(50); ++seed) {
    INFO("seed " << seed);
    const SampledBetweenness found =
        sampled_betweenness(graph, {}, {.error = 0.15, .confidence = 0.9, .seed = seed});
    REQUIRE(found.samples > 0);
    REQUIRE(found.error <= 0.15);
    REQUIRE(largest_difference(found.score, exact) <= found.error);
  }
}

TEST_CASE("sampled_betweenness keeps within its error where variance decides") {
  // Half of the sources send through one centre, half through the other, which is all the variance
  // that there can be.
  const Graph graph = two_stars(5000).graph();
  const Values exact = aidnet::betweenness(graph);
  index_t samples = 0;
  for (int seed = 0; seed < rounds(5); ++seed) {
    const SampledBetweenness found = sampled_betweenness(graph, {}, {.error = 0.05, .seed = seed});
    REQUIRE(found.samples > 0);
    REQUIRE(largest_difference(found.score, exact) <= found.error);
    samples = std::max(samples, found.samples);
  }
  CHECK(samples > 1000);  // more than the first round
}

TEST_CASE("sampled_betweenness is right on average") {
  const Sample sample = large_sample(400, 900, false);
  const Graph graph = sample.graph();
  const Lengths lengths = whole_lengths(sample, 3);
  const Values exact = verify::betweenness(lengths.matrix, false, true, false);
  const auto scores = [&](int seed) {
    const SampledBetweenness found =
        sampled_betweenness(graph, lengths.length, {.error = 0.3, .seed = seed});
    REQUIRE(found.samples > 0);
    return found.score;
  };
  check_right_on_average(scores, exact, rounds(400));
}

TEST_CASE("sampled_betweenness is exact where all nodes are no more work") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    const Sample sample = with_signs(random_sample(seed));
    const Lengths lengths = whole_lengths(sample, seed);
    const SampledBetweenness found = sampled_betweenness(sample.graph(), lengths.length);
    CHECK(found.samples == 0);
    CHECK(found.error == 0.0);
    require_close(found.score, verify::betweenness(lengths.matrix, sample.directed, true, false));
  }
  // Found out after a round: the variance needs more sources than there are.
  const Graph graph = two_stars(1000).graph();
  const SampledBetweenness found = sampled_betweenness(graph, {}, {.error = 0.04});
  CHECK(found.samples == 0);
  CHECK(found.score == aidnet::betweenness(graph));
}

TEST_CASE("sampled_betweenness counts more paths than doubles hold") {
  const Graph graph = chain_of_diamonds(1100).graph();
  const SampledBetweenness found = sampled_betweenness(graph, {}, {.error = 0.15});
  REQUIRE(found.samples > 0);
  CHECK(largest_difference(found.score, aidnet::betweenness(graph)) <= found.error);
}

TEST_CASE("sampled_betweenness keeps its promises") {
  // Exact ones, because relabelling draws other sources.
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return sampled_betweenness(g, {}, {}, c).score;
  });
}

TEST_CASE("sampled_betweenness runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(700, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  for (const Length& length : {Length{}, tied})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          const SampledBetweenness found = sampled_betweenness(g, length, {.error = 0.15}, c);
          CHECK(found.samples > 0);
          return found.score;
        },
        graph);
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return sampled_betweenness(g, {}, {.error = 0.04}, c).score;
      },
      two_stars(1000).graph());
}

TEST_CASE("sampled_betweenness draws other sources for other seeds, the same for the same") {
  const Graph graph = large_sample(700, 2000, true).graph();
  const auto of = [&](int seed) {
    return sampled_betweenness(graph, {}, {.error = 0.15, .seed = seed}).score;
  };
  CHECK(of(1) == of(1));
  CHECK(of(1) != of(2));
}

TEST_CASE("sampled_betweenness of degenerate graphs") {
  const auto of = [](const Sample& sample) { return sampled_betweenness(sample.graph()).score; };
  CHECK(of({0, {}}).empty());
  CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
  CHECK(of({2, {{0, 1}}}) == Values{0, 0});
  CHECK(of({5000, {}}) == Values(5000, 0.0));
  CHECK(of({3, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values(3, 0.0));  // no ties
}

TEST_CASE("sampled_betweenness refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  for (const double wrong : {0.0, 1.0, -1.0, std::nan("")}) {
    CHECK_THROWS_WITH(sampled_betweenness(more, {}, {.error = wrong}),
                      ContainsSubstring("sampled_betweenness: error is "));
    CHECK_THROWS_WITH(sampled_betweenness(more, {}, {.confidence = wrong}),
                      ContainsSubstring("sampled_betweenness: confidence is "));
  }
  CHECK_THROWS_WITH(sampled_betweenness(more, {}, {.seed = -1}),
                    ContainsSubstring("sampled_betweenness: seed is -1"));
  CHECK_THROWS_WITH(sampled_betweenness(row_of(2).graph(), Length::reciprocal(more)),
                    ContainsSubstring("sampled_betweenness: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(sampled_betweenness(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("sampled_betweenness: the longest length is 1e+308"));
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(sampled_betweenness(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
}
