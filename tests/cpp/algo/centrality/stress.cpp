#include "aidnet/algo/centrality/stress.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "verify/between.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::stress;

TEST_CASE("stress by hand: two ways round and a bottleneck") {
  // 0 → 1 → 3 and 0 → 2 → 3, then 3 → 4. Through 1: one of the ways from 0 to 3, one to 4; so 2.
  // Through 3, to 4: both ways from 0, and one each from 1 and 2.
  const Graph graph = Sample{5, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}}}.graph();
  CHECK(stress(graph) == Values{0, 2, 2, 4, 0});
}

TEST_CASE("stress by hand: undirected, and lengths decide the way") {
  // A square 0 – 1 – 2 – 3: each pair of opposite corners has two ways, one through each other one.
  const Sample square{4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}, false};
  CHECK(stress(square.graph()) == Values{1, 1, 1, 1});
  // The edge 0 – 1 is longer: 0 and 2 are 2 apart through 3; 1 and 3 through 2; 0 and 1 round.
  const Lengths longer =
      given_lengths(square, [](index_t u, index_t v, double) { return u + v == 1 ? 4.0 : 1.0; });
  CHECK(stress(square.graph(), longer.length) == Values{0, 0, 2, 2});
}

TEST_CASE("stress agrees with counting paths by definition") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed)})
      require_close(stress(sample.graph(), lengths.length),
                    verify::stress(lengths.matrix, sample.directed), 1e-15);
  }
}

TEST_CASE("stress of a chain of diamonds, up to more paths than doubles hold") {
  // With K diamonds, the joint j has the paths from and to what is before and behind it.
  for (const index_t diamonds : {3, 1100}) {
    Sample chain{3 * diamonds + 1, {}};
    for (index_t j = 0; j < diamonds; ++j)
      for (const index_t side : {3 * j + 1, 3 * j + 2}) {
        chain.arcs.push_back({3 * j, side});
        chain.arcs.push_back({side, 3 * j + 3});
      }
    // to[j]: shortest ways to joint j from all nodes before it. Those that come by joint j − 1, or
    // start there, double; each of the two sides adds one.
    std::vector<double> to(at(diamonds + 1), 0.0);
    for (index_t j = 1; j <= diamonds; ++j) to[at(j)] = 2.0 * to[at(j - 1)] + 2.0 + 2.0;
    const Values s = stress(chain.graph());
    for (index_t j = 0; j <= diamonds; ++j) {
      const double behind = to[at(diamonds - j)];
      const double expected = j == 0 || j == diamonds ? 0.0 : to[at(j)] * behind;
      INFO("joint " << j);
      CHECK((s[at(3 * j)] == expected || std::abs(s[at(3 * j)] / expected - 1.0) < 1e-12));
    }
    CHECK(std::isinf(s[at(3 * (diamonds / 2))]) == (diamonds == 1100));
    CHECK(s.front() == 0.0);
    CHECK(s.back() == 0.0);
  }
}

TEST_CASE("stress keeps its promises") {
  check_invariants([](const Graph& g, const aidnet::Control& c) { return stress(g, {}, c); });
  check_invariants([](const Graph& g, const aidnet::Control& c) {
    return stress(g, Length::reciprocal(g).scaled(20), c);
  });
}

TEST_CASE("stress runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(288, 5000, true).graph();
  const Length tied = Length::reciprocal(graph).scaled(6);
  check_running([](const Graph& g, const aidnet::Control& c) { return stress(g, {}, c); }, graph);
  check_running([&](const Graph& g, const aidnet::Control& c) { return stress(g, tied, c); },
                graph);
}

TEST_CASE("stress of degenerate graphs") {
  const auto of = [](const Sample& sample) { return stress(sample.graph()); };
  CHECK(of({0, {}}).empty());
  CHECK(of({1, {{0, 0, 3.0}}}) == Values{0});
  CHECK(of({4, {}}) == Values(4, 0.0));
  CHECK(of({3, {{0, 1, 0.0}, {1, 2, 0.0}}}) == Values(3, 0.0));  // no ties
  CHECK(of({2, {{0, 1}}}) == Values{0, 0});
  const Sample chain{3, {{0, 1}, {1, 1}, {1, 2}}};
  CHECK(stress(chain.doubled().with_isolated_node().graph()) == Values{0, 1, 0, 0, 1, 0, 0});
}

TEST_CASE("stress refuses lengths it cannot use") {
  const Graph pair = Sample{2, {{0, 1}}}.graph();
  const Graph more = Sample{3, {{0, 1}, {1, 2}}}.graph();
  const Graph round = Sample{2, {{0, 1}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(stress(pair, Length::reciprocal(more)),
                    ContainsSubstring("stress: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(stress(more, Length::given(more, std::vector{1e308, 1.0})),
                    ContainsSubstring("stress: the longest length is 1e+308"));
  CHECK_THROWS_WITH(stress(round, Length::given(round, std::vector{0.0, 0.0})),
                    ContainsSubstring("zero all round the cycle"));
}
