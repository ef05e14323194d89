#include "aidnet/algo/paths/k_shortest_paths.hpp"

#include "aidnet/algo/paths/shortest_path.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/costs.hpp"

using namespace testing_support;
using aidnet::k_shortest_paths;
using aidnet::KShortestPaths;
using aidnet::Length;

namespace {

Nodes nodes_of(const KShortestPaths& found, index_t p) {
  return {found.path(p).begin(), found.path(p).end()};
}

}  // namespace

TEST_CASE("k_shortest_paths of Yen's kind of example") {
  // C 0, D 1, E 2, F 3, G 4, H 5: C–E–F–H 5, C–E–G–H 7, C–D–F–H 8, C–E–D–F–H 8, …
  const Graph graph = Sample{
      6,
      {{0, 1, 3},
       {0, 2, 2},
       {1, 3, 4},
       {2, 1, 1},
       {2, 3, 2},
       {2, 4, 3},
       {3, 4, 2},
       {3, 5, 1},
       {4, 5, 2}}}.graph();
  const KShortestPaths found = k_shortest_paths(graph, Length::given(graph, graph.weights()),
                                                {.source = 0, .target = 5, .k = 4});
  REQUIRE(found.count() == 4);
  CHECK(nodes_of(found, 0) == Nodes{0, 2, 3, 5});
  CHECK(nodes_of(found, 1) == Nodes{0, 2, 4, 5});
  CHECK(nodes_of(found, 2) == Nodes{0, 1, 3, 5});
  CHECK(nodes_of(found, 3) == Nodes{0, 2, 1, 3, 5});
  CHECK(found.distances == Values{0, 2, 4, 5, 0, 2, 5, 7, 0, 3, 7, 8, 0, 2, 3, 7, 8});
}

TEST_CASE("k_shortest_paths are all paths that can be written down, in order") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Sample sample = with_signs(random_sample(seed));
    sample.nodes = std::min<index_t>(sample.nodes, 7);
    std::erase_if(sample.arcs, [](const Arc& arc) { return arc.source > 6 || arc.target > 6; });
    Rng rng(seed);
    if (seed % 3 == 0 && sample.nodes > 1)  // few arcs are left of some: more of them
      for (int k = 0; k < 12; ++k)
        sample.arcs.push_back({draw(rng, sample.nodes), draw(rng, sample.nodes)});
    const Graph graph = sample.graph();
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 1), whole_lengths(sample, seed, 0)})
      for (index_t s = 0; s < sample.nodes; ++s)
        for (index_t t = 0; t < sample.nodes; ++t) {
          const auto expected = verify::all_paths(lengths.matrix, s, t);
          const index_t k = seed % 2 == 0 ? 5 : 100'000;
          const KShortestPaths found =
              k_shortest_paths(graph, lengths.length, {.source = s, .target = t, .k = k});
          REQUIRE(at(found.count()) == std::min(expected.size(), at(k)));
          for (index_t p = 0; p < found.count(); ++p) {
            REQUIRE(nodes_of(found, p) == expected[at(p)].nodes);
            REQUIRE(found.distances[at(found.offsets[at(p) + 1]) - 1] == expected[at(p)].length);
          }
        }
  }
}

TEST_CASE("k_shortest_paths of uneven lengths never get shorter, and none comes twice") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = large_sample(60, 300, seed % 2 == 0, seed).graph();
    const Length length = Length::reciprocal(graph);
    const KShortestPaths found =
        k_shortest_paths(graph, length, {.source = 1, .target = 2, .k = 60});
    std::vector<Nodes> seen;
    double last = 0.0;
    for (index_t p = 0; p < found.count(); ++p) {
      const auto first = at(found.offsets[at(p)]);
      const Nodes path = nodes_of(found, p);
      double sum = 0.0;
      for (std::size_t k = 0; k < path.size(); ++k) {
        if (k > 0) sum += length.values()[at(graph.find_entry(path[k - 1], path[k]))];
        REQUIRE(found.distances[first + k] == sum);
      }
      REQUIRE(sum >= last);
      last = sum;
      seen.push_back(path);
      Nodes once = path;
      std::sort(once.begin(), once.end());
      REQUIRE(std::adjacent_find(once.begin(), once.end()) == once.end());
    }
    if (found.count() > 0)
      REQUIRE(seen[0] == aidnet::shortest_path(graph, length, {.source = 1, .target = 2}));
    std::sort(seen.begin(), seen.end());
    REQUIRE(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
  }
}

TEST_CASE("k_shortest_paths keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        double sum = 0.0;
        for (index_t s = 0; s < g.node_count(); ++s)
          for (index_t t = 0; t < g.node_count(); ++t) {
            const KShortestPaths found =
                k_shortest_paths(g, Length::reciprocal(g), {.source = s, .target = t, .k = 3}, c);
            for (index_t p = 0; p < found.count(); ++p)
              sum += found.distances[at(found.offsets[at(p) + 1]) - 1];
          }
        return Values{sum};
      },
      {.scale_power = -1.0, .per_node = false});
}

TEST_CASE("k_shortest_paths runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 60'000, true).graph();
  const Length length = Length::reciprocal(graph);
  check_running(
      [&](const Graph& g, const aidnet::Control& c) {
        return k_shortest_paths(g, length, {.source = 7, .target = 8, .k = 50}, c).distances;
      },
      graph);
}

TEST_CASE("k_shortest_paths of degenerate graphs, and what it refuses") {
  const KShortestPaths own =
      k_shortest_paths(Sample{2, {{0, 0}, {0, 1}, {1, 0}}}.graph(), {}, {.source = 0, .target = 0});
  CHECK(own.count() == 1);
  CHECK(own.nodes == Nodes{0});
  CHECK(own.distances == Values{0.0});
  const KShortestPaths none =
      k_shortest_paths(Sample{2, {{0, 1, 0.0}}}.graph(), {}, {.source = 0, .target = 1});
  CHECK(none.count() == 0);
  CHECK(none.nodes.empty());
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(k_shortest_paths(more, {}, {.target = 1}),
                    ContainsSubstring("k_shortest_paths: source is missing"));
  CHECK_THROWS_WITH(k_shortest_paths(more, {}, {.source = 1}),
                    ContainsSubstring("k_shortest_paths: target is missing"));
  CHECK_THROWS_WITH(k_shortest_paths(more, {}, {.source = 0, .target = 1, .k = 0}),
                    ContainsSubstring("k_shortest_paths: k is 0; it must be 1 or more"));
  CHECK_THROWS_WITH(
      k_shortest_paths(row_of(2).graph(), Length::reciprocal(more), {.source = 0, .target = 1}),
      ContainsSubstring("k_shortest_paths: 2 lengths for 1 entries"));
}
