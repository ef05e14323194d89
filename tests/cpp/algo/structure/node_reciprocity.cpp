#include "aidnet/algo/structure/node_reciprocity.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "verify/reciprocity.hpp"

using namespace testing_support;
using aidnet::Mode;
using aidnet::node_reciprocity;

TEST_CASE("node_reciprocity by hand") {
  // 0 gives 3 to 1, which gives 1 back, and 4 to 2: 1 of 7 comes back, all of the 1 is returned,
  // 2 of 8 together. Of its two ties out and one in one is mutual.
  const Graph graph = Sample{3, {{0, 1, 3.0}, {1, 0, 1.0}, {0, 2, 4.0}, {1, 1, 9.0}}}.graph();
  const double nan = std::nan("");
  require_close(node_reciprocity(graph, {.mode = Mode::out}), {1.0 / 7, 1.0, nan}, 1e-15);
  require_close(node_reciprocity(graph, {.mode = Mode::in}), {1.0, 1.0 / 3, 0.0}, 1e-15);
  require_close(node_reciprocity(graph), {0.25, 0.5, 0.0}, 1e-15);
  require_close(node_reciprocity(graph, {.weighted = false}), {2.0 / 3, 1.0, 0.0}, 1e-15);
}

TEST_CASE("node_reciprocity agrees with the dense matrix") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Sample signs = with_signs(sample);
    const Eigen::MatrixXd ties = (signs.matrix().array() != 0.0).cast<double>().matrix();
    for (const Mode mode : modes) {
      require_close(node_reciprocity(sample.graph(), {.mode = mode}),
                    verify::node_reciprocity(sample.matrix(), mode));
      require_close(node_reciprocity(signs.graph(), {.mode = mode, .weighted = false}),
                    verify::node_reciprocity(ties, mode));
    }
    if (!sample.directed)
      for (const double share : node_reciprocity(sample.graph()))
        REQUIRE((share == 1.0 || std::isnan(share)));
  }
}

TEST_CASE("node_reciprocity keeps its promises") {
  for (const Mode mode : modes)
    for (const bool weighted : {true, false})
      check_invariants([=](const Graph& g, const aidnet::Control& c) {
        return node_reciprocity(g, {.mode = mode, .weighted = weighted}, c);
      });
}

TEST_CASE("node_reciprocity of a large graph, stopped and resumed") {
  check_running([](const Graph& g, const aidnet::Control& c) { return node_reciprocity(g, {}, c); },
                large_sample(20'000, 400'000, true).graph());
}

TEST_CASE("node_reciprocity of degenerate graphs has nothing to take a share of") {
  CHECK(node_reciprocity(Graph()).empty());
  for (const Sample& sample :
       {Sample{1, {}}, Sample{1, {{0, 0, 3.0}}}, Sample{1, {{0, 0, 3.0}}, false}})
    CHECK(std::isnan(node_reciprocity(sample.graph())[0]));
  CHECK(std::isnan(node_reciprocity(Sample{2, {{0, 1, 0.0}}}.graph())[1]));
}

TEST_CASE("node_reciprocity refuses what has no shares") {
  const Graph negative = Sample{2, {{1, 0, -3.0}}}.graph();
  CHECK_THROWS_WITH(node_reciprocity(negative), ContainsSubstring("1 → 0 (-3)"));
  CHECK(node_reciprocity(negative, {.weighted = false}) == Values{0, 0});
  CHECK_THROWS_WITH(node_reciprocity(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph()),
                    ContainsSubstring("the weights at node 0 add up"));
}
