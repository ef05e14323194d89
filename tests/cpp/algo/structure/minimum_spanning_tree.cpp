#include "aidnet/algo/structure/minimum_spanning_tree.hpp"

#include <cmath>
#include <limits>

#include "invariants.hpp"
#include "numbers.hpp"
#include "spanning_tree.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::Length;
using aidnet::minimum_spanning_tree;
using aidnet::SpanningTree;
using verify::Numbers;
using verify::Pair;

namespace {

/// The shorter one of both directions' lengths.
std::function<double(index_t, index_t)> cost_of(const Graph& graph, const Length& length) {
  return [=](index_t u, index_t v) {
    double least = inf;
    for (const auto& [a, b] : {Pair{u, v}, Pair{v, u}}) {
      const index_t entry = graph.find_entry(a, b);
      if (entry == aidnet::no_index || graph.weights()[at(entry)] == 0.0) continue;
      least = std::min(least, length.is_unit() ? 1.0 : length.values()[at(entry)]);
    }
    return least;
  };
}

/// Small whole numbers, which tie often, some of them infinite: one for each pair of nodes.
Length whole(const Graph& graph, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<double> of_pair(at(graph.node_count() * graph.node_count()));
  for (double& value : of_pair) value = chance(rng, 0.1) ? inf : static_cast<double>(draw(rng, 4));
  Values values;
  for (index_t u = 0; u < graph.node_count(); ++u)
    for (index_t v : graph.out_neighbors(u)) {
      const auto [a, b] = graph.is_directed() ? Pair{u, v} : Pair{std::min(u, v), std::max(u, v)};
      values.push_back(of_pair[at(a * graph.node_count() + b)]);
    }
  return Length::given(graph, values);
}

}  // namespace

TEST_CASE("minimum spanning tree by hand") {
  // 0 ⇄ 1 is 4 long one way and 1 the other; 1 → 2 is 2, 0 → 2 is 3 and would close a cycle.
  const Graph graph = Sample{5, {{0, 1}, {0, 2}, {1, 0}, {1, 2}, {3, 3}, {4, 3}}}.graph();
  const SpanningTree tree =
      minimum_spanning_tree(graph, Length::given(graph, Values{4, 3, 1, 2, 0, inf}));
  CHECK(tree.source == Numbers{0, 1});
  CHECK(tree.target == Numbers{1, 2});
  CHECK(tree.value == Values{1, 2});
  CHECK(tree.total == 3.0);
}

TEST_CASE("minimum spanning tree: ties of equal length in order of their nodes") {
  const SpanningTree tree =
      minimum_spanning_tree(Sample{4, {{3, 2}, {2, 1}, {3, 0}, {0, 1}}}.graph());
  CHECK(tree.source == Numbers{0, 0, 1});
  CHECK(tree.target == Numbers{1, 3, 2});
  CHECK(tree.value == Values{1, 1, 1});
}

TEST_CASE("minimum spanning tree is as long as Prim's, and has the cycle property") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Graph graph = random_sample(seed).graph();
    for (const Length& length : {Length::unit(), Length::reciprocal(graph), whole(graph, seed)}) {
      const SpanningTree tree = minimum_spanning_tree(graph, length);
      const auto cost = cost_of(graph, length);
      require_close({tree.total}, {verify::cheapest_forest(graph.node_count(), cost)});
      require_certificates(tree, graph.node_count(), cost);
      REQUIRE(std::is_sorted(tree.value.begin(), tree.value.end()));
    }
  }
}

TEST_CASE("minimum spanning tree keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        return minimum_spanning_tree(g, Length::reciprocal(g), c).value;
      },
      {.scale_power = -1.0, .per_node = false});
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const SpanningTree tree = minimum_spanning_tree(g, Length::reciprocal(g), c);
        Values values(tree.source.begin(), tree.source.end());
        values.insert(values.end(), tree.target.begin(), tree.target.end());
        return values;
      },
      large_sample(50'000, 300'000, true).graph());
}

TEST_CASE("minimum spanning tree: degenerate graphs and errors") {
  CHECK(minimum_spanning_tree(Graph()).source.empty());
  CHECK(minimum_spanning_tree(Graph()).total == 0.0);
  CHECK(minimum_spanning_tree(Sample{1, {{0, 0}}}.graph()).source.empty());
  CHECK(minimum_spanning_tree(Sample{2, {{0, 1, 0.0}}}.graph()).source.empty());
  CHECK(minimum_spanning_tree(Sample{2, {{0, 1, -3.0}}}.graph()).total == 1.0);
  const Graph two = Sample{2, {{0, 1}}}.graph();
  CHECK_THROWS_AS(minimum_spanning_tree(two, Length::reciprocal(Graph())), aidnet::ValidationError);
}
