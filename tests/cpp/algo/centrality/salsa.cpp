#include "aidnet/algo/centrality/salsa.hpp"

#include "invariants.hpp"
#include "verify/salsa.hpp"

using namespace testing_support;
using aidnet::salsa;

namespace {

/// Hubs, then authorities.
Values both(const Graph& graph, const aidnet::Control& control) {
  aidnet::SalsaResult result = salsa(graph, control);
  result.hub.insert(result.hub.end(), result.authority.begin(), result.authority.end());
  return result.hub;
}

}  // namespace

TEST_CASE("salsa by hand: two groups") {
  // Donors 0 and 1 share recipient 3; 2 → 5 is a group of its own. Recipients 3, 4, 5: the first
  // group has 2 of 3, and its amounts 3 + 2 and 1 of 6: 2/3 · 5/6 and 2/3 · 1/6; the other has 1/3.
  const Graph graph = Sample{6, {{0, 3, 3.0}, {1, 3, 2.0}, {1, 4, 1.0}, {2, 5, 9.0}}}.graph();
  const auto result = salsa(graph);
  require_close(result.authority, {0, 0, 0, 5.0 / 9, 1.0 / 9, 1.0 / 3}, 1e-15);
  require_close(result.hub, {1.0 / 3, 1.0 / 3, 1.0 / 3, 0, 0, 0}, 1e-15);
}

TEST_CASE("salsa agrees with the walk") {
  int defined = 0;
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Eigen::MatrixXd weights = sample.matrix();
    if (sample.nodes == 0) continue;
    if (weights.sum() == 0.0) {
      CHECK_THROWS_AS(salsa(sample.graph()), aidnet::UndefinedError);
      continue;
    }
    ++defined;
    const auto result = salsa(sample.graph());
    require_close(result.authority, verify::salsa_authority(weights));
    require_close(result.hub, verify::salsa_authority(weights.transpose()));
  }
  CHECK(defined > lessened(250));
}

TEST_CASE("salsa keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return salsa(g, c).hub; });
  check_invariants([](const Graph& g, const aidnet::Control& c) { return salsa(g, c).authority; });
}

TEST_CASE("salsa runs the same for any number of threads and stops when told") {
  check_running(both, large_sample(40'000, 600'000, true).graph());
}

TEST_CASE("salsa of degenerate graphs") {
  CHECK(salsa(Graph()).hub.empty());
  CHECK(both(Sample{1, {{0, 0, 3.0}}}.graph(), {}) == Values{1.0, 1.0});
  CHECK(both(Sample{2, {{0, 1, 5.0}}, false}.graph(), {}) == Values{0.5, 0.5, 0.5, 0.5});
  CHECK_THROWS_AS(salsa(Sample{3, {}}.graph()), aidnet::UndefinedError);
  CHECK_THROWS_AS(salsa(Sample{3, {{0, 1, 0.0}}}.graph()), aidnet::UndefinedError);
}

TEST_CASE("salsa refuses what it cannot rank") {
  CHECK_THROWS_WITH(salsa(Sample{2, {{1, 0, -3.0}}}.graph()), ContainsSubstring("1 → 0 (-3)"));
  const double most = std::numeric_limits<double>::max();
  CHECK_THROWS_WITH(salsa(Sample{4, {{0, 2, most}, {1, 2, 1.0}, {1, 3, most}}}.graph()),
                    ContainsSubstring("more than a double"));
}
