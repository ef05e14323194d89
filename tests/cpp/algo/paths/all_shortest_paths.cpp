#include "aidnet/algo/paths/all_shortest_paths.hpp"

#include "aidnet/algo/paths/shortest_path.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/costs.hpp"

using namespace testing_support;
using aidnet::all_shortest_paths;
using aidnet::AllShortestPaths;
using aidnet::Length;

namespace {

Nodes nodes_of(const AllShortestPaths& found, index_t p) {
  return {found.path(p).begin(), found.path(p).end()};
}

/// `layers` times two nodes, each with arcs to both of the next: 2^layers paths from node 0,
/// which leads to the first two, to the last one, which both of the last lead to.
Sample braid(index_t layers) {
  Sample sample{2 * layers + 2, {{0, 1}, {0, 2}}};
  for (index_t k = 0; k < layers; ++k)
    for (const index_t u : {2 * k + 1, 2 * k + 2}) {
      if (k + 1 == layers) {
        sample.arcs.push_back({u, 2 * layers + 1});
        continue;
      }
      sample.arcs.push_back({u, 2 * k + 3});
      sample.arcs.push_back({u, 2 * k + 4});
    }
  return sample;
}

}  // namespace

TEST_CASE("all_shortest_paths by hand") {
  const Graph graph = braid(2).graph();
  const AllShortestPaths found = all_shortest_paths(graph, {}, {.source = 0, .target = 5});
  CHECK(found.count == 4.0);
  REQUIRE(found.written() == 4);
  CHECK(nodes_of(found, 0) == Nodes{0, 1, 3, 5});
  CHECK(nodes_of(found, 1) == Nodes{0, 2, 3, 5});
  CHECK(nodes_of(found, 2) == Nodes{0, 1, 4, 5});
  CHECK(nodes_of(found, 3) == Nodes{0, 2, 4, 5});
  CHECK(found.distances == Values{0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3});
  const AllShortestPaths two =
      all_shortest_paths(graph, {}, {.source = 0, .target = 5, .limit = 2});
  CHECK(two.count == 4.0);
  CHECK(two.nodes == Nodes{0, 1, 3, 5, 0, 2, 3, 5});
}

TEST_CASE("all_shortest_paths counts more than anybody could write down") {
  const Graph graph = braid(200).graph();
  const AllShortestPaths found =
      all_shortest_paths(graph, {}, {.source = 0, .target = 401, .limit = 3});
  CHECK(found.count == 0x1p200);
  CHECK(found.written() == 3);
}

TEST_CASE("all_shortest_paths are all of those that can be written down") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    Sample sample = with_signs(random_sample(seed));
    sample.nodes = std::min<index_t>(sample.nodes, 7);
    std::erase_if(sample.arcs, [](const Arc& arc) { return arc.source > 6 || arc.target > 6; });
    Rng rng(seed);
    if (seed % 3 == 0 && sample.nodes > 1)
      for (int k = 0; k < 12; ++k)
        sample.arcs.push_back({draw(rng, sample.nodes), draw(rng, sample.nodes)});
    const Graph graph = sample.graph();
    for (const Lengths& lengths :
         {unit_lengths(sample), whole_lengths(sample, seed, 1), whole_lengths(sample, seed, 0)}) {
      if (verify::has_zero_cycle(lengths.matrix)) {
        REQUIRE_THROWS_WITH(
            all_shortest_paths(graph, lengths.length, {.source = 0, .target = 0}),
            ContainsSubstring("all_shortest_paths: the lengths are zero all round the cycle"));
        continue;
      }
      for (index_t s = 0; s < sample.nodes; ++s)
        for (index_t t = 0; t < sample.nodes; ++t) {
          auto expected = verify::all_paths(lengths.matrix, s, t);
          std::erase_if(expected, [least = expected.empty() ? 0.0 : expected.front().length](
                                      const auto& path) { return path.length > least; });
          std::sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
            return std::lexicographical_compare(a.nodes.rbegin(), a.nodes.rend(), b.nodes.rbegin(),
                                                b.nodes.rend());
          });
          const AllShortestPaths found =
              all_shortest_paths(graph, lengths.length, {.source = s, .target = t, .limit = 9});
          REQUIRE(found.count == static_cast<double>(expected.size()));
          REQUIRE(at(found.written()) == std::min<std::size_t>(expected.size(), 9));
          for (index_t p = 0; p < found.written(); ++p) {
            REQUIRE(nodes_of(found, p) == expected[at(p)].nodes);
            REQUIRE(found.distances[at(found.offsets[at(p) + 1]) - 1] == expected[at(p)].length);
          }
        }
    }
  }
}

