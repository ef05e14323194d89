#include "aidnet/algo/paths/shortest_path.hpp"

#include "aidnet/algo/paths/distances.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "verify/reach.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::shortest_path;

TEST_CASE("shortest_path by hand") {
  // 0 → 2 → 3 and 0 → 1 → 3 tie: of 1 and 2 it takes 1. 0 → 3 directly is longer by length.
  const Graph graph = Sample{5, {{0, 2}, {2, 3}, {0, 1}, {1, 3}, {0, 3}, {3, 4}}}.graph();
  CHECK(shortest_path(graph, {}, {.source = 0, .target = 4}) == Nodes{0, 3, 4});
  CHECK(shortest_path(graph, {}, {.source = 2, .target = 2}) == Nodes{2});
  // Entries: 01, 02, 03, 13, 23, 34.
  const auto by = [&](std::vector<double> lengths) {
    return shortest_path(graph, Length::given(graph, lengths), {.source = 0, .target = 4});
  };
  CHECK(by({1, 1, 5, 1, 1, 1}) == Nodes{0, 1, 3, 4});
  CHECK(by({2, 1, 5, 1, 1, 1}) == Nodes{0, 2, 3, 4});
  CHECK(by({0, 0, 0, 0, 0, 0}) == Nodes{0, 3, 4});
  // Either way.
  const Graph both = row_of(3, false).graph();
  CHECK(shortest_path(both, {}, {.source = 2, .target = 0}) == Nodes{2, 1, 0});
}

TEST_CASE("shortest_path is a path, as long as the distance, and there is one if any") {
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 0)}) {
      const Eigen::MatrixXd d = verify::distances(lengths.matrix);
      for (index_t s = 0; s < sample.nodes; ++s)
        for (index_t t = 0; t < sample.nodes; ++t) {
          const aidnet::ShortestPathOptions ends{.source = s, .target = t};
          if (d(s, t) == verify::no_path) {
            REQUIRE_THROWS_AS(shortest_path(graph, lengths.length, ends), aidnet::UndefinedError);
            continue;
          }
          const Nodes path = shortest_path(graph, lengths.length, ends);
          REQUIRE(path.front() == s);
          REQUIRE(path.back() == t);
          double length = 0.0;
          for (std::size_t k = 1; k < path.size(); ++k)
            length += lengths.matrix(path[k - 1], path[k]);
          REQUIRE(length == d(s, t));
          Nodes once = path;
          std::sort(once.begin(), once.end());
          REQUIRE(std::adjacent_find(once.begin(), once.end()) == once.end());
        }
    }
  }
}

TEST_CASE("shortest_path goes by the lowest of the nodes before") {
  for (std::uint64_t seed = 0; seed < rounds(100u); ++seed) {
    INFO("seed " << seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    for (const Lengths& given : {unit_lengths(sample), whole_lengths(sample, seed)}) {
      const Eigen::MatrixXd& lengths = given.matrix;
      const Eigen::MatrixXd d = verify::distances(lengths);
      for (index_t s = 0; s < sample.nodes; ++s)
        for (index_t t = 0; t < sample.nodes; ++t) {
          if (s == t || d(s, t) == verify::no_path) continue;
          const Nodes path = shortest_path(graph, given.length, {.source = s, .target = t});
          for (std::size_t k = 1; k < path.size(); ++k) {
            index_t lowest = 0;
            while (d(s, lowest) + lengths(lowest, path[k]) != d(s, path[k]) || lowest == path[k])
              ++lowest;
            REQUIRE(path[k - 1] == lowest);
          }
        }
    }
  }
}

TEST_CASE("shortest_path of uneven lengths is the one whose sum from the source is least") {
  // The same to the last digit as by going from the source alone.
  for (std::uint64_t seed = 0; seed < rounds(200u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = large_sample(80, 400, seed % 2 == 0, seed).graph();
    const Length length = Length::reciprocal(graph);
    for (index_t s = 0; s < 10; ++s) {
      const Values d = aidnet::distances(graph, length, {.source = s});
      for (index_t t = 0; t < graph.node_count(); ++t) {
        if (d[at(t)] == verify::no_path) continue;
        const Nodes path = shortest_path(graph, length, {.source = s, .target = t});
        double sum = 0.0;
        for (std::size_t k = 1; k < path.size(); ++k)
          sum += length.values()[at(graph.find_entry(path[k - 1], path[k]))];
        REQUIRE(sum == d[at(t)]);
      }
    }
  }
}

TEST_CASE("shortest_path keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return path_sizes(g, [&](index_t s, index_t t) {
          return shortest_path(g, {}, {.source = s, .target = t}, c);
        });
      },
      {.per_node = false});
}

TEST_CASE("shortest_path runs the same for any number of threads and stops when told") {
  const Graph graph = large_sample(2000, 200'000, true).graph();
  for (const Length& length : {Length{}, Length::reciprocal(graph)})
    check_running(
        [&](const Graph& g, const aidnet::Control& c) {
          return as_values(shortest_path(g, length, {.source = 7, .target = 8}, c));
        },
        graph);
}

TEST_CASE("shortest_path of degenerate graphs") {
  const Graph loop = Sample{1, {{0, 0}}}.graph();
  CHECK(shortest_path(loop, {}, {.source = 0, .target = 0}) == Nodes{0});
  const Graph none = Sample{2, {{0, 1, 0.0}}}.graph();
  CHECK_THROWS_WITH(shortest_path(none, {}, {.source = 0, .target = 1}),
                    ContainsSubstring("shortest_path: there is no path from node 0 to node 1"));
}

TEST_CASE("shortest_path refuses what it cannot use") {
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(shortest_path(more, {}, {.target = 1}),
                    ContainsSubstring("shortest_path: source is missing"));
  CHECK_THROWS_WITH(shortest_path(more, {}, {.source = 1}),
                    ContainsSubstring("shortest_path: target is missing"));
  CHECK_THROWS_WITH(shortest_path(more, {}, {.source = 0, .target = 3}),
                    ContainsSubstring("target is 3, which is none of the 3 nodes"));
  const aidnet::ShortestPathOptions ends{.source = 0, .target = 1};
  CHECK_THROWS_WITH(shortest_path(row_of(2).graph(), Length::reciprocal(more), ends),
                    ContainsSubstring("shortest_path: 2 lengths for 1 entries"));
  CHECK_THROWS_WITH(shortest_path(more, Length::given(more, std::vector{1e308, 1.0}), ends),
                    ContainsSubstring("shortest_path: the longest length is 1e+308"));
}
