#include "aidnet/algo/local/triangles.hpp"

#include "invariants.hpp"
#include "verify/triangles.hpp"

using namespace testing_support;
using aidnet::triangles;

namespace {

using Counts = std::vector<std::int64_t>;

Values run_triangles(const Graph& graph, const aidnet::Control& control = {}) {
  const Counts counts = triangles(graph, control);
  return {counts.begin(), counts.end()};
}

}  // namespace

TEST_CASE("triangles by hand: two that share a tie, and a tail") {
  // 0–1–2 and 1–2–3; 4 hangs on 3. Whichever way arcs go, and 1 ⇄ 2 is one tie.
  const Sample bowtie{5, {{0, 1}, {1, 2}, {2, 1}, {2, 0}, {3, 1}, {3, 2}, {3, 4}}};
  CHECK(triangles(bowtie.graph()) == Counts{1, 2, 2, 1, 0});
  Sample undirected = bowtie;
  undirected.directed = false;
  CHECK(triangles(undirected.graph()) == Counts{1, 2, 2, 1, 0});
}

TEST_CASE("triangles: loops and zeros are no ties, negative weights are") {
  CHECK(triangles(Sample{3, {{0, 1}, {1, 2}, {2, 0, 0.0}, {0, 0}}}.graph()) == Counts{0, 0, 0});
  CHECK(triangles(Sample{3, {{0, 1, -1.0}, {1, 2, 1.0}, {2, 0, 5.0}, {1, 1}}}.graph()) ==
        Counts{1, 1, 1});
  // 1 → 2 and 2 → 1 cancel in the sum, but both are ties.
  CHECK(triangles(Sample{3, {{0, 1}, {1, 2, 1.0}, {2, 1, -1.0}, {2, 0}}}.graph()) ==
        Counts{1, 1, 1});
}

TEST_CASE("triangles of a clique") {
  Sample clique{30, {}, false};
  for (index_t i = 0; i < 30; ++i)
    for (index_t j = 0; j < i; ++j) clique.arcs.push_back({i, j});
  CHECK(triangles(clique.graph()) == Counts(30, 29 * 28 / 2));
}

TEST_CASE("triangles agree with the cube of the matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    REQUIRE(run_triangles(sample.graph()) == verify::triangles(sample.matrix()));
    REQUIRE(run_triangles(sample.reversed().graph()) == run_triangles(sample.graph()));
  }
}

TEST_CASE("triangles keep their promises") { check_invariants(&run_triangles); }

TEST_CASE("triangles of a large graph, stopped and resumed") {
  check_running(&run_triangles, large_sample(3'000, 150'000, true).graph());
}

TEST_CASE("triangles of degenerate graphs") {
  CHECK(triangles(Graph()).empty());
  CHECK(triangles(Sample{1, {}}.graph()) == Counts{0});
  CHECK(triangles(Sample{1, {{0, 0, 3.0}}}.graph()) == Counts{0});
  CHECK(triangles(Sample{4, {}}.graph()) == Counts(4, 0));
}