TEST_CASE(
    "all_shortest_paths begin with the shortest path, also where lengths vanish in rounding") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Graph graph = large_sample(40, 200, true, seed).graph();
    Values lengths;
    for (index_t e = 0; e < graph.entry_count(); ++e)
      lengths.push_back(rng() % 2 == 0 ? 1e-20 : 1.0 + static_cast<double>(rng() % 3));
    const Length length = Length::given(graph, lengths);
    for (index_t t = 1; t < 40; ++t) {
      const AllShortestPaths found =
          all_shortest_paths(graph, length, {.source = 0, .target = t, .limit = 50});
      REQUIRE(static_cast<double>(found.written()) == std::min(found.count, 50.0));
      for (index_t p = 0; p < found.written(); ++p) {
        Nodes once = nodes_of(found, p);
        REQUIRE(once.front() == 0);
        REQUIRE(once.back() == t);
        std::sort(once.begin(), once.end());
        REQUIRE(std::adjacent_find(once.begin(), once.end()) == once.end());
      }
    }
    const Length uneven = Length::reciprocal(graph);
    for (index_t t = 1; t < 40; ++t) {
      const AllShortestPaths found = all_shortest_paths(graph, uneven, {.source = 0, .target = t});
      if (found.written() > 0)
        REQUIRE(nodes_of(found, 0) ==
                aidnet::shortest_path(graph, uneven, {.source = 0, .target = t}));
    }
  }
}

TEST_CASE("all_shortest_paths keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        double sum = 0.0;
        for (index_t s = 0; s < g.node_count(); ++s)
          for (index_t t = 0; t < g.node_count(); ++t)
            sum += all_shortest_paths(g, {}, {.source = s, .target = t}, c).count;
        return Values{sum};
      },
      {.per_node = false});
}

TEST_CASE("all_shortest_paths runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  for (const Length& length : {Length{}, Length::reciprocal(graph)})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          const auto found = all_shortest_paths(g, length, {.source = 7, .target = 8}, c);
          return Values(found.nodes.begin(), found.nodes.end());
        },
        graph);
}

TEST_CASE("all_shortest_paths of degenerate graphs, and what it refuses") {
  const AllShortestPaths own =
      all_shortest_paths(Sample{1, {{0, 0}}}.graph(), {}, {.source = 0, .target = 0});
  CHECK(own.count == 1.0);
  CHECK(own.nodes == Nodes{0});
  const AllShortestPaths none =
      all_shortest_paths(Sample{2, {{0, 1, 0.0}}}.graph(), {}, {.source = 0, .target = 1});
  CHECK(none.count == 0.0);
  CHECK(none.written() == 0);
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(all_shortest_paths(more, {}, {.target = 1}),
                    ContainsSubstring("all_shortest_paths: source is missing"));
  CHECK_THROWS_WITH(all_shortest_paths(more, {}, {.source = 1}),
                    ContainsSubstring("all_shortest_paths: target is missing"));
  CHECK_THROWS_WITH(all_shortest_paths(more, {}, {.source = 0, .target = 1, .limit = 0}),
                    ContainsSubstring("all_shortest_paths: limit is 0; it must be 1 or more"));
  CHECK_THROWS_WITH(
      all_shortest_paths(row_of(2).graph(), Length::reciprocal(more), {.source = 0, .target = 1}),
      ContainsSubstring("all_shortest_paths: 2 lengths for 1 entries"));
}
