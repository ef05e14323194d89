#include "aidnet/algo/paths/widest_path.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::widest_path;

TEST_CASE("widest_path by hand") {
  // From 0 to 3: directly 1; by 1 and 2 the least is 3; by 2 alone 2.
  const Graph graph = Sample{4, {{0, 3, 1}, {0, 1, 5}, {1, 2, 3}, {2, 3, 4}, {0, 2, 2}}}.graph();
  const auto of = [&](index_t s, index_t t) {
    return widest_path(graph, {.source = s, .target = t});
  };
  CHECK(of(0, 3) == Nodes{0, 1, 2, 3});
  CHECK(of(1, 3) == Nodes{1, 2, 3});
  CHECK(of(2, 2) == Nodes{2});
  // All of 7: of the equally wide ways the one of fewest steps, by the lowest node.
  const Graph even =
      Sample{5, {{0, 1, 7}, {1, 2, 7}, {0, 2, 9}, {2, 4, 7}, {0, 3, 8}, {3, 4, 9}}}.graph();
  CHECK(widest_path(even, {.source = 0, .target = 4}) == Nodes{0, 3, 4});
  const Graph ties = Sample{4, {{0, 2, 7}, {0, 1, 8}, {1, 3, 7}, {2, 3, 9}}}.graph();
  CHECK(widest_path(ties, {.source = 0, .target = 3}) == Nodes{0, 1, 3});
}

TEST_CASE("widest_path is a path, as wide as can be and of the fewest steps") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const Eigen::MatrixXd weights = sample.matrix();
    const Eigen::MatrixXd widths = verify::widths(weights);
    for (index_t s = 0; s < sample.nodes; ++s)
      for (index_t t = 0; t < sample.nodes; ++t) {
        const aidnet::WidestPathOptions ends{.source = s, .target = t};
        const double width = widths(s, t);
        if (width == 0.0) {
          REQUIRE_THROWS_AS(widest_path(graph, ends), aidnet::UndefinedError);
          continue;
        }
        const Nodes path = widest_path(graph, ends);
        REQUIRE(path.front() == s);
        REQUIRE(path.back() == t);
        for (std::size_t k = 1; k < path.size(); ++k)
          REQUIRE(weights(path[k - 1], path[k]) >= width);
        if (seed % 4 != 0 || s > 3) continue;
        const Eigen::MatrixXd steps =
            (weights.array() >= width)
                .select(Eigen::MatrixXd::Ones(sample.nodes, sample.nodes), verify::no_path);
        REQUIRE(static_cast<double>(path.size() - 1) == verify::distances(steps)(s, t));
      }
  }
}

TEST_CASE("widest_path keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return path_sizes(
            g, [&](index_t s, index_t t) { return widest_path(g, {.source = s, .target = t}, c); });
      },
      {.per_node = false, .seeds = 120});
}

TEST_CASE("widest_path runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return as_values(widest_path(g, {.source = 7, .target = 8}, c));
      },
      graph);
}

TEST_CASE("widest_path of degenerate graphs") {
  const Graph loop = Sample{1, {{0, 0}}}.graph();
  CHECK(widest_path(loop, {.source = 0, .target = 0}) == Nodes{0});
  const Graph none = Sample{2, {{0, 1, 0.0}, {1, 0}}}.graph();
  CHECK_THROWS_WITH(widest_path(none, {.source = 0, .target = 1}),
                    ContainsSubstring("widest_path: there is no path from node 0 to node 1"));
}

TEST_CASE("widest_path refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(widest_path(more, {.target = 1}),
                    ContainsSubstring("widest_path: source is missing"));
  CHECK_THROWS_WITH(widest_path(more, {.source = 1}),
                    ContainsSubstring("widest_path: target is missing"));
  CHECK_THROWS_WITH(widest_path(more, {.source = 0, .target = 3}),
                    ContainsSubstring("target is 3, which is none of the 3 nodes"));
  CHECK_THROWS_WITH(widest_path(Sample{2, {{0, 1, -1.0}}}.graph(), {.source = 0, .target = 1}),
                    ContainsSubstring("widest_path needs weights of 0 or more"));
}
