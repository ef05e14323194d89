#include "aidnet/algo/structure/reciprocity.hpp"

#include "invariants.hpp"
#include "verify/reciprocity.hpp"

using namespace testing_support;
using aidnet::reciprocity;

TEST_CASE("reciprocity by hand") {
  // 0 gives 3 and gets 1 back: 1 of each is returned. 4 more go one way: 2 of 8.
  const Sample triangle{3, {{0, 1, 3.0}, {1, 0, 1.0}, {0, 2, 4.0}}};
  CHECK(reciprocity(triangle.graph()) == 0.25);
  // What a party keeps for itself does not matter.
  Sample with_loop = triangle;
  with_loop.arcs.push_back({1, 1, 100.0});
  CHECK(reciprocity(with_loop.graph()) == 0.25);
}

TEST_CASE("reciprocity is exactly 0 and 1 at its ends") {
  CHECK(reciprocity(Sample{3, {{0, 1, 0.1}, {1, 2, 0.3}}}.graph()) == 0.0);
  CHECK(reciprocity(Sample{2, {{0, 1, 3.0}, {1, 0, 0.0}}}.graph()) == 0.0);
  for (std::uint64_t seed = 1; seed < 100; seed += 2) {
    INFO("seed " << seed);
    Sample sample = random_sample(seed);  // undirected
    const double undirected = reciprocity(sample.graph());
    if (std::isnan(undirected)) continue;
    CHECK(undirected == 1.0);
    const Graph graph = sample.graph();
    const aidnet::Csr csr = graph.forward();
    CHECK(reciprocity(Graph::from_csr(csr, true)) == 1.0);
  }
}

TEST_CASE("reciprocity agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    require_close({reciprocity(sample.graph())}, {verify::reciprocity(sample.matrix())});
    REQUIRE(
        identical({reciprocity(sample.graph())}, {reciprocity(sample.graph().without_zeros())}));
  }
}

TEST_CASE("reciprocity keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) { return Values{reciprocity(g, c)}; },
      {.per_node = false});
}

TEST_CASE("reciprocity of a large graph, stopped and resumed") {
  check_running([](const Graph& g, const aidnet::Control& c) { return Values{reciprocity(g, c)}; },
                large_sample(20'000, 1'100'000, true).graph());
}

TEST_CASE("reciprocity of degenerate graphs has nothing to take a share of") {
  CHECK(std::isnan(reciprocity(Graph())));
  CHECK(std::isnan(reciprocity(Sample{1, {}}.graph())));
  CHECK(std::isnan(reciprocity(Sample{1, {{0, 0, 3.0}}}.graph())));
  CHECK(std::isnan(reciprocity(Sample{3, {{0, 1, 0.0}}}.graph())));
  CHECK(std::isnan(reciprocity(Sample{3, {{0, 0, 3.0}}, false}.graph())));
}

TEST_CASE("reciprocity refuses what has no shares") {
  CHECK_THROWS_WITH(reciprocity(Sample{2, {{1, 0, -3.0}}}.graph()),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_AS(reciprocity(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph()),
                  aidnet::ValidationError);
}
