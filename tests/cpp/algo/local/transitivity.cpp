#include "aidnet/algo/local/transitivity.hpp"

#include "invariants.hpp"
#include "verify/triangles.hpp"

using namespace testing_support;
using aidnet::transitivity;

namespace {

Values run_transitivity(const Graph& graph, const aidnet::Control& control = {}) {
  return {transitivity(graph, control)};
}

}  // namespace

TEST_CASE("transitivity by hand: a triangle with a tail") {
  // Pairs of ties that meet: one at 0, one at 1, three at 2; the triangle closes three of five.
  CHECK(transitivity(Sample{4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}}.graph()) == 0.6);
  CHECK(transitivity(Sample{3, {{0, 1}, {1, 0}, {1, 2}, {0, 2}, {1, 1}}}.graph()) == 1.0);
  CHECK(transitivity(Sample{3, {{0, 1, 5.0}, {1, 2}, {0, 2, 0.0}}}.graph()) == 0.0);
}

TEST_CASE("transitivity agrees with walks in the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    require_close(run_transitivity(sample.graph()), {verify::transitivity(sample.matrix())});
  }
}

TEST_CASE("transitivity keeps its promises") {
  check_invariants(&run_transitivity, {.per_node = false});
}

TEST_CASE("transitivity of a large graph, stopped and resumed") {
  check_running(&run_transitivity, large_sample(3'000, 150'000, true).graph());
}

TEST_CASE("transitivity of degenerate graphs has nothing to take a share of") {
  CHECK(std::isnan(transitivity(Graph())));
  CHECK(std::isnan(transitivity(Sample{1, {{0, 0, 3.0}}}.graph())));
  CHECK(std::isnan(transitivity(Sample{4, {}}.graph())));
  CHECK(std::isnan(transitivity(Sample{4, {{0, 1}, {1, 0}, {2, 3}}}.graph())));
}
