#include "aidnet/algo/local/square_clustering.hpp"

#include "beside_one.hpp"
#include "invariants.hpp"
#include "numbers.hpp"
#include "verify/triangles.hpp"

using namespace testing_support;
using aidnet::square_clustering;

namespace {

Values run_square_clustering(const Graph& graph, const aidnet::Control& control = {}) {
  return square_clustering(graph, control);
}

}  // namespace

TEST_CASE("square clustering by hand: two donors with two recipients in common, one with more") {
  // 0 gives to 2, 3, and 1 gives to 2, 3, 4. Node 2's partners 0 and 1 share 3; 1 also has 4:
  // 1 / (0 + 1 + 1). Node 0's partners 2 and 3 share 1 and have no others: 1 / 1. Node 1: pairs
  // (2, 3): 1 of 1; (2, 4) and (3, 4): 0 of 1 each.
  const Graph graph = Sample{5, {{0, 2}, {0, 3}, {1, 2}, {1, 3}, {1, 4}}}.graph();
  require_close(run_square_clustering(graph), {1.0, 1.0 / 3, 0.5, 0.5, none}, 1e-15);
}

TEST_CASE("square clustering by hand: a clique of four, loops and zeros") {
  // Any two partners of a node are tied to each other and share the fourth node: 1 of 1.
  Sample clique{4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 2}, {1, 1}}};
  require_close(run_square_clustering(clique.graph()), {1.0, 1.0, 1.0, 1.0}, 0.0);
  clique.arcs.push_back({3, 3, 0.0});
  require_close(run_square_clustering(clique.graph()), {1.0, 1.0, 1.0, 1.0}, 0.0);
  require_close(
      run_square_clustering(Sample{4, {{0, 1}, {1, 2}, {2, 3}, {3, 0, 0.0}}, false}.graph()),
      {none, 0.0, 0.0, none}, 0.0);
}

TEST_CASE("square clustering agrees with its definition pair by pair") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    require_close(beside_one(run_square_clustering(sample.graph())),
                  beside_one(verify::square_clustering(sample.matrix())));
  }
}

TEST_CASE("square clustering keeps its promises") { check_invariants(&run_square_clustering); }

TEST_CASE("square clustering of a large graph, stopped and resumed") {
  check_running(&run_square_clustering, large_sample(3'000, 60'000, true).graph());
}

TEST_CASE("square clustering of degenerate graphs") {
  CHECK(run_square_clustering(Graph()).empty());
  require_close(run_square_clustering(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(run_square_clustering(Sample{3, {}}.graph()), {none, none, none});
}
