#include "aidnet/algo/paths/has_path.hpp"

#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "verify/paths.hpp"

using namespace testing_support;
using aidnet::has_path;

TEST_CASE("has_path by hand") {
  // 0 → 1 → 2, 3 → 2: nothing leads to 3, nor back.
  const Graph graph = Sample{4, {{0, 1}, {1, 2}, {3, 2}, {2, 2}}}.graph();
  CHECK(has_path(graph, {.source = 0, .target = 2}));
  CHECK_FALSE(has_path(graph, {.source = 2, .target = 0}));
  CHECK_FALSE(has_path(graph, {.source = 0, .target = 3}));
  CHECK(has_path(graph, {.source = 3, .target = 3}));
  const Graph both = Sample{4, {{0, 1}, {1, 2}, {3, 2}}, false}.graph();
  CHECK(has_path(both, {.source = 0, .target = 3}));
}

TEST_CASE("has_path agrees with the distances") {
  for (std::uint64_t seed = 0; seed < rounds(220u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    const Eigen::MatrixXd d = verify::distances(unit_lengths(sample).matrix);
    for (index_t s = 0; s < sample.nodes; ++s)
      for (index_t t = 0; t < sample.nodes; ++t)
        REQUIRE(has_path(graph, {.source = s, .target = t}) == (d(s, t) < verify::no_path));
  }
}

TEST_CASE("has_path keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        double pairs = 0.0;
        for (index_t s = 0; s < g.node_count(); ++s)
          for (index_t t = 0; t < g.node_count(); ++t)
            pairs += has_path(g, {.source = s, .target = t}, c) ? 1.0 : 0.0;
        return Values{pairs};
      },
      {.per_node = false});
}

TEST_CASE("has_path runs the same for any number of threads and stops when told") {
  // From one end of a long row to the other: no early end.
  const Graph graph = row_of(200'000).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return Values{has_path(g, {.source = 0, .target = 199'999}, c) ? 1.0 : 0.0};
      },
      graph);
}

TEST_CASE("has_path of degenerate graphs, and what it refuses") {
  CHECK(has_path(Sample{1, {}}.graph(), {.source = 0, .target = 0}));
  CHECK_FALSE(has_path(Sample{2, {{0, 1, 0.0}}}.graph(), {.source = 0, .target = 1}));
  CHECK(has_path(Sample{2, {{0, 1, -1.0}}}.graph(), {.source = 0, .target = 1}));
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(has_path(more, {.target = 1}),
                    ContainsSubstring("has_path: source is missing"));
  CHECK_THROWS_WITH(has_path(more, {.source = 1}),
                    ContainsSubstring("has_path: target is missing"));
  CHECK_THROWS_WITH(has_path(more, {.source = 0, .target = 3}),
                    ContainsSubstring("target is 3, which is none of the 3 nodes"));
}
