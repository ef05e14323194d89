#include "aidnet/algo/local/square_clustering.hpp"

#include "invariants.hpp"
#include "verify/triangles.hpp"

using namespace testing_support;
using aidnet::square_clustering;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Values run(const Graph& graph, const aidnet::Control& control = {}) {
  return square_clustering(graph, control);
}

Values of_one(Values values) {
  values.push_back(1.0);
  return values;
}

}  // namespace

TEST_CASE("square clustering by hand: two donors with two recipients in common, one with more") {
  // 0 gives to 2, 3, and 1 gives to 2, 3, 4. Node 2's partners 0 and 1 share 3; 1 also has 4:
  // 1 / (0 + 1 + 1). Node 0's partners 2 and 3 share 1 and have no others: 1 / 1. Node 1: pairs
  // (2, 3): 1 of 1; (2, 4) and (3, 4): 0 of 1 each.
  const Graph graph = Sample{5, {{0, 2}, {0, 3}, {1, 2}, {1, 3}, {1, 4}}}.graph();
  require_close(run(graph), {1.0, 1.0 / 3, 0.5, 0.5, none}, 1e-15);
}

TEST_CASE("square clustering by hand: a clique of four, loops and zeros") {
  // Any two partners of a node are tied to each other and share the fourth node: 1 of 1.
  Sample clique{4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 2}, {1, 1}}};
  require_close(run(clique.graph()), {1.0, 1.0, 1.0, 1.0}, 0.0);
  clique.arcs.push_back({3, 3, 0.0});
  require_close(run(clique.graph()), {1.0, 1.0, 1.0, 1.0}, 0.0);
  require_close(run(Sample{4, {{0, 1}, {1, 2}, {2, 3}, {3, 0, 0.0}}, false}.graph()),
                {none, 0.0, 0.0, none}, 0.0);
}

TEST_CASE("square clustering agrees with its definition pair by pair") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    require_close(of_one(run(sample.graph())), of_one(verify::square_clustering(sample.matrix())));
  }
}

TEST_CASE("square clustering keeps its promises") { check_invariants(&run); }

TEST_CASE("square clustering of a large graph, stopped and resumed") {
  check_running(&run, large_sample(3'000, 60'000, true).graph());
}

TEST_CASE("square clustering of degenerate graphs") {
  CHECK(run(Graph()).empty());
  require_close(run(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(run(Sample{3, {}}.graph()), {none, none, none});
}
