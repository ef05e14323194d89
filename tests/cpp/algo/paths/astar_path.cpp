#include "aidnet/algo/paths/astar_path.hpp"

#include "aidnet/algo/paths/shortest_path.hpp"
#include "invariants.hpp"
#include "lengths.hpp"
#include "modes.hpp"
#include "nodes_of_paths.hpp"
#include "numbers.hpp"
#include "verify/paths.hpp"

using namespace testing_support;
using aidnet::astar_path;
using aidnet::Length;

namespace {

double length_of(const Nodes& path, const Eigen::MatrixXd& lengths) {
  double length = 0.0;
  for (std::size_t k = 1; k < path.size(); ++k) length += lengths(path[k - 1], path[k]);
  return length;
}

/// A grid of roads of length 1, `width` nodes wide.
Sample grid(index_t width) {
  Sample sample{width * width, {}, false};
  for (index_t y = 0; y < width; ++y)
    for (index_t x = 0; x < width; ++x) {
      if (x + 1 < width) sample.arcs.push_back({y * width + x, y * width + x + 1});
      if (y + 1 < width) sample.arcs.push_back({y * width + x, (y + 1) * width + x});
    }
  return sample;
}

}  // namespace

TEST_CASE("astar_path by hand") {
  // 0 → 1 → 3 takes 3 + 4, 0 → 2 → 3 takes 2 + 4.
  const Graph graph = Sample{4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}}.graph();
  const Length length = Length::given(graph, Values{3.0, 2.0, 4.0, 4.0});
  CHECK(astar_path(graph, length, {.source = 0, .target = 3}) == Nodes{0, 2, 3});
  CHECK(astar_path(graph, length, {.source = 0, .target = 3, .heuristic = {6, 4, 4, 0}}) ==
        Nodes{0, 2, 3});
  // An excess of 1 at node 2 makes up for the way saved, but the lower node is not asked for.
  CHECK(astar_path(graph, length, {.source = 0, .target = 3, .heuristic = {0, 0, 99, 0}}) ==
        Nodes{0, 1, 3});
  CHECK(astar_path(graph, length, {.source = 0, .target = 3, .heuristic = {0, 0, inf, 0}}) ==
        Nodes{0, 1, 3});
  CHECK(astar_path(graph, {}, {.source = 0, .target = 3}) == Nodes{0, 1, 3});
  CHECK(astar_path(graph, {}, {.source = 2, .target = 2, .heuristic = {5, 5, 0, 5}}) == Nodes{2});
}

TEST_CASE("astar_path is the shortest path whatever is known, if it is no more than the distance") {
  for (std::uint64_t seed = 0; seed < rounds(220u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = with_signs(random_sample(seed));
    const Graph graph = sample.graph();
    for (const Lengths& lengths : {unit_lengths(sample), whole_lengths(sample, seed, 1)}) {
      const Eigen::MatrixXd d = verify::distances(lengths.matrix);
      for (int round = 0; round < 40 && sample.nodes > 0; ++round) {
        const index_t s = draw(rng, sample.nodes);
        const index_t t = draw(rng, sample.nodes);
        // Nothing, all, or anything between, node by node: so estimates jump by any amount.
        Values known;
        for (index_t v = 0; v < sample.nodes; ++v)
          known.push_back(round % 4 == 0     ? 0.0
                          : round % 4 == 1   ? d(v, t)
                          : chance(rng, 0.5) ? 0.0
                                             : std::min(1e9, d(v, t)));
        if (round % 8 == 7) known.clear();
        const aidnet::AstarPathOptions options{.source = s, .target = t, .heuristic = known};
        if (d(s, t) == verify::no_path) {
          REQUIRE_THROWS_AS(astar_path(graph, lengths.length, options), aidnet::UndefinedError);
          continue;
        }
        const Nodes path = astar_path(graph, lengths.length, options);
        REQUIRE(path == aidnet::shortest_path(graph, lengths.length, {.source = s, .target = t}));
        REQUIRE(length_of(path, lengths.matrix) == d(s, t));
      }
    }
  }
}

TEST_CASE(
    "astar_path with lengths of zero, and with estimates too high, is a path within the excess") {
  for (std::uint64_t seed = 0; seed < rounds(220u); ++seed) {
    INFO("seed " << seed);
    Rng rng(seed);
    const Sample sample = random_sample(seed);
    const Graph graph = sample.graph();
    const Lengths lengths = whole_lengths(sample, seed, 0);
    const Eigen::MatrixXd d = verify::distances(lengths.matrix);
    for (int round = 0; round < 20 && sample.nodes > 0; ++round) {
      const index_t s = draw(rng, sample.nodes);
      const index_t t = draw(rng, sample.nodes);
      if (d(s, t) == verify::no_path) continue;
      Values known;
      double excess = 0.0;
      for (index_t v = 0; v < sample.nodes; ++v) {
        const double more = v == t || round % 2 == 0 ? 0.0 : static_cast<double>(rng() % 6);
        known.push_back(std::min(1e9, d(v, t)) + more);
        excess = std::max(excess, more);
      }
      const Nodes path =
          astar_path(graph, lengths.length, {.source = s, .target = t, .heuristic = known});
      REQUIRE(path.front() == s);
      REQUIRE(path.back() == t);
      REQUIRE(length_of(path, lengths.matrix) <= d(s, t) + excess);
      Nodes once = path;
      std::sort(once.begin(), once.end());
      REQUIRE(std::adjacent_find(once.begin(), once.end()) == once.end());
    }
  }
}

TEST_CASE("astar_path keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        double sum = 0.0;
        for (index_t s = 0; s < g.node_count(); ++s)
          for (index_t t = 0; t < g.node_count(); ++t) try {
              sum += static_cast<double>(astar_path(g, {}, {.source = s, .target = t}, c).size());
            } catch (const aidnet::UndefinedError&) {
              sum += 1000.0;
            }
        return Values{sum};
      },
      {.per_node = false});
}

