#include "aidnet/algo/centrality/sampled_edge_betweenness.hpp"

#include "aidnet/algo/centrality/edge_betweenness.hpp"
#include "edges.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "sampling.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::sampled_edge_betweenness;
using aidnet::SampledEdgeBetweenness;

namespace {

/// Exact scores, normalised, pair by pair from the definition.
Values exact_scores(const Sample& sample, const Graph& graph, const Eigen::MatrixXd& lengths) {
  Values scores = at_entries(graph, verify::edge_betweenness(lengths, sample.directed));
  const auto n = static_cast<double>(sample.nodes);
  for (double& x : scores) x /= n * (n - 1.0) / (sample.directed ? 1.0 : 2.0);
  return scores;
}

/// Many who give, by way of 0 and 1, to as many others.
Sample hourglass(index_t side) {
  Sample glass{2 * side + 2, {{0, 1}}};
  for (index_t v = 2; v < glass.nodes; ++v)
    glass.arcs.push_back(v % 2 == 0 ? Arc{v, 0} : Arc{1, v});
  return glass;
}

}  // namespace

TEST_CASE("sampled_edge_betweenness by hand: a bridge needs no luck") {
  // Two halves of 2001 nodes. Whoever is drawn, all that it sends to the other half uses the edge
  // between the centres: 2001 of the 4001 others. Entries 0 and 2001 are that edge, both ways.
  const Graph graph = two_stars(2000).graph();
  const SampledEdgeBetweenness found = sampled_edge_betweenness(graph, {}, {.error = 0.05});
  REQUIRE(found.samples > 100);
  REQUIRE(found.samples < 4002);
  CHECK(found.error <= 0.05);
  CHECK_THAT(found.score[0], WithinRel(2001.0 / 4001.0, 1e-12));
  CHECK(found.score[2001] == found.score[0]);
  // A leaf's edge takes all that the leaf sends, 4001, and 1 of what any other does: that says how
  // often the leaf was drawn, and so the variance, and the bound of Maurer and Pontil.
  const auto samples = static_cast<double>(found.samples);
  double variance = 0.0;
  for (std::size_t e = 0; e < found.score.size(); ++e) {
    if (e == 0 || e == 2001) continue;
    const double drawn = (found.score[e] * 4001.0 - 1.0) / 4000.0 * samples;
    REQUIRE_THAT(drawn, WithinAbs(std::round(drawn), 1e-6));
    const double share = drawn / samples;
    variance = std::max(variance, share * (1.0 - share) * samples / (samples - 1.0));
  }
  variance *= (4000.0 / 4001.0) * (4000.0 / 4001.0);
  // Above or below, for each of 8002 arcs, in 40 rounds, all together in 1 of 20 seeds at most.
  const double delta = 0.05 / (2.0 * 8002.0 * 40.0);
  CHECK_THAT(found.error, WithinRel(std::sqrt(2.0 * variance * std::log(2.0 / delta) / samples) +
                                        7.0 * std::log(2.0 / delta) / (3.0 * (samples - 1.0)),
                                    1e-9));
}

TEST_CASE("sampled_edge_betweenness keeps within its error, for many seeds") {
  for (const bool directed : {true, false}) {
    const Sample sample = large_sample(600, 1500, directed);
    const Graph graph = sample.graph();
    const Values exact = aidnet::edge_betweenness(graph);
    for (int seed = 0; seed < rounds(25); ++seed) {
      INFO("seed " << seed);
      const SampledEdgeBetweenness found =
          sampled_edge_betweenness(graph, {}, {.error = 0.15, .confidence = 0.9, .seed = seed});
      REQUIRE(found.samples > 0);
      REQUIRE(found.error <= 0.15);
      REQUIRE(largest_difference(found.score, exact) <= found.error);
    }
  }
}

TEST_CASE("sampled_edge_betweenness keeps within its error where variance decides") {
  // Half of the nodes send half of what they can along 0 → 1, the others nothing.
  const Graph graph = hourglass(3000).graph();
  const Values exact = aidnet::edge_betweenness(graph);
  CHECK_THAT(exact[0], WithinRel(3001.0 * 3001.0 / (6002.0 * 6001.0), 1e-12));
  for (int seed = 0; seed < rounds(5); ++seed) {
    const SampledEdgeBetweenness found =
        sampled_edge_betweenness(graph, {}, {.error = 0.05, .seed = seed});
    REQUIRE(found.samples > 1000);  // more than the first round
    REQUIRE(largest_difference(found.score, exact) <= found.error);
  }
}

TEST_CASE("sampled_edge_betweenness is right on average") {
  for (const bool directed : {true, false}) {
    const Sample sample = large_sample(130, 220, directed);
    const Graph graph = sample.graph();
    const Lengths lengths = whole_lengths(sample, 3);
    const auto scores = [&](int seed) {
      const SampledEdgeBetweenness found = sampled_edge_betweenness(
          graph, lengths.length, {.error = 0.6, .confidence = 0.5, .seed = seed});
      REQUIRE(found.samples > 0);
      return found.score;
    };
    check_right_on_average(scores, exact_scores(sample, graph, lengths.matrix), rounds(400));
  }
}

