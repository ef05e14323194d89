#include "aidnet/algo/paths/distance_matrix.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::distance_matrix;
using aidnet::Length;

TEST_CASE("distance_matrix by hand") {
  const Graph chain = row_of(3).graph();
  CHECK(distance_matrix(chain) == Values{0, 1, 2, inf, 0, 1, inf, inf, 0});
  CHECK(distance_matrix(chain, Length::given(chain, std::vector{0.5, 2.0})) ==
        Values{0, 0.5, 2.5, inf, 0, 2, inf, inf, 0});
  CHECK(distance_matrix(row_of(2, false).graph()) == Values{0, 1, 1, 0});
}

TEST_CASE("distance_matrix agrees with all distances") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)}) {
      const Eigen::MatrixXd by_rows = verify::distances(lengths.matrix).transpose();
      REQUIRE(distance_matrix(sample.graph(), lengths.length) ==
              Values(by_rows.data(), by_rows.data() + by_rows.size()));
    }
  }
}

TEST_CASE("distance_matrix keeps its promises") {
  const auto sums = [](const Graph& g, const Length& length, const aidnet::Control& c) {
    const Values all = distance_matrix(g, length, c);
    Values values(at(g.node_count()), 0.0);
    for (std::size_t k = 0; k < all.size(); ++k)
      values[k / values.size()] += all[k] < inf ? all[k] : 0.0;
    return values;
  };
  check_invariants(
      [&](const Graph& g, const aidnet::Control& c) { return sums(g, Length::unit(), c); });
  check_invariants(
      [&](const Graph& g, const aidnet::Control& c) { return sums(g, Length::reciprocal(g), c); },
      {.scale_power = -1.0});
}

TEST_CASE("distance_matrix runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  for (const Length& length : {Length{}, Length::reciprocal(graph)})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) { return distance_matrix(g, length, c); },
        graph);
}

TEST_CASE("distance_matrix of degenerate graphs") {
  CHECK(distance_matrix(Sample{0, {}}.graph()).empty());
  CHECK(distance_matrix(Sample{1, {{0, 0}}}.graph()) == Values{0});
  CHECK(distance_matrix(Sample{2, {{0, 1, 0.0}}}.graph()) == Values{0, inf, inf, 0});
}

TEST_CASE("distance_matrix refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(distance_matrix(row_of(2).graph(), Length::reciprocal(more)),
                    ContainsSubstring("distance_matrix: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(distance_matrix(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("distance_matrix: the longest length is 1e+308"));
  // 8 · (5 · 10⁶)² bytes are 200 terabytes.
  CHECK_THROWS_WITH(
      distance_matrix(Sample{5'000'000, {}}.graph()),
      ContainsSubstring("the distances of 5000000 nodes to all others would take 200000 GB"));
}
