#include "aidnet/algo/local/average_neighbor_degree.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "numbers.hpp"
#include "verify/mixing.hpp"

using namespace testing_support;
using aidnet::average_neighbor_degree;
using aidnet::Mode;

TEST_CASE("average neighbour degree by hand") {
  // 0 gives 3 to 1 and 1 to 2; 1 gives to 2; 2 has a loop, which is left out.
  const Graph graph = Sample{4, {{0, 1, 3.0}, {0, 2, 1.0}, {1, 2, 5.0}, {2, 2}}}.graph();
  require_close(average_neighbor_degree(graph), {0.5, 0.0, none, none}, 0.0);
  // In-degrees of 1 and 2 are 1 and 2; by weight (3 · 1 + 1 · 2) / 4.
  require_close(average_neighbor_degree(graph, {.target = Mode::in}), {1.5, 2.0, none, none}, 0.0);
  require_close(average_neighbor_degree(graph, {.target = Mode::in, .weighted = true}),
                {1.25, 2.0, none, none}, 0.0);
  require_close(average_neighbor_degree(graph, {.source = Mode::in, .target = Mode::all}),
                {none, 2.0, 2.0, none}, 0.0);
  // Undirected all three have two partners.
  for (const Mode mode : modes)
    require_close(average_neighbor_degree(graph.to_undirected(), {.source = mode, .target = mode}),
                  {2.0, 2.0, 2.0, none}, 0.0);
}

TEST_CASE("average neighbour degree agrees with products of dense matrices") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    for (const Mode source : modes)
      for (const Mode target : modes)
        for (const bool weighted : {false, true})
          require_close(
              average_neighbor_degree(sample.graph(),
                                      {.source = source, .target = target, .weighted = weighted}),
              verify::average_neighbor_degree(sample.matrix(), sample.directed, source, target,
                                              weighted));
  }
}

TEST_CASE("average neighbour degree keeps its promises") {
  for (const bool weighted : {false, true})
    check_invariants([weighted](const Graph& g, const aidnet::Control& c) {
      return average_neighbor_degree(g, {.target = Mode::all, .weighted = weighted}, c);
    });
}

TEST_CASE("average neighbour degree of a large graph, stopped and resumed") {
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        return average_neighbor_degree(g, {.weighted = true}, c);
      },
      large_sample(100'000, 400'000, true).graph());
}

TEST_CASE("average neighbour degree of degenerate graphs") {
  CHECK(average_neighbor_degree(Graph()).empty());
  require_close(average_neighbor_degree(Sample{1, {{0, 0, 3.0}}}.graph()), {none});
  require_close(average_neighbor_degree(Sample{2, {{0, 1, 0.0}}}.graph()), {none, none});
  require_close(average_neighbor_degree(Sample{2, {{0, 1, -1.0}}}.graph()), {0.0, none});
}

TEST_CASE("average neighbour degree refuses what has no shares") {
  CHECK_THROWS_WITH(average_neighbor_degree(Sample{2, {{1, 0, -3.0}}}.graph(), {.weighted = true}),
                    ContainsSubstring("1 → 0 (-3)"));
  CHECK_THROWS_WITH(average_neighbor_degree(Sample{3, {{0, 1, 1e308}, {0, 2, 1e308}}}.graph(),
                                            {.weighted = true}),
                    ContainsSubstring("node 0"));
}