TEST_CASE("sampled_edge_betweenness is exact where all nodes are no more work") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    const Lengths lengths = whole_lengths(sample, seed);
    const SampledEdgeBetweenness found = sampled_edge_betweenness(graph, lengths.length);
    CHECK(found.samples == 0);
    CHECK(found.error == 0.0);
    if (sample.nodes > 1) require_close(found.score, exact_scores(sample, graph, lengths.matrix));
  }
  // Found out after a round: the variance needs more sources than there are.
  const Graph graph = hourglass(1000).graph();
  const SampledEdgeBetweenness found = sampled_edge_betweenness(graph, {}, {.error = 0.03});
  CHECK(found.samples == 0);
  CHECK(found.score == aidnet::edge_betweenness(graph));
}

TEST_CASE("sampled_edge_betweenness counts more paths than doubles hold") {
  const Graph graph = chain_of_diamonds(1100).graph();
  const SampledEdgeBetweenness found = sampled_edge_betweenness(graph, {}, {.error = 0.15});
  REQUIRE(found.samples > 0);
  CHECK(largest_difference(found.score, aidnet::edge_betweenness(graph)) <= found.error);
}

TEST_CASE("sampled_edge_betweenness leaves loops and edges of weight zero at 0") {
  Sample stars = two_stars(500);
  stars.arcs.push_back({0, 0});
  stars.arcs.push_back({1, 2, 0.0});
  const Graph graph = stars.graph();
  const SampledEdgeBetweenness found = sampled_edge_betweenness(graph, {}, {.error = 0.2});
  REQUIRE(found.samples > 0);
  CHECK(found.score[at(graph.find_entry(0, 0))] == 0.0);
  CHECK(found.score[at(graph.find_entry(1, 2))] == 0.0);
  CHECK(found.score[at(graph.find_entry(2, 1))] == 0.0);
  CHECK_THAT(found.score[at(graph.find_entry(1, 0))], WithinRel(501.0 / 1001.0, 1e-12));
}

TEST_CASE("sampled_edge_betweenness keeps its promises") {
  // Exact ones, because relabelling draws other sources.
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return by_node(g, sampled_edge_betweenness(g, {}, {}, c).score);
  });
}

TEST_CASE("sampled_edge_betweenness runs the same for any number of threads, stops when told") {
  const Graph graph = large_sample(700, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  for (const Length& length : {Length{}, tied})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          const SampledEdgeBetweenness found =
              sampled_edge_betweenness(g, length, {.error = 0.15}, c);
          CHECK(found.samples > 0);
          return found.score;
        },
        graph);
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return sampled_edge_betweenness(g, {}, {.error = 0.03}, c).score;
      },
      hourglass(1000).graph());
}

TEST_CASE("sampled_edge_betweenness draws other sources for other seeds, the same for the same") {
  const Graph graph = large_sample(700, 2000, true).graph();
  const auto of = [&](int seed) {
    return sampled_edge_betweenness(graph, {}, {.error = 0.15, .seed = seed}).score;
  };
  CHECK(of(1) == of(1));
  CHECK(of(1) != of(2));
}

TEST_CASE("sampled_edge_betweenness of degenerate graphs") {
  const auto of = [](const Sample& sample) {
    return sampled_edge_betweenness(sample.graph()).score;
  };
  CHECK(of({0, {}}).empty());
  CHECK(of({1, {}}).empty());
  CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
  CHECK(of({2, {{0, 1}}}) == Values{0.5});
  CHECK(of({2, {{0, 1}}, false}) == Values{1, 1});
  CHECK(of({5000, {}}).empty());
  CHECK(of({5000, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values{0, 0});  // no ties
}

TEST_CASE("sampled_edge_betweenness refuses what it cannot use") {
  const Graph more = Sample{3, {{0, 1}, {1, 2}}}.graph();
  for (const double wrong : {0.0, 1.0, -1.0, std::nan("")}) {
    CHECK_THROWS_WITH(sampled_edge_betweenness(more, {}, {.error = wrong}),
                      ContainsSubstring("sampled_edge_betweenness: error is "));
    CHECK_THROWS_WITH(sampled_edge_betweenness(more, {}, {.confidence = wrong}),
                      ContainsSubstring("sampled_edge_betweenness: confidence is "));
  }
  CHECK_THROWS_WITH(sampled_edge_betweenness(more, {}, {.seed = -1}),
                    ContainsSubstring("sampled_edge_betweenness: seed is -1"));
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_WITH(sampled_edge_betweenness(pair, Length::reciprocal(more)),
                    ContainsSubstring("sampled_edge_betweenness: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(sampled_edge_betweenness(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("sampled_edge_betweenness: the longest length is 1e+308"));
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(sampled_edge_betweenness(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
}