TEST_CASE("astar_path runs the same for any number of threads and stops when told") {
  const Graph graph = grid(400).graph();
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const Nodes path = astar_path(g, {}, {.source = 0, .target = 159'999}, c);
        return Values(path.begin(), path.end());
      },
      graph);
}

TEST_CASE("astar_path looks at few nodes where much is known") {
  // From the middle of a grid straight to the right, with all distances known: some thousand of
  // the million arcs are looked at.
  const index_t width = 501;
  Values known;
  for (index_t y = 0; y < width; ++y)
    for (index_t x = 0; x < width; ++x)
      known.push_back(static_cast<double>(std::abs(y - 250) + std::abs(x - 500)));
  const index_t source = 250 * width + 250;
  const Nodes path = astar_path(grid(width).graph(), {},
                                {.source = source, .target = source + 250, .heuristic = known});
  CHECK(path.size() == 251);
}

TEST_CASE("astar_path of degenerate graphs, and what it refuses") {
  const Graph none = Sample{2, {{0, 1, 0.0}}}.graph();
  CHECK_THROWS_WITH(astar_path(none, {}, {.source = 0, .target = 1}),
                    ContainsSubstring("astar_path: there is no path from node 0 to node 1"));
  CHECK(astar_path(Sample{1, {{0, 0}}}.graph(), {}, {.source = 0, .target = 0}) == Nodes{0});
  const Graph more = row_of(3).graph();
  CHECK_THROWS_WITH(astar_path(more, {}, {.target = 1}),
                    ContainsSubstring("astar_path: source is missing"));
  CHECK_THROWS_WITH(astar_path(more, {}, {.source = 1}),
                    ContainsSubstring("astar_path: target is missing"));
  const auto with = [&](Values heuristic) {
    return astar_path(more, {}, {.source = 0, .target = 2, .heuristic = std::move(heuristic)});
  };
  CHECK_THROWS_WITH(with({1, 0}), ContainsSubstring("heuristic has 2 values for 3 nodes"));
  CHECK_THROWS_WITH(with({1, -1, 0}), ContainsSubstring("heuristic of node 1 is -1"));
  CHECK_THROWS_WITH(with({1, std::nan(""), 0}), ContainsSubstring("heuristic of node 1 is nan"));
  CHECK_THROWS_WITH(with({1, 1, 0.5}), ContainsSubstring("heuristic of node 2 is 0.5; it is the"));
  CHECK_THROWS_WITH(with({inf, 1, 0}), ContainsSubstring("there is no path"));
  CHECK_THROWS_WITH(
      astar_path(row_of(2).graph(), Length::reciprocal(more), {.source = 0, .target = 1}),
      ContainsSubstring("astar_path: 2 lengths for 1 entries"));
}
