#include "aidnet/algo/centrality/second_order.hpp"

#include "invariants.hpp"
#include "verify/exponential.hpp"
#include "verify/second_order.hpp"
#include "verify/trophic.hpp"

using namespace testing_support;
using aidnet::second_order;

TEST_CASE("second_order by hand") {
  // Two nodes of one tie: back after exactly two steps. A complete graph of 3: back in 2 steps with
  // 1/2, 3 with 1/4, …: 1 + a geometric number of mean 2 and variance 2.
  CHECK(second_order(Sample{2, {{0, 1, 7.0}}}.graph()) == Values{0.0, 0.0});
  const Graph triangle = Sample{3, {{0, 1}, {1, 2}, {2, 0}}}.graph();
  require_close(second_order(triangle), Values(3, std::sqrt(2.0)), 1e-14);
  // A chain, d = 2: the middle goes on at once, and its neighbours stay half of the time: 1 + a
  // geometric number of mean 2 and variance 2.
  CHECK_THAT(second_order(Sample{3, {{0, 1}, {1, 2}}}.graph())[1],
             WithinRel(std::sqrt(2.0), 1e-14));
}

TEST_CASE("second_order agrees with the times of the walk") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < 2'600; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    if (sample.nodes == 0) continue;
    const bool weighted = seed % 4 != 0;
    const Eigen::MatrixXd a = verify::walks(sample.matrix(), sample.directed, weighted);
    const auto parts = verify::parts(a);
    if (*std::max_element(parts.begin(), parts.end()) > 0) {
      CHECK_THROWS_AS(second_order(sample.graph(), {weighted}), aidnet::UndefinedError);
      continue;
    }
    if (sample.nodes == 1 || a.maxCoeff() > 1e9 * (a.array() > 0.0).select(a, 1e300).minCoeff())
      continue;  // the reference loses a digit a decade
    ++defined;
    require_close(second_order(sample.graph(), {weighted}), verify::second_order(a));
  }
  CHECK(defined >= 200);
}

TEST_CASE("second_order keeps its promises") {
  // Few random graphs are connected: node 0 with ties to all others makes them so.
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    Sample sample = random_sample(seed);
    for (index_t i = 1; i < sample.nodes; ++i) sample.arcs.push_back({0, i, 1.0});
    const Values values = second_order(sample.graph());
    CHECK(identical(second_order(sample.split(rng).graph()), values));
    require_close(second_order(sample.scaled(1e6).graph()), values, 1e-8);
    const auto places = random_places(sample.nodes, rng);
    Values moved = values;
    for (std::size_t i = 0; i < values.size(); ++i) moved[at(places[i])] = values[i];
    require_close(second_order(sample.relabelled(places).graph()), moved, 1e-8);
  }
}

TEST_CASE("second_order runs the same for any number of threads and stops when told") {
  Sample sample = large_sample(700, 2'000, true);
  for (index_t i = 0; i + 1 < sample.nodes; ++i) sample.arcs.push_back({i, i + 1});
  check_running([](const Graph& g, const aidnet::Control& c) { return second_order(g, {}, c); },
                sample.graph());
}

TEST_CASE("second_order of degenerate graphs, and what it refuses") {
  CHECK(second_order(Graph()).empty());
  CHECK(second_order(Sample{1, {}}.graph()) == Values{0.0});
  CHECK(second_order(Sample{1, {{0, 0, 3.0}}}.graph()) == Values{0.0});
  CHECK_THROWS_WITH(second_order(Sample{2, {}}.graph()), ContainsSubstring("2 parts"));
  CHECK_THROWS_AS(second_order(Sample{2, {{0, 1, 0.0}}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_WITH(second_order(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
}
