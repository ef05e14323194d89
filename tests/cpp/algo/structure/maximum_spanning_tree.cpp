#include "aidnet/algo/structure/maximum_spanning_tree.hpp"

#include <cmath>
#include <limits>

#include "invariants.hpp"
#include "numbers.hpp"
#include "spanning_tree.hpp"
#include "verify/order.hpp"

using namespace testing_support;
using aidnet::maximum_spanning_tree;
using aidnet::SpanningTree;
using verify::Numbers;
using verify::Pair;

namespace {

/// The weights of both directions together, turned round: the strongest cost least.
std::function<double(index_t, index_t)> cost_of(const Graph& graph) {
  return [graph](index_t u, index_t v) {
    const double w = graph.weight(u, v) + (graph.is_directed() ? graph.weight(v, u) : 0.0);
    return w == 0.0 ? inf : -w;
  };
}

}  // namespace

TEST_CASE("maximum spanning tree by hand") {
  // 0 ⇄ 1 has 2 + 2, more than 1 → 2 with 3; 0 → 2 with 1 would close a cycle. 3 → 4 is apart.
  const Sample sample{6, {{0, 1, 2}, {1, 0, 2}, {1, 2, 3}, {0, 2, 1}, {4, 3, 5}, {2, 2, 9}}};
  const SpanningTree tree = maximum_spanning_tree(sample.graph());
  CHECK(tree.source == Numbers{3, 0, 1});
  CHECK(tree.target == Numbers{4, 1, 2});
  CHECK(tree.value == Values{5, 4, 3});
  CHECK(tree.total == 12.0);
}

TEST_CASE("maximum spanning tree: ties of equal weight in order of their nodes") {
  const SpanningTree tree =
      maximum_spanning_tree(Sample{4, {{3, 2}, {1, 2}, {0, 3}, {0, 1}}, false}.graph());
  CHECK(tree.source == Numbers{0, 0, 1});
  CHECK(tree.target == Numbers{1, 3, 2});
}

TEST_CASE("maximum spanning tree weighs as much as Prim's, and has the cycle property") {
  for (std::uint64_t seed = 0; seed < rounds(300u); ++seed) {
    INFO("seed " << seed);
    const Graph graph =
        (seed % 3 == 0 ? with_signs(random_sample(seed)) : random_sample(seed)).graph();
    const SpanningTree tree = maximum_spanning_tree(graph);
    const auto cost = cost_of(graph);
    require_close({tree.total}, {-verify::cheapest_forest(graph.node_count(), cost)});
    require_certificates(tree, graph.node_count(), cost);
    REQUIRE(std::is_sorted(tree.value.rbegin(), tree.value.rend()));
  }
}

TEST_CASE("maximum spanning tree keeps its promises") {
  check_invariants(
      [](const Graph& g, const aidnet::Control& c) {
        const SpanningTree tree = maximum_spanning_tree(g, c);
        Values values = tree.value;
        values.push_back(tree.total);
        return values;
      },
      {.scale_power = 1.0, .per_node = false});
  check_running(
      [](const Graph& g, const aidnet::Control& c) {
        const SpanningTree tree = maximum_spanning_tree(g, c);
        Values values(tree.source.begin(), tree.source.end());
        values.insert(values.end(), tree.target.begin(), tree.target.end());
        return values;
      },
      large_sample(50'000, 300'000, true).graph());
}

TEST_CASE("maximum spanning tree: degenerate graphs and errors") {
  CHECK(maximum_spanning_tree(Graph()).source.empty());
  CHECK(maximum_spanning_tree(Graph()).total == 0.0);
  CHECK(maximum_spanning_tree(Sample{1, {{0, 0}}}.graph()).source.empty());
  CHECK(maximum_spanning_tree(Sample{2, {{0, 1, 0.0}}}.graph()).source.empty());
  CHECK(maximum_spanning_tree(Sample{2, {{0, 1, -3.0}}}.graph()).total == -3.0);
  CHECK(maximum_spanning_tree(Sample{2, {{0, 1, -3.0}, {1, 0, 3.0}}}.graph()).source.empty());
  CHECK_THROWS_AS(maximum_spanning_tree(Sample{2, {{0, 1, 1e308}, {1, 0, 1e308}}}.graph()),
                  aidnet::ValidationError);
  CHECK_THROWS_WITH(maximum_spanning_tree(Sample{3, {{0, 1, 1e308}, {1, 2, 1e308}}}.graph()),
                    ContainsSubstring("add up to more than a double"));
}
