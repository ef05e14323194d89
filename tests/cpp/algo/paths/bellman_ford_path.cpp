// What paths cost is checked beside bellman_ford.
#include "aidnet/algo/paths/bellman_ford_path.hpp"

#include "invariants.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"

using namespace testing_support;
using aidnet::bellman_ford_path;
using aidnet::Cost;

TEST_CASE("bellman_ford_path by hand") {
  // 0 → 1 directly for 2, or by 2 for 3 − 2.
  const Graph graph = Sample{4, {{0, 1}, {0, 2}, {2, 1}, {1, 3}}}.graph();
  const Cost cost = Cost::given(graph, Values{2, 3, 1, -2});  // entries: 01, 02, 13, 21
  CHECK(bellman_ford_path(graph, cost, {.source = 0, .target = 3}) == Nodes{0, 2, 1, 3});
  CHECK(bellman_ford_path(graph, {}, {.source = 0, .target = 3}) == Nodes{0, 1, 3});
  CHECK(bellman_ford_path(graph, cost, {.source = 3, .target = 3}) == Nodes{3});
}

TEST_CASE("bellman_ford_path keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        double sum = 0.0;
        for (index_t s = 0; s < g.node_count(); ++s)
          for (index_t t = 0; t < g.node_count(); ++t) try {
              sum += static_cast<double>(
                  bellman_ford_path(g, {}, {.source = s, .target = t}, c).size());
            } catch (const aidnet::UndefinedError&) {
              sum += 1000.0;
            }
        return Values{sum};
      },
      {.per_node = false});
}

TEST_CASE("bellman_ford_path runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Nodes path =
            bellman_ford_path(g, Cost::given(g, g.weights()), {.source = 7, .target = 8}, c);
        return Values(path.begin(), path.end());
      },
      graph);
}

TEST_CASE("bellman_ford_path of degenerate graphs, and what it refuses") {
  CHECK(bellman_ford_path(Sample{1, {{0, 0}}}.graph(), {}, {.source = 0, .target = 0}) == Nodes{0});
  CHECK_THROWS_WITH(
      bellman_ford_path(Sample{2, {{0, 1, 0.0}}}.graph(), {}, {.source = 0, .target = 1}),
      ContainsSubstring("bellman_ford_path: there is no path from node 0 to node 1"));
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(bellman_ford_path(more, {}, {.target = 1}),
                    ContainsSubstring("bellman_ford_path: source is missing"));
  CHECK_THROWS_WITH(bellman_ford_path(more, {}, {.source = 1, .target = 5}),
                    ContainsSubstring("target is 5, which is none of the 3 nodes"));
}
